using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Inequalities;

/// <summary>
/// The consequences of facts that may matter for a number: the facts, and those of their products by other facts in which
/// nothing is multiplied that is not multiplied in the number or in a fact.
/// </summary>
internal static class Consequences
{
    private const int MostMultipliers = 16;

    /// <summary>The limits of types say nothing of rows: to multiply them makes questions larger and no proofs.</summary>
    private static readonly BigInteger LargestMultiplied = BigInteger.One << 24;

    public static ImmutableArray<Consequence> Of(Facts facts, params ImmutableArray<IntegerPolynomial> numbers)
    {
        var multiplied = numbers.Concat(facts.NonNegative).Concat(facts.Zero).SelectMany(number => number.Terms).Select(term => term.Key.Factors).Where(factors => factors.Length > 1).ToList();
        var degree = multiplied.Select(factors => factors.Length).DefaultIfEmpty(1).Max();
        var parts = multiplied.SelectMany(PartsOf).Distinct().OrderBy(part => part, Parametric.Product.Order).ToList();
        var bounds = LowerBounds(facts);
        var multipliers = parts.Where(part => part.Factors.All(bounds.ContainsKey)).Take(MostMultipliers).Select(part => part.Factors.Select(factor => bounds[factor]).ToImmutableArray()).ToList();
        var products =
            from fact in facts.NonNegative
            where BigInteger.Abs(fact.ConstantTerm) <= LargestMultiplied
            from multiplier in multipliers
            where DegreeOf(fact) + multiplier.Length <= degree
            select new Consequence.Product([fact, .. multiplier]);
        var multiples =
            from zero in facts.Zero
            from part in parts.Prepend(Parametric.Product.Empty).Take(MostMultipliers)
            where DegreeOf(zero) + part.Factors.Length <= degree
            select new Consequence.Multiple(zero, part.Factors.Aggregate(IntegerPolynomial.One, (all, factor) => all * IntegerPolynomial.Of(factor)));
        return [.. facts.NonNegative.Select(fact => new Consequence.Product([fact])), .. products, .. multiples];
    }

    /// <summary>The greatest constant that each dimension is known to reach, as what is left of it above.</summary>
    private static Dictionary<Dimension, IntegerPolynomial> LowerBounds(Facts facts)
    {
        var bounds = new Dictionary<Dimension, IntegerPolynomial>();
        foreach (var fact in facts.NonNegative.Where(fact => fact.ConstantTerm.Sign <= 0))
        {
            if (fact.Terms is [.., { Key.Factors: [var only], Value.IsOne: true }] && fact.Terms.Length == (fact.ConstantTerm.IsZero ? 1 : 2)
                && (!bounds.TryGetValue(only, out var known) || fact.ConstantTerm < known.ConstantTerm))
            {
                bounds[only] = fact;
            }
        }

        return bounds;
    }

    private static int DegreeOf(IntegerPolynomial number) => number.Terms is [.., var last] ? last.Key.Factors.Length : 0;

    /// <summary>What a product is made of, other than itself: all but one or more of its factors.</summary>
    private static IEnumerable<Product> PartsOf(ImmutableArray<Dimension> factors) => Enumerable.Range(1, (1 << Math.Min(factors.Length, 4)) - 2)
        .Select(mask => new Product([.. factors.Where((_, index) => (mask >> index & 1) == 1)]));
}
