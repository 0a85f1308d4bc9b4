using HpcVerify.Detectors.Policy;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Integrity;

/// <summary>State of the thread or the C library that survives a call and needs no variable of the kernel's.</summary>
public sealed class HiddenState : Detector
{
    private static readonly Rule Found = new(
        "HV7213", Severity.Error, "State outside of variables", "'{0}' keeps something from one call to the next",
        "The error number, the floating-point flags, the locale and the memory of functions such as 'strtok' outlive a call, so a kernel can count its calls in them. Reported is every mention of a function that sets or reads such state. "
        + "A kernel needs none: errors are excluded by the contract, and flags say nothing about the result.");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        from function in ForeignFunction.In(tree, context, FunctionFamilies.HiddenState)
        select Found.At(function.Span, function.Symbol.Name);
}
