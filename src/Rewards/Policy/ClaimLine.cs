using System.Collections.Immutable;
using System.Diagnostics;
using HpcVerify.Verifier.AllSizes;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Rewards.Policy;

/// <summary>One claim, short enough to be sent and kept.</summary>
/// <param name="Property">What it is about, in lower case: <c>memory</c>, <c>races</c>.</param>
/// <param name="Verdict"><c>proved</c>, <c>refuted</c>, <c>unknown</c>, <c>unsupported</c> or <c>vacuous</c>.</param>
/// <param name="Detail">What the proof covers, what goes wrong, or why nothing is known.</param>
/// <param name="IsForAllSizes">Whether it is one of the claims for all sizes.</param>
/// <param name="Condition">The condition on the sizes, as C; null where there is none.</param>
public sealed record ClaimLine(string Property, string Verdict, string Detail, bool IsForAllSizes, string? Condition)
{
    public static ImmutableArray<ClaimLine> Of(BoundedReport report) =>
        [.. report.Claims.Select(claim => Of(claim.Property.ToString(), claim.Verdict, isForAllSizes: false, condition: null))];

    public static ImmutableArray<ClaimLine> Of(AllSizesReport report) =>
        [.. report.Claims.Select(claim => Of(claim.Property.ToString(), claim.Verdict, isForAllSizes: true, claim.Condition?.Condition))];

    private static ClaimLine Of(string property, Verdict verdict, bool isForAllSizes, string? condition)
    {
        var (word, detail) = verdict switch
        {
            Verifier.Verdicts.Verdict.Proved { Scope: var scope } => ("proved", scope.Theory.Length == 0 ? scope.Sizes : $"{scope.Theory}; {scope.Sizes}"),
            Verifier.Verdicts.Verdict.Refuted { Witness: var witness } => ("refuted", $"{witness.What}, with {witness.Sizes}"),
            Verifier.Verdicts.Verdict.Unknown { Reason: var reason } => ("unknown", reason),
            Verifier.Verdicts.Verdict.Unsupported { Construct: var construct } => ("unsupported", construct),
            Verifier.Verdicts.Verdict.Vacuous { Precondition: var precondition } => ("vacuous", precondition),
            _ => throw new UnreachableException(),
        };
        return new(property.ToLowerInvariant(), word, detail, isForAllSizes, condition);
    }
}
