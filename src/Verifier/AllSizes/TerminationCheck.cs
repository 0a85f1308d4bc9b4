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
            var endless = Endless(reached.GoesOn, reached.Loop);
            var when = Formula.And(problem.Known, reached.Setting.Domain, endless).WithDefinitions();
            if (!problem.Prover.IsImpossible(when))
            {
                suspects.Add(new("a loop may not end", reached.Setting.Span, SizeSet.Of(when, problem.Facts.SizeDimensions)));
            }
        }

        return SuspectVerdict.Of(problem, Property, suspects, witness => witness.Kind == Violation.EndlessLoop, "every loop ends");
    }

    /// <summary>
    /// What must hold in some turn for a test to hold in all: a number that falls is negative from some turn on, so that one of
    /// two parts that hold by turns would have to hold without it.
    /// </summary>
    private static Formula Endless(Formula goesOn, Enclosure.Loop loop) => goesOn switch
    {
        Formula.Comparison comparison => Fall(comparison, loop) is { } fall ? Formula.And(comparison, Formula.Less(fall, IntegerPolynomial.One)) : comparison,
        Formula.All all => Formula.And(all.Parts.Select(part => Endless(part, loop))),
        Formula.Any any => Formula.Or(any.Parts.Select(part => Endless(part, loop))),
        _ => goesOn,
    };

    /// <summary>
    /// By how much a number falls in each turn that must not be negative. What else it speaks of is the same in all turns, or
    /// stands for what a variable holds and so has bounds; null where there is more.
    /// </summary>
    private static IntegerPolynomial? Fall(Formula.Comparison comparison, Enclosure.Loop loop) =>
        comparison.Relation == Relation.NonNegative && comparison.Value is var value
        && loop.Turn.CoefficientOf(loop.Iterator)?.Constant is { } direction && BigInteger.Abs(direction).IsOne
        && value.CoefficientOf(loop.Iterator) is { } step && step.Dimensions.All(dimension => IsFixed(dimension, loop))
        && value.Dimensions.All(dimension => dimension == loop.Iterator || IsFixed(dimension, loop) || dimension.Kind == DimensionKind.Free)
            ? -step * (long)direction
            : null;

    private static bool IsFixed(Dimension dimension, Enclosure.Loop loop) => dimension.Owner is null || dimension.Owner.Position < loop.Position;
}
