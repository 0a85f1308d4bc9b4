using System.Numerics;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>
/// Every loop against a number that its test keeps from being negative and that falls by at least one in each turn. That no
/// number wraps was settled before.
/// </summary>
internal sealed class TerminationCheck : SizeCheck
{
    public override SizeProperty Property => SizeProperty.Termination;

    public override SizeClaim Decide(SizeProblem problem)
    {
        var suspects = new List<Suspect>();
        foreach (var reached in problem.Extraction.Loops)
        {
            var endless = Endless(reached.GoesOn, reached, problem);
            var when = Formula.And(problem.Known, reached.Setting.Domain, endless).WithDefinitions();
            if (!problem.Prover.IsImpossible(when))
            {
                suspects.Add(new("a loop may not end", reached.Setting.Span, SizeSet.Of(when, problem.Facts.SizeDimensions)));
            }
        }

        return SuspectVerdict.Of(problem, Property, suspects, witness => witness.Kind == Violation.EndlessLoop);
    }

    /// <summary>
    /// What must hold in some turn for a test to hold in all: a part that falls does not hold for ever, and when it has failed
    /// once it fails in all later turns.
    /// </summary>
    private static Formula Endless(Formula goesOn, ReachedLoop reached, SizeProblem problem) => goesOn switch
    {
        Formula.Comparison comparison => Falls(comparison, reached, problem) ? Formula.False : comparison,
        Formula.All all => Formula.And(all.Parts.Select(part => Endless(part, reached, problem))),
        Formula.Any any => Formula.Or(any.Parts.Select(part => Endless(part, reached, problem))),
        _ => goesOn,
    };

    private static bool Falls(Formula.Comparison comparison, ReachedLoop reached, SizeProblem problem)
    {
        var (loop, value) = (reached.Loop, comparison.Value);
        return comparison.Relation == Relation.NonNegative
            && loop.Turn.CoefficientOf(loop.Iterator)?.Constant is { } direction && BigInteger.Abs(direction).IsOne
            && value.CoefficientOf(loop.Iterator) is { } step && step.Dimensions.All(dimension => IsFixed(dimension, loop))
            && value.Dimensions.All(dimension => dimension == loop.Iterator || IsFixed(dimension, loop) || dimension.Kind == DimensionKind.Free)
            && Grows(-step * (long)direction, reached, problem);
    }

    private static bool Grows(IntegerPolynomial step, ReachedLoop reached, SizeProblem problem) => step.Constant is { } number
        ? number.Sign > 0
        : problem.Prover.IsImpossible(Formula.And(problem.Known, reached.Setting.Domain, Formula.Less(step, IntegerPolynomial.One)).WithDefinitions());

    /// <summary>Whether a number is the same in all turns. One that is not, but stands for what a variable holds, has at least bounds.</summary>
    private static bool IsFixed(Dimension dimension, Enclosure.Loop loop) => dimension.Owner is null || dimension.Owner.Position < loop.Position;
}
