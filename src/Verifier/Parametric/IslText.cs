using System.Collections.Immutable;

namespace HpcVerify.Verifier.Parametric;

/// <summary>Linear conditions in isl's notation.</summary>
public static class IslText
{
    /// <summary>
    /// The set of values of some dimensions for which a condition holds. Dimensions that are neither among them nor among the
    /// parameters may have any value. Null where a part is not linear: leaving it out would change the set.
    /// </summary>
    public static string? SetOf(Formula formula, ImmutableArray<Dimension> parameters, ImmutableArray<Dimension> coordinates)
    {
        if (Of(formula) is not { } condition)
        {
            return null;
        }

        var rest = formula.Dimensions.Except(parameters).Except(coordinates).OrderBy(dimension => dimension.Number).Select(NameOf).ToList();
        var quantified = rest.Count > 0 ? $"exists ({string.Join(", ", rest)} : {condition})" : condition;
        return $"[{Names(parameters)}] -> {{ [{Names(coordinates)}] : {quantified} }}";
    }

    /// <summary>The values of the parameters for which a condition holds.</summary>
    public static string? ParametersOf(Formula formula, ImmutableArray<Dimension> parameters) =>
        SetOf(formula, parameters, []) is { } text ? text.Replace("{ [] :", "{ :", StringComparison.Ordinal) : null;

    /// <summary>A name that isl reads as one, and that is unlike any word of its notation.</summary>
    public static string NameOf(Dimension dimension) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Letters(dimension.Name)}_{dimension.Number}");

    private static string Letters(string name) => string.Concat(name.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')) is { Length: > 0 } kept
        && !char.IsAsciiDigit(kept[0]) ? kept : "x";

    private static string Names(ImmutableArray<Dimension> dimensions) => string.Join(", ", dimensions.Select(NameOf));

    private static string? Of(Formula formula) => formula switch
    {
        Formula.Comparison { Value.IsLinear: true } comparison => $"{Of(comparison.Value)} {Sign(comparison.Relation)} 0",
        Formula.All { Parts: [] } or Formula.Unknown => "true",
        Formula.Any { Parts: [] } => "false",
        Formula.All all => Joined(all.Parts, " and "),
        Formula.Any any => Joined(any.Parts, " or "),
        _ => null,
    };

    private static string? Joined(ImmutableArray<Formula> parts, string word)
    {
        var texts = parts.Select(Of).ToList();
        return texts.Contains(null) ? null : $"({string.Join(word, texts)})";
    }

    private static string Sign(Relation relation) => relation switch
    {
        Relation.NonNegative => ">=",
        Relation.Zero => "=",
        _ => "!=",
    };

    private static string Of(IntegerPolynomial value)
    {
        var terms = value.Terms.Select(term => term.Key.Factors is [var only] ? $"{term.Value}*{NameOf(only)}" : $"{term.Value}");
        return string.Join(" + ", terms) is { Length: > 0 } text ? text.Replace("+ -", "- ", StringComparison.Ordinal) : "0";
    }
}
