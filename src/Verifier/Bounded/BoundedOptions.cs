using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Verifier.Certificates;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.Bounded;

/// <summary>How much a bounded verification may look at.</summary>
/// <param name="Sizes">Which sizes.</param>
/// <param name="Teams">The team sizes where the contract promises none (SOUNDNESS 11).</param>
/// <param name="LargestTeam">The most threads of a team whose size the kernel sets itself.</param>
/// <param name="Drawings">How many index arrays are drawn for each size, where a contract has any.</param>
/// <param name="StepsPerSize">Loop turns and calls granted to a run, beside <paramref name="StepsPerReferenceStep"/> for every one of the reference's.</param>
/// <param name="ReferenceSteps">Loop turns and calls granted to the reference, which need not be one of the corpus.</param>
/// <param name="TotalSteps">Loop turns and calls of all runs after which no more mined sizes are begun.</param>
/// <param name="Samples">How many full-mantissa inputs are tried where equality is not shown.</param>
public sealed record BoundedOptions(
    SizePlanOptions Sizes, ImmutableArray<int> Teams, int LargestTeam, int Drawings, long StepsPerSize, long StepsPerReferenceStep, long ReferenceSteps, long TotalSteps,
    int Samples)
{
    /// <summary>Sizes to look at instead of planned ones; empty where they are planned.</summary>
    public ImmutableArray<Sizes> Given { get; init; } = [];

    /// <summary>What runs may cost together at sizes that are picked for sides of branches; see <see cref="SizePlanOptions.Budget"/>.</summary>
    public long SideBudget { get; init; } = 3_000_000;

    /// <summary>Gives up in the middle of a run.</summary>
    internal CancellationToken Cancellation { get; init; }

    /// <summary>Takes down what is proved for another solver to prove again; null where nobody asked.</summary>
    public CertificateBook? Certificates { get; init; }

    /// <summary>
    /// Makes a call natively, where the evaluator cannot: what a library function gives is that library's own. The first element
    /// that differs by more than is tolerated, or null; null itself where nobody can make such calls.
    /// </summary>
    public Func<VerificationRequest, Counterexample, CancellationToken, DifferentElement?>? DiffersNatively { get; init; }

    /// <summary>What Z3 may spend on one question, in its own units: about a second.</summary>
    public uint SolverResources { get; init; } = 2_000_000;

    /// <summary>Loop turns and calls of all runs in which buffers overlap, after which no more of these are begun.</summary>
    public long OverlapSteps { get; init; } = 1_000_000;

    /// <summary>How many different questions solvers are asked about one kernel.</summary>
    public int SolverQuestions { get; init; } = 200;

    public static BoundedOptions Default { get; } = new(SizePlanOptions.Default, [1, 2, 3, 5], 64, 3, 200_000, 200, 4_000_000, 1_000_000, 16);
}
