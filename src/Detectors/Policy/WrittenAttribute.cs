using System.Text.RegularExpressions;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Policy;

/// <summary>An attribute and what it is written on; <paramref name="Owner"/> is empty where only gcc knows the attribute.</summary>
internal sealed partial record WrittenAttribute(string Name, string Owner, TextSpan Span)
{
    /// <summary>Whether the name could be read at all.</summary>
    public bool IsNamed => Identifier().IsMatch(Name);

    public static IEnumerable<WrittenAttribute> In(SyntaxTree tree)
    {
        var functions = tree.All<Declaration.Function>().SelectMany(function => Of(function.Symbol, function.Attributes));
        var variables = tree.All<Declaration.Variable>().SelectMany(variable => Of(variable.Symbol, variable.Attributes));
        var ignored = tree.IgnoredAttributes.Select(attribute => new WrittenAttribute(attribute.Name, "", attribute.Span));
        return functions.Concat(variables).Concat(ignored);
    }

    public static IEnumerable<WrittenAttribute> In(SyntaxTree tree, NameSet names) =>
        In(tree).Where(attribute => names.Contains(attribute.Name));

    private static IEnumerable<WrittenAttribute> Of(Symbol owner, IEnumerable<DeclarationAttribute> attributes) =>
        attributes.Select(attribute => new WrittenAttribute(attribute.Name, owner.Name, attribute.Span));

    [GeneratedRegex("^[A-Za-z]\\w*$", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();
}
