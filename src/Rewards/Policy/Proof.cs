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

/// <summary>What a verification found, as far as a reward depends on it.</summary>
/// <param name="Reason">The claim that is refuted or open, in a sentence; of a proved kernel the scope.</param>
/// <param name="FailingSizes">The sizes of the counterexample; null where there is none.</param>
public sealed record Proof(ProofState State, string Reason, string? FailingSizes)
{
    /// <summary>The claims, for reports; no reward looks at them.</summary>
    public BoundedReport? Report { get; init; }

    /// <summary>How long the verification took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>A refuted claim decides, then one that is open; only then all are proved.</summary>
    public static Proof Of(BoundedReport report)
    {
        var claim = report.Claims.FirstOrDefault(claim => claim.Verdict is Verdict.Refuted)
            ?? report.Claims.FirstOrDefault(claim => claim.Verdict is not Verdict.Proved)
            ?? report.Claims[^1];
        var name = claim.Property.ToString().ToLowerInvariant();
        return claim.Verdict switch
        {
            Verdict.Refuted { Witness: var witness } => new(ProofState.Refuted, $"{name}: {witness.What}", witness.Sizes) { Report = report },
            Verdict.Unknown { Reason: var reason } => new(ProofState.Unknown, $"{name}: {reason}", null) { Report = report },
            Verdict.Unsupported { Construct: var construct } => new(ProofState.Unsupported, construct, null) { Report = report },
            Verdict.Vacuous { Precondition: var precondition } => new(ProofState.Vacuous, precondition, null) { Report = report },
            Verdict.Proved { Scope: var scope } => new(ProofState.Proved, scope.Sizes, null) { Report = report },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
