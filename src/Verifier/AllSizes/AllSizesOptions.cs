using HpcVerify.Verifier.Certificates;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>What may be spent on claims for all sizes, in units that do not depend on the machine.</summary>
/// <param name="PolyhedralOperations">isl's operations, for one question.</param>
/// <param name="ConditionOperations">isl's operations, for one condition that is printed.</param>
/// <param name="SolverUnits">Z3's, for one question.</param>
/// <param name="MostUndecided">Questions that Z3 may leave open before it is asked no more.</param>
/// <param name="MostQuestions">Questions to isl about one kernel.</param>
/// <param name="MostPoints">Questions about one violation at one size.</param>
/// <param name="MostObligations">Obligations of one property that are looked at.</param>
/// <param name="GuessCost">What a run may cost at sizes at which nothing says that it goes wrong.</param>
/// <param name="ReplayCost">What a bounded run at the sizes of a violation may cost, in about one unit for each operation and element.</param>
public sealed record AllSizesOptions(
    long PolyhedralOperations, long ConditionOperations, uint SolverUnits, int MostUndecided, int MostQuestions, int MostPoints, int MostObligations, long GuessCost, long ReplayCost)
{
    /// <summary>Takes down what solvers say to be impossible; null where nobody asked.</summary>
    public ExclusionBook? Exclusions { get; init; }

    public static readonly AllSizesOptions Usual = new(100_000, 500_000, 300_000, 2, 1500, 100, 400, 100_000, 3_000_000);
}
