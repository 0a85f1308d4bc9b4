using System.Collections.Immutable;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Polyhedral;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>The points of a set that none of the writes that surely happen covers.</summary>
/// <param name="Given">What the set depends on beside its coordinates.</param>
internal sealed record Uncovered(SizeProblem Problem, Formula All, ImmutableArray<Formula> Written, ImmutableArray<Dimension> Given, ImmutableArray<Dimension> Coordinates)
{
    public bool IsNone
    {
        get
        {
            using var context = new IslContext(Problem.Options.ConditionOperations);
            return Left(context).IsEmpty() == IslAnswer.Yes;
        }
    }

    /// <summary>The sizes at which there is one.</summary>
    /// <param name="isExact">Whether what may be missing at a size is missing there.</param>
    public SizeSet Sizes(bool isExact) => new(
        context => Given.Except(Problem.Facts.SizeDimensions).Aggregate(Left(context).Parameters(), (set, other) => set.ProjectOutParameter(IslText.NameOf(other))), isExact);

    private IslSet Left(IslContext context)
    {
        var left = context.Set(IslText.SetOf(All, Given, Coordinates)!);
        foreach (var formula in Written)
        {
            if (left.IsEmpty() != IslAnswer.No)
            {
                break;
            }

            left = left.Subtract(context.Set(IslText.SetOf(formula, Given, Coordinates)!)).Coalesce();
        }

        return left;
    }
}
