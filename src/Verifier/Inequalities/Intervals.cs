using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Inequalities;

/// <summary>
/// Between which constants each dimension lies, as far as single comparisons of a condition show: quick, and enough for most
/// counters and for most sums that must not overflow.
/// </summary>
internal sealed class Intervals
{
    private const int Rounds = 4;

    private readonly Dictionary<Dimension, (BigInteger? Low, BigInteger? High)> _ranges = [];

    public Intervals(Formula known)
        : this(Facts.Of(known))
    {
    }

    public Intervals(Facts known)
    {
        ImmutableArray<IntegerPolynomial> facts = [.. known.NonNegative, .. known.Zero, .. known.Zero.Select(zero => -zero)];
        for (var (round, changed) = (0, true); round < Rounds && changed; round++)
        {
            changed = false;
            foreach (var fact in facts)
            {
                changed |= Narrow(fact);
            }
        }
    }

    /// <summary>The least that a polynomial can be; null where nothing shows.</summary>
    public BigInteger? LeastOf(IntegerPolynomial value) => value.Terms.Aggregate((BigInteger?)BigInteger.Zero, (sum, term) => sum + LeastOf(term.Key, term.Value));

    /// <summary>What a number that is not negative says of each dimension that it adds: <c>5 - 2*i + n &gt;= 0</c> and n at most 7 make i at most 6.</summary>
    private bool Narrow(IntegerPolynomial notNegative)
    {
        var changed = false;
        foreach (var (product, coefficient) in notNegative.Terms.Where(term => term.Key.Factors.Length == 1))
        {
            var dimension = product.Factors[0];
            // The others are at most so much, so that this term is at least minus that.
            if (-LeastOf(-(notNegative - (IntegerPolynomial.Of(dimension) * IntegerPolynomial.Of(coefficient)))) is not { } most)
            {
                continue;
            }

            var (low, high) = _ranges.GetValueOrDefault(dimension);
            var limit = coefficient.Sign > 0 ? -FloorDivision.Of(most, coefficient) : FloorDivision.Of(most, -coefficient);
            (BigInteger?, BigInteger?) next = coefficient.Sign > 0 ? (low is null || limit > low ? limit : low, high) : (low, high is null || limit < high ? limit : high);
            changed |= !next.Equals((low, high));
            _ranges[dimension] = next;
        }

        return changed;
    }

    private BigInteger? LeastOf(Product product, BigInteger coefficient)
    {
        (BigInteger? Low, BigInteger? High) range = (coefficient, coefficient);
        foreach (var factor in product.Factors)
        {
            range = Times(range, _ranges.GetValueOrDefault(factor));
        }

        return range.Low;
    }

    private static (BigInteger? Low, BigInteger? High) Times((BigInteger? Low, BigInteger? High) first, (BigInteger? Low, BigInteger? High) second)
    {
        if (first is ({ } a, { } b) && second is ({ } c, { } d))
        {
            BigInteger[] corners = [a * c, a * d, b * c, b * d];
            return (corners.Min(), corners.Max());
        }

        return first is ({ Sign: >= 0 } low, _) && second is ({ Sign: >= 0 } other, _) ? (low * other, null)
            : first is (_, { Sign: <= 0 } top) && second is ({ Sign: >= 0 } least, _) ? (null, top * least)
            : (null, null);
    }
}
