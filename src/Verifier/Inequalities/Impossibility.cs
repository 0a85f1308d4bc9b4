using System.Collections.Immutable;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Inequalities;

/// <summary>Shows that a condition cannot hold, because its facts add up to a negative number in each of a few cases.</summary>
internal static class Impossibility
{
    private const int DeepestCase = 2;

    /// <param name="cases">Parts of the condition that may be looked at case by case.</param>
    public static bool IsShown(Formula condition, Formula cases) => condition.IsFalse || IsShown(condition, [.. cases.Conjuncts.Select(Split).Where(split => split.Length > 1)], DeepestCase);

    private static bool IsShown(Formula condition, ImmutableArray<ImmutableArray<Formula>> splits, int depth) =>
        condition.IsFalse || new PolynomialProver(FactsOfCondition.Of(condition, new(condition))).IsContradiction()
        || (depth > 0 && splits is [var split, .. var rest] && split.All(one => IsShown(Formula.And(condition, one), rest, depth - 1)));

    private static ImmutableArray<Formula> Split(Formula part) => part switch
    {
        Formula.Comparison { Relation: Relation.NonZero, Value: var value } => [Formula.AtLeast(value, IntegerPolynomial.One), Formula.AtLeast(-value, IntegerPolynomial.One)],
        Formula.Any any => any.Parts,
        _ => [part],
    };
}
