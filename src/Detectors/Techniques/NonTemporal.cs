using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Detectors.Techniques;

/// <summary>Stores past the cache.</summary>
public sealed class NonTemporal : TechniqueDetector
{
    private static readonly Rule Found = new(
        "HV2009", Severity.Info, "Non-temporal stores", "streaming store{0}",
        "Streaming stores, of vectors or of scalar words, by intrinsic or by builtin. The non-temporal hint of a prefetch and a fence are not.");

    public override string Technique => "non-temporal";

    public override IEnumerable<TechniqueFinding> Find(KernelNest nest) =>
        nest.Calls.Where(call => Instruction.Of(call.Target) is { IsNonTemporalStore: true })
            .Select(call => new TechniqueFinding(Technique, Found, call.Span, TechniqueFinding.Known(("by", call.Target.Name))));
}
