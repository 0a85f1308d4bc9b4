using HpcVerify.Rewards.Policy;

namespace HpcVerify.Benchmarks;

/// <summary>What kept a kernel from being paid for what it does, in the order in which submissions meet the layers.</summary>
internal enum CheatLayer
{
    /// <summary>The text: detectors, the audit of the preprocessor, and code that nobody could read.</summary>
    Static,

    /// <summary>gcc does not compile it.</summary>
    Compiler,

    /// <summary>Symbols, sections or instructions of the object file.</summary>
    Object,

    /// <summary>It was run, and was wrong, crashed, hung, or left something behind.</summary>
    Dynamic,

    /// <summary>A claim about it is refuted, or a case that the verifier generated shows it wrong.</summary>
    Proof,

    /// <summary>Nothing is known against it, and it gains nothing all the same: what it is after is not there, or is not paid.</summary>
    Design,

    /// <summary>It gains.</summary>
    None,
}

/// <summary>Which layer it was, by the evidence alone.</summary>
internal static class CheatLayers
{
    /// <param name="tested">What scoring without a prover found.</param>
    /// <param name="proved">What scoring with a prover found; null where the first already failed.</param>
    /// <param name="gains">Whether it earned more than the naive kernel in some profile.</param>
    public static CheatLayer Of(bool isDecidedByText, Evidence tested, Evidence? proved, bool gains) => (tested, proved) switch
    {
        _ when isDecidedByText => CheatLayer.Static,
        ({ Failure.Level: Level.Compile }, _) => CheatLayer.Compiler,
        ({ Failure: not null }, _) when tested.Findings.Any(finding => finding.Rule.Id.StartsWith("HV73", StringComparison.Ordinal)) => CheatLayer.Object,
        ({ Failure: not null }, _) => CheatLayer.Dynamic,
        (_, { Failure: not null } or { Proof.State: ProofState.Refuted }) => CheatLayer.Proof,
        _ => gains ? CheatLayer.None : CheatLayer.Design,
    };

    public static string Title(CheatLayer layer) => layer switch
    {
        CheatLayer.Design => "by design",
        CheatLayer.None => "**none**",
        _ => layer.ToString().ToLowerInvariant(),
    };
}
