using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>A library fetched while the kernel runs.</summary>
public sealed class DynamicLoading : Detector
{
    private static readonly Rule Found = new(
        "HV1102", Severity.Error, "Dynamic loading", "'{0}' loads code at run time",
        "Code that is loaded at run time is neither checked nor scored. Put what the kernel needs into the file itself.");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        from function in ForeignFunction.In(tree, context, FunctionFamilies.DynamicLoading)
        select Found.At(function.Span, function.Symbol.Name);
}
