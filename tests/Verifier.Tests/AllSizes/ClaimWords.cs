using HpcVerify.Verifier.AllSizes;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.Tests.AllSizes;

/// <summary>A claim's verdict as fixtures and records spell it.</summary>
internal static class ClaimWords
{
    public static string Name(SizeClaim claim) => claim.Property.ToString().ToLowerInvariant();

    public static string Of(SizeClaim claim) => claim.Verdict switch
    {
        Verdict.Proved { Scope.Sizes: "all sizes" } => "proved",
        Verdict.Proved proved => $"proved for {proved.Scope.Sizes}",
        Verdict.Unknown unknown => $"unknown: {unknown.Reason}{When(claim)}",
        Verdict.Unsupported unsupported => $"unsupported: {unsupported.Construct}",
        Verdict.Refuted refuted => $"refuted at {refuted.Witness.Sizes}{When(claim)}",
        _ => "vacuous",
    };

    private static string When(SizeClaim claim) => claim.Condition is { } condition ? $", holds when {condition}" : "";
}
