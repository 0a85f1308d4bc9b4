using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Detectors.Techniques;

/// <summary>The order of the loops in the deepest nest: a description rather than a technique.</summary>
public sealed class LoopOrder : TechniqueDetector
{
    private static readonly Rule Found = new(
        "HV2016", Severity.Info, "Loop order", "deepest nest{0}",
        "The counters of the deepest nest of loops from the outside in, across calls; of several the first. A loop that counts by nothing that is seen is `?`. "
        + "Every kernel with loops has an order, so that it is no technique.");

    public override string Technique => "loop-order";

    public override IEnumerable<TechniqueFinding> Find(KernelNest nest) =>
        nest.Loops.MaxBy(loop => loop.Chain.Count()) is { } innermost
            ? [new(Technique, Found, innermost.Chain.Last().Span, TechniqueFinding.Known(
                ("order", string.Join('-', innermost.Chain.Reverse().Select(loop => loop.Shape?.Index.Symbol?.Name ?? "?")))))]
            : [];
}
