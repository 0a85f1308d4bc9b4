using System.Collections.Immutable;
using HpcVerify.Rewards.Policy;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Cases;
using HpcVerify.Verifier.Inputs;

namespace HpcVerify.Rewards.Scoring;

/// <summary>The generated cases that a scored build can be tried on.</summary>
internal static class NativeCases
{
    /// <summary>
    /// All but special values: they may judge bitwise equality only, and the scoring compiler contracts (SOUNDNESS 6, 10).
    /// </summary>
    public static ImmutableArray<TrialInput> Of(VerificationRequest request, Proof proof, ulong seed) =>
        proof.Report is not { } report ? []
        : [.. CaseGenerator.Generate(request, report, CaseOptions.Usual(seed)).Cases.Where(test => test.Origin != CaseOrigin.Special).Select(test => test.Input)];
}
