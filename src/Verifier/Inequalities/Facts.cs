using System.Collections.Immutable;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Inequalities;

/// <summary>Numbers that are known not to be negative, and numbers that are known to be zero.</summary>
internal sealed record Facts(ImmutableArray<IntegerPolynomial> NonNegative, ImmutableArray<IntegerPolynomial> Zero)
{
    /// <summary>The comparisons all of which a condition consists of; what else it says is left out.</summary>
    public static Facts Of(Formula condition)
    {
        var comparisons = condition.Conjuncts.OfType<Formula.Comparison>().ToList();
        return new(
            [.. comparisons.Where(part => part.Relation == Relation.NonNegative).Select(part => part.Value)],
            [.. comparisons.Where(part => part.Relation == Relation.Zero).Select(part => part.Value)]);
    }

    public Facts With(params IEnumerable<IntegerPolynomial> nonNegative) => this with { NonNegative = [.. NonNegative.Concat(nonNegative).Distinct()] };
}
