using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>A change of rounding, trapping or flushing that every later operation feels.</summary>
public sealed class FloatingEnvironment : Detector
{
    private static readonly Rule Found = new(
        "HV7104", Severity.Error, "Floating-point environment", "'{0}' changes how floating-point operations round, trap or flush",
        "The scored arithmetic is IEEE 754 with rounding to nearest and denormal numbers. A kernel that changes this computes something else "
        + "and leaves the change behind for its caller. Remove the call.");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        from function in ForeignFunction.In(tree, context, FunctionFamilies.FloatingEnvironment)
        select Found.At(function.Span, function.Symbol.Name);
}
