using System.Collections.Immutable;
using System.Text.Json.Serialization;
using HpcVerify.Verifier.AllSizes;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Rewards.Policy;

/// <summary>What all claims about a kernel come to, worst first.</summary>
public enum ProofState
{
    /// <summary>A claim is refuted, by a call that was made again.</summary>
    Refuted,

    /// <summary>Neither shown nor refuted.</summary>
    Unknown,

    /// <summary>The kernel uses what is not modelled.</summary>
    Unsupported,

    /// <summary>No call satisfies the contract.</summary>
    Vacuous,

    /// <summary>Every claim is proved, within the scope that is printed with it.</summary>
    Proved,
}

/// <summary>How far what is proved of a kernel reaches, least first.</summary>
public enum ProofReach
{
    /// <summary>The sizes that were tried.</summary>
    Bounded,

    /// <summary>Beyond these, memory and races under a condition on the sizes that the contract does not promise.</summary>
    Conditional,

    /// <summary>Beyond these, memory and races for all sizes that the contract allows.</summary>
    AllSizes,
}

/// <summary>What a verification found, as far as a reward depends on it.</summary>
/// <param name="Reason">The claim that is refuted or open, in a sentence; of a proved kernel the scope.</param>
/// <param name="FailingSizes">The sizes of the counterexample; null where there is none.</param>
public sealed record Proof(ProofState State, string Reason, string? FailingSizes)
{
    /// <summary>Every claim in a line, for who reads evidence later or elsewhere; no reward looks at them.</summary>
    public ImmutableArray<ClaimLine> Lines { get; init; } = [];

    /// <summary>The call that decides; null where nothing is refuted. No reward looks at it.</summary>
    public ProofWitness? Witness { get; init; }

    /// <summary>The claims, for reports; no reward looks at them, and they stay in the process that made them.</summary>
    [JsonIgnore]
    public BoundedReport? Report { get; init; }

    /// <summary>The claims for all sizes, likewise; null where nobody asked.</summary>
    [JsonIgnore]
    public AllSizesReport? AllSizes { get; init; }

    /// <summary>How far a proof reaches; says nothing of a kernel that is not proved.</summary>
    public ProofReach Reach { get; init; }

    /// <summary>How long the verification took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>How long the claims for all sizes took, which is not part of that.</summary>
    public TimeSpan AllSizesElapsed { get; init; }

    /// <summary>The same with claims for all sizes: a refutation among them decides, too, and proofs reach as far as they do.</summary>
    public Proof With(AllSizesReport allSizes)
    {
        var refuted = allSizes.Claims.FirstOrDefault(claim => claim.Verdict is Verdict.Refuted);
        return State != ProofState.Refuted && refuted is { Verdict: Verdict.Refuted { Witness: var witness } }
            ? this with { State = ProofState.Refuted, Reason = $"{NameOf(refuted.Property)}: {witness.What}", FailingSizes = witness.Sizes, Witness = ProofWitness.Of(witness), AllSizes = allSizes, Lines = [.. Lines, .. ClaimLine.Of(allSizes)] }
            : this with { AllSizes = allSizes, Reach = ReachOf(allSizes), Lines = [.. Lines, .. ClaimLine.Of(allSizes)] };
    }

    /// <summary>
    /// Memory and races rest on all claims before them. Coverage comes after them, and says nothing that they need: which elements are
    /// written is the bounded engine's to compare. The first claim that is open says what is missing.
    /// </summary>
    private static ProofReach ReachOf(AllSizesReport report) => report.Claims.FirstOrDefault(claim => claim.Property != SizeProperty.Coverage && !IsForAll(claim)) switch
    {
        null when report.Claims.Any(claim => claim.Property == SizeProperty.Races) => ProofReach.AllSizes,
        { Condition: not null } => ProofReach.Conditional,
        _ => ProofReach.Bounded,
    };

    private static bool IsForAll(SizeClaim claim) => claim.Verdict is Verdict.Proved && claim.Condition is null or { IsAlways: true };

    private static string NameOf(SizeProperty property) => property.ToString().ToLowerInvariant();

    /// <summary>A refuted claim decides, then one that is open; only then all are proved.</summary>
    public static Proof Of(BoundedReport report)
    {
        var claim = report.Claims.FirstOrDefault(claim => claim.Verdict is Verdict.Refuted)
            ?? report.Claims.FirstOrDefault(claim => claim.Verdict is not Verdict.Proved)
            ?? report.Claims[^1];
        var name = claim.Property.ToString().ToLowerInvariant();
        return Of(claim.Verdict, name) with { Report = report, Lines = ClaimLine.Of(report) };
    }

    private static Proof Of(Verdict verdict, string name) => verdict switch
    {
        Verdict.Refuted { Witness: var witness } => new(ProofState.Refuted, $"{name}: {witness.What}", witness.Sizes) { Witness = ProofWitness.Of(witness) },
        Verdict.Unknown { Reason: var reason } => new(ProofState.Unknown, $"{name}: {reason}", null),
        Verdict.Unsupported { Construct: var construct } => new(ProofState.Unsupported, construct, null),
        Verdict.Vacuous { Precondition: var precondition } => new(ProofState.Vacuous, precondition, null),
        Verdict.Proved { Scope: var scope } => new(ProofState.Proved, scope.Sizes, null),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
