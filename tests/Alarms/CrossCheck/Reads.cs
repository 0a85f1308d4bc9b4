using System.Collections.Immutable;
using HpcVerify.Alarms.Grammar;

namespace HpcVerify.Alarms.CrossCheck;

/// <summary>Numbers that are read from the inputs at places that hang on an element's coordinates.</summary>
public sealed class Reads(Choice choice, Slips slips, AffineFrame frame)
{
    /// <summary>A number for the element at these coordinates of an array of these extents, and statements that come before it.</summary>
    public (string Before, string Value) Any(Shape shape, ImmutableArray<string> at)
    {
        var first = One(shape, at);
        if (choice.OneIn(2))
        {
            return ("", choice.Of(first, $"{first} + 1", $"2 * {first}"));
        }

        return choice.OneIn(3) ? Sum(shape, at) : ("", $"{first} {choice.Of("+", "*")} {One(shape, at)}");
    }

    /// <summary>An expression without statements.</summary>
    public string One(Shape shape, ImmutableArray<string> at)
    {
        var last = at[^1];
        return choice.Below(12) switch
        {
            0 => Element([shape.Innermost], last),
            1 => Element([shape.Extents[0]], at[0]),
            2 when at.Length == 2 => Element([shape.Extents[1], shape.Extents[0]], at[1], at[0]),
            3 => Element(shape.Extents, [.. at[..^1], $"({last} > 0 ? {last} - {slips.Or("1", "2")} : 0)"]),
            4 => Element(shape.Extents, [.. at[..^1], slips.Or($"({last} + 1 < {shape.Innermost} ? {last} + 1 : {last})", $"{last} + 1", $"({last} + 1 <= {shape.Innermost} ? {last} + 1 : {last})")]),
            5 => Element([.. shape.Extents.Select(extent => $"{extent} + 2")], [.. at.Select(one => $"({one} + {slips.Or(choice.Of("0", "1", "2"), "3")})")]),
            6 => Element([.. shape.Extents[..^1], $"2 * {Shape.InProduct(shape.Innermost)}"], [.. at[..^1], $"2 * {last} + {slips.Or(choice.Of("0", "1"), "2")}"]),
            7 => Element(shape.Extents, [.. at[..^1], $"({shape.Innermost} - {slips.Or("1", "0", "2")} - {last})"]),
            8 => Element([shape.Innermost], $"{last} / {choice.Of("2", "3")}"),
            _ => Element(shape.Extents, [.. at]),
        };
    }

    /// <summary>A sum over one of the sizes, as in the product of a matrix and a vector.</summary>
    private (string Before, string Value) Sum(Shape shape, ImmutableArray<string> at)
    {
        var (sum, term, over) = (choice.Name("s"), choice.Name("k"), choice.Of<string>([.. frame.Sizes]));
        var factors = $"{Element([shape.Extents[0], over], at[0], term)} * {Element([over, shape.Innermost], term, at[^1])}";
        var limit = slips.Or($"{term} < {over}", $"{term} <= {over}");
        return ($"{frame.Element} {sum}{slips.Or(" = 0", "")};\nfor ({frame.Counter} {term} = 0; {limit}; {term}++) {sum} += {factors};\n", sum);
    }

    /// <summary>An element of an input, or of another one where there may be no more inputs.</summary>
    private string Element(ImmutableArray<string> extents, params ReadOnlySpan<string> at)
    {
        var shape = new Shape(extents);
        return frame.Has(shape) || frame.HasRoom ? $"{frame.Input(shape)}[{shape.At(at)}]" : choice.Of("1", "3", "7");
    }
}
