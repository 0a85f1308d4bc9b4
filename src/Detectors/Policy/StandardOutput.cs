using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>Text printed by a kernel.</summary>
public sealed class StandardOutput : Detector
{
    private static readonly Rule Found = new(
        "HV1106", Severity.Warning, "Printing", "'{0}' prints",
        "What a kernel prints is thrown away, and the time it takes counts against it. Remove it before the kernel is scored.");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        from function in ForeignFunction.In(tree, context, FunctionFamilies.StandardOutput)
        select Found.At(function.Span, function.Symbol.Name);
}
