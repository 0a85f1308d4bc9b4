using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Inequalities;

/// <summary>
/// What a condition says that needs no cases: its comparisons, and what all cases of its parts agree on, such as that a minimum
/// is neither above the one number nor above the other.
/// </summary>
internal sealed class FactsOfCondition
{
    private const int MostCandidates = 24;

    private readonly Intervals _intervals;

    private FactsOfCondition(Intervals intervals) => _intervals = intervals;

    public static Facts Of(Formula condition, Intervals intervals)
    {
        var said = new FactsOfCondition(intervals).Said(condition);
        var facts = Bounded(said.With(said.Zero.SelectMany(zero => Sharpened(zero, said.NonNegative))), new(said));
        var lower = Multiplied(facts).Where(new PolynomialProver(facts).IsNonNegative).ToList();
        return lower.Count == 0 ? facts : Bounded(facts.With(lower), new(facts.With(lower)));
    }

    /// <summary>With the least value of each dimension, where that is not negative.</summary>
    private static Facts Bounded(Facts facts, Intervals intervals) => facts.With(
        from dimension in facts.NonNegative.Concat(facts.Zero).SelectMany(number => number.Dimensions).Distinct().Select(IntegerPolynomial.Of)
        let least = intervals.LeastOf(dimension)
        where least is { Sign: >= 0 }
        select dimension - IntegerPolynomial.Of(least.Value));

    /// <summary>What is multiplied, and not known to have a sign: <c>count*q &gt;= m</c> says something of q.</summary>
    private static IEnumerable<IntegerPolynomial> Multiplied(Facts facts)
    {
        var intervals = new Intervals(facts);
        return facts.NonNegative.SelectMany(number => number.Terms).Where(term => term.Key.Factors.Length > 1).SelectMany(term => term.Key.Factors).Distinct()
            .Select(IntegerPolynomial.Of).Where(dimension => intervals.LeastOf(dimension) is not { Sign: >= 0 });
    }

    private Facts Said(Formula condition) => condition switch
    {
        Formula.Comparison { Relation: Relation.NonNegative } comparison => new([comparison.Value], []),
        Formula.Comparison { Relation: Relation.Zero } comparison => new([], [comparison.Value]),
        // What is not negative and not zero is at least one.
        Formula.Comparison { Relation: Relation.NonZero } comparison when _intervals.LeastOf(comparison.Value) is { Sign: >= 0 } => new([comparison.Value - 1], []),
        Formula.Comparison { Relation: Relation.NonZero } comparison when _intervals.LeastOf(-comparison.Value) is { Sign: >= 0 } => new([-comparison.Value - 1], []),
        Formula.All all => Joined(all.Parts.Select(Said)),
        Formula.Any any => Common([.. any.Parts.Where(part => !IsRefuted(part)).Select(Said)]),
        _ => new([], []),
    };

    private bool IsRefuted(Formula part) => part.Conjuncts.OfType<Formula.Comparison>()
        .Any(comparison => comparison.Relation == Relation.NonNegative && _intervals.LeastOf(-comparison.Value - 1) is { Sign: >= 0 });

    private static Facts Joined(IEnumerable<Facts> parts)
    {
        var all = parts.ToList();
        return new([.. all.SelectMany(part => part.NonNegative).Distinct()], [.. all.SelectMany(part => part.Zero).Distinct()]);
    }

    private static Facts Common(ImmutableArray<Facts> cases)
    {
        if (cases is [var only])
        {
            return only;
        }

        var candidates = cases.SelectMany(one => one.NonNegative.Concat(one.Zero).Concat(one.Zero.Select(zero => -zero))).Distinct().Take(MostCandidates);
        return new([.. candidates.Where(candidate => cases.All(one => Says(one, candidate)))], []);
    }

    private static bool Says(Facts facts, IntegerPolynomial candidate) =>
        facts.NonNegative.Contains(candidate) || facts.Zero.Contains(candidate) || facts.Zero.Contains(-candidate) || new PolynomialProver(facts).IsNonNegative(candidate);

    /// <summary>
    /// With <c>64*q</c> in place of N, <c>N - 64*i - 1 >= 0</c> is <c>64*q - 64*i - 1 >= 0</c>, and so <c>q - i - 1 >= 0</c>: there are whole tiles.
    /// </summary>
    private static IEnumerable<IntegerPolynomial> Sharpened(IntegerPolynomial zero, ImmutableArray<IntegerPolynomial> facts)
    {
        if (!zero.IsLinear || zero.Dimensions.FirstOrDefault(dimension => BigInteger.Abs(zero.CoefficientOf(dimension)!.ConstantTerm).IsOne) is not { } replaced)
        {
            return [];
        }

        var value = IntegerPolynomial.Of(replaced) - (zero * (long)zero.CoefficientOf(replaced)!.ConstantTerm);
        return facts.Where(fact => fact.IsLinear && fact.Mentions(replaced)).Select(fact => fact.With(replaced, value))
            .Where(fact => fact.Content is { IsOne: false, IsZero: false } content && !(fact.ConstantTerm % content).IsZero)
            .Select(fact => Formula.AtLeast(fact, IntegerPolynomial.Zero)).OfType<Formula.Comparison>().Select(fact => fact.Value);
    }
}
