using System.Collections.Immutable;
using HpcVerify.Detectors.Patterns;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Verifier.AllSizes;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Rewards.Scoring;

/// <summary>A finding that a proof contradicts, and the proof in words: <c>bounds proved for all sizes</c>.</summary>
public sealed record WithdrawnFinding(Diagnostic Finding, string Proof);

/// <summary>What is left of the findings of bug patterns beside what was proved.</summary>
public sealed record Withdrawals(ImmutableArray<Diagnostic> Kept, ImmutableArray<WithdrawnFinding> Withdrawn)
{
    /// <summary>What contradicts a pattern: all of the claims for all sizes, or else all of those for some sizes; an empty list contradicts nothing.</summary>
    private sealed record Opposite(ImmutableArray<SizeProperty> ForAllSizes, ImmutableArray<Property> ForSomeSizes)
    {
        /// <summary>Whether only sizes that no run looks at may have the pattern, so that a range of sizes is not enough.</summary>
        public bool IsOfLargeSizes { get; init; }
    }

    /// <summary>Rules that are not here are never withdrawn.</summary>
    private static readonly ImmutableDictionary<string, Opposite> Opposites = new Dictionary<string, Opposite>
    {
        ["HV3101"] = new([], [Property.Memory, Property.Equivalence]),
        ["HV3102"] = new([SizeProperty.Alignment], [Property.Memory]),
        ["HV3103"] = new([SizeProperty.Overflow, SizeProperty.Termination, SizeProperty.Bounds], []) { IsOfLargeSizes = true },
        ["HV3104"] = new([SizeProperty.Termination, SizeProperty.Bounds], [Property.Termination, Property.Memory]),
        ["HV3105"] = new([SizeProperty.Bounds], [Property.Memory]),
        ["HV3106"] = new([], [Property.Memory, Property.Equivalence]),
        ["HV4101"] = new([SizeProperty.Races], [Property.Races]),
        ["HV4102"] = new([SizeProperty.Races], [Property.Races]),
        ["HV4103"] = new([SizeProperty.Races], [Property.Races]),
        ["HV5101"] = new([], [Property.Memory, Property.Equivalence]),
        ["HV5102"] = new([SizeProperty.Initialisation], [Property.Memory]),
    }.ToImmutableDictionary();

    /// <summary>The rule of branches that always go the same way; what contradicts it is no claim, but runs that took both sides.</summary>
    private const string DecidedBranch = "HV5103";

    /// <summary>
    /// Splits findings by whether a proof contradicts them. What is unknown, unsupported or vacuous contradicts nothing, and neither does a proof
    /// for sizes that somebody picked: the pattern may be at all others.
    /// </summary>
    /// <param name="findings">Findings of bug patterns; those of other rules are kept.</param>
    /// <param name="report">The claims for the planned sizes.</param>
    /// <param name="allSizes">The claims for all sizes; null where none were asked for.</param>
    /// <param name="arePlanned">Whether the sizes of <paramref name="report"/> are those that were planned for this kernel.</param>
    public static Withdrawals Of(ImmutableArray<Diagnostic> findings, BoundedReport report, AllSizesReport? allSizes, bool arePlanned)
    {
        var judged = findings.Select(finding => (Finding: finding, Proof: Against(finding, report, allSizes, arePlanned))).ToList();
        return new(
            [.. judged.Where(one => one.Proof is null).Select(one => one.Finding)],
            [.. judged.Where(one => one.Proof is not null).Select(one => new WithdrawnFinding(one.Finding, one.Proof!))]);
    }

    /// <summary>The findings that only a proof can settle: those of bug patterns.</summary>
    public static ImmutableArray<Diagnostic> Suspicions(ImmutableArray<Diagnostic> findings) =>
        [.. findings.Where(finding => PatternSuite.Rules.Contains(finding.Rule.Id))];

    private static string? Against(Diagnostic finding, BoundedReport report, AllSizesReport? allSizes, bool arePlanned) =>
        finding.Rule.Id == DecidedBranch ? BothSides(finding, report)
        : !Opposites.TryGetValue(finding.Rule.Id, out var opposite) ? null
        : ForAllSizes(opposite, allSizes) ?? (arePlanned ? ForSomeSizes(opposite, report) : null);

    private static string? ForAllSizes(Opposite opposite, AllSizesReport? report)
    {
        var claims = opposite.ForAllSizes.Select(property => report?.Claims.FirstOrDefault(claim => claim.Property == property)).ToList();
        var scopes = claims.Select(claim => (claim?.Verdict as Verdict.Proved)?.Scope.Sizes).Distinct().ToList();
        return claims.Count == 0 || scopes.Contains(null) || (opposite.IsOfLargeSizes && scopes is not [AllSizesReport.Scope])
            ? null
            : $"{Names(opposite.ForAllSizes)} proved for {string.Join("; ", scopes)}";
    }

    private static string? ForSomeSizes(Opposite opposite, BoundedReport report)
    {
        var claims = opposite.ForSomeSizes.Select(property => report.Claims.FirstOrDefault(claim => claim.Property == property)?.Verdict as Verdict.Proved).ToList();
        return claims.Count == 0 || claims.Contains(null)
            ? null
            : $"{Names(opposite.ForSomeSizes)} proved for {string.Join("; ", claims.Select(claim => claim!.Scope.Sizes).Distinct())}";
    }

    private static string? BothSides(Diagnostic finding, BoundedReport report)
    {
        var sides = report.Sides.Where(side => side.Span == finding.Span).ToList();
        return sides.Count > 1 && sides.All(side => side.FirstTaken is not null) ? "runs took both sides" : null;
    }

    private static string Names<T>(IEnumerable<T> properties)
        where T : struct, Enum => string.Join(", ", properties.Select(property => property.ToString().ToLowerInvariant()));
}
