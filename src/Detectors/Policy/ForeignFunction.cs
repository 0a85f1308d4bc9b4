using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Policy;

/// <summary>
/// A place where a file declares or names a function it does not define. <paramref name="Name"/> is without the
/// decoration by which C libraries and compilers have the same function twice (<c>__builtin_memcpy</c>, <c>_exit</c>, <c>open64</c>).
/// </summary>
internal sealed record ForeignFunction(string Name, Symbol Symbol, TextSpan Span)
{
    private static readonly string[] Decorations = ["builtin_", "libc_", "isoc99_", "isoc23_", "IO_", "GI_", "new_"];

    /// <summary>Every declaration and every mention, whether it is called, stored, compared or passed on.</summary>
    public static IEnumerable<ForeignFunction> In(SyntaxTree tree, DetectionContext context)
    {
        var defined = tree.Definitions.Select(function => function.Symbol.Name).ToHashSet(StringComparer.Ordinal);
        var declarations = tree.All<Declaration.Function>()
            .Where(function => function.Body is null)
            .Select(function => (function.Symbol, Span: function.NameSpan));
        var mentions = tree.Mentions.Select(mention => (Symbol: mention.Function, mention.Span));
        return declarations.Concat(mentions)
            .Where(place => !defined.Contains(place.Symbol.Name) && !context.AllowedFunctions.Contains(place.Symbol.Name))
            .Select(place => new ForeignFunction(Plain(place.Symbol.Name), place.Symbol, place.Span));
    }

    public static IEnumerable<ForeignFunction> In(SyntaxTree tree, DetectionContext context, NameSet family) =>
        In(tree, context).Where(function => function.IsOneOf(family));

    /// <summary>Fortran compilers spell a routine in any case.</summary>
    public bool IsOneOf(NameSet family) =>
        family.Contains(Symbol.Name) || family.Contains(Name) || family.Contains(Name.ToLowerInvariant());

    /// <summary>The name as a library's manual has it.</summary>
    public static string Plain(string name)
    {
        var plain = name.Trim('_');
        foreach (var decoration in Decorations)
        {
            plain = plain.StartsWith(decoration, StringComparison.Ordinal) ? plain[decoration.Length..].TrimStart('_') : plain;
        }

        plain = plain.EndsWith("_chk", StringComparison.Ordinal) ? plain[..^"_chk".Length] : plain;
        return plain.EndsWith("64", StringComparison.Ordinal) ? plain[..^"64".Length].TrimEnd('_') : plain;
    }
}
