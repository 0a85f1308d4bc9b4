using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Detectors.Techniques;

/// <summary>Fused multiply-adds written as such.</summary>
public sealed class Fma : TechniqueDetector
{
    private static readonly Rule Found = new(
        "HV2008", Severity.Info, "Fused multiply-add", "fused multiply-add{0}",
        "A fused multiply-add written as such: `fma`, its builtin and their float forms, or an intrinsic that multiplies and adds. `a * b + c` that a compiler "
        + "may contract is not.");

    public override string Technique => "fma";

    public override IEnumerable<TechniqueFinding> Find(KernelNest nest) =>
        nest.Calls.Where(call => Instruction.Of(call.Target) is { IsFused: true })
            .GroupBy(call => call.Target.Name)
            .Select(calls => new TechniqueFinding(Technique, Found, calls.First().Span, TechniqueFinding.Known(("by", calls.Key))));
}
