using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Policy;

/// <summary>A connection to somewhere else.</summary>
public sealed class NetworkAccess : Detector
{
    private static readonly Rule Found = new(
        "HV1104", Severity.Error, "Network access", "'{0}' uses the network",
        "A kernel's only inputs are its arguments. Remove the call.");

    public override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        from function in ForeignFunction.In(tree, context, FunctionFamilies.Network)
        select Found.At(function.Span, function.Symbol.Name);
}
