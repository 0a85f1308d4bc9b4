using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

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
        return definitions.Skip(1).Select(function => Ambiguous.At(function.NameSpan, context.EntryPoint, "defined more than once"))
            .Concat(definitions
                .Where(function => HasParametersOutside(tree.Source.Code, function))
                .Select(function => Ambiguous.At(function.NameSpan, context.EntryPoint, "an old-style definition")));
    }

    /// <summary><c>void f(a) float a; { … }</c>: the parentheses are closed again before a parameter is declared.</summary>
    private static bool HasParametersOutside(string code, Declaration.Function function) =>
        function.Parameters.Any(parameter =>
            parameter.Span.Start > function.NameSpan.End
            && code.AsSpan(function.NameSpan.End, parameter.Span.Start - function.NameSpan.End) is var between
            && between.Count('(') > 0
            && between.Count('(') <= between.Count(')'));
}
