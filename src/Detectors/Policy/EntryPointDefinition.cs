using System.Collections.Immutable;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Policy;

/// <summary>An entry point defined twice, or in the style of 1978, whose arguments are passed by other rules.</summary>
public sealed class EntryPointDefinition : Detector
{
    private static readonly Rule Ambiguous = new(
        "HV1003", Severity.Error, "Unclear definition", "'{0}' is {1}",
        "There must be one definition of the entry point, with the types of its parameters inside the parentheses. "
        + "Keep the version that counts and write its parameters as the task's prototype does.");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context)
    {
        var definitions = tree.Definitions.Where(function => function.Symbol.Name == context.EntryPoint).ToList();
        var tokens = CLexer.Lex(tree.Source);
        return definitions.Skip(1).Select(function => Ambiguous.At(function.NameSpan, context.EntryPoint, "defined more than once"))
            .Concat(definitions
                .Where(function => function.Parameters.Any(parameter => IsOutside(tokens, function.NameSpan, parameter.Span)))
                .Select(function => Ambiguous.At(function.NameSpan, context.EntryPoint, "an old-style definition")));
    }

    /// <summary>
    /// <c>void (f)(a) float a; { … }</c>: between the name and the declaration of the parameter, the list is opened and
    /// closed again. A parenthesis around the name itself does not count.
    /// </summary>
    private static bool IsOutside(ImmutableArray<CToken> tokens, TextSpan name, TextSpan parameter)
    {
        var depth = 0;
        var isClosed = false;
        foreach (var token in tokens.SkipWhile(token => token.Span.Start <= name.Start).TakeWhile(token => token.Span.Start < parameter.Start))
        {
            isClosed |= depth == 1 && token.IsPunctuator(")");
            depth += token.IsPunctuator("(") ? 1 : token.IsPunctuator(")") && depth > 0 ? -1 : 0;
        }

        return isClosed && depth == 0;
    }
}
