using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>An entry point that the caller's object file cannot see, or that something else may replace.</summary>
public sealed class EntryPointLinkage : Detector
{
    private static readonly Rule Wrong = new(
        "HV1002", Severity.Error, "Wrong linkage", "'{0}' is {1}, expected plain external linkage",
        "The entry point is called from another object file by its own name. Define it without 'static', without 'inline' and "
        + "without attributes that rename, hide or replace it.");

    private static readonly NameSet Attributes =
        NameSet.Of("weak weakref alias ifunc visibility gnu_inline target_clones asm symver internal_linkage");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context)
    {
        if (tree.Definition(context.EntryPoint) is not { } function)
        {
            yield break;
        }

        if (function.Symbol.IsInternal)
        {
            yield return Wrong.At(function.NameSpan, function.Symbol.Name, "'static'");
        }
        else if (IsInlineOnly(tree, context.EntryPoint))
        {
            yield return Wrong.At(function.NameSpan, function.Symbol.Name, "'inline' without 'extern'");
        }

        foreach (var attribute in WrittenAttribute.In(tree, Attributes).Where(attribute => attribute.Owner == context.EntryPoint))
        {
            yield return Wrong.At(function.NameSpan, function.Symbol.Name, $"'{attribute.Name}'");
        }
    }

    /// <summary>A definition makes no external symbol if every declaration of it says <c>inline</c> and none <c>extern</c> (C17 6.7.4).</summary>
    private static bool IsInlineOnly(SyntaxTree tree, string entryPoint)
    {
        var specifiers = new WrittenSpecifiers(tree);
        return tree.Functions
            .Where(function => function.Symbol.Name == entryPoint)
            .All(function =>
                specifiers.Say("inline", function.Span, function.NameSpan) && !specifiers.Say("extern", function.Span, function.NameSpan));
    }
}
