using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Integrity;

/// <summary>A detector that looks at where values come from and go to, which is worked out once for all of them.</summary>
public abstract class FlowDetector : Detector
{
    /// <summary>Nothing where the file has no entry point that can be followed.</summary>
    public sealed override IEnumerable<Diagnostic> Detect(SyntaxTree tree, DetectionContext context) =>
        DataFlow.Of(tree, new(() => LooseModule.Of(tree)), context) is { } flow ? Look(flow, context) : [];

    internal abstract IEnumerable<Diagnostic> Look(DataFlow flow, DetectionContext context);
}
