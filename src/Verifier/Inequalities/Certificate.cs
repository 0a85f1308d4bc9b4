using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Reals;

namespace HpcVerify.Verifier.Inequalities;

/// <summary>
/// So much of each of some consequences, which together are a number that is not negative. Whoever found it need not be
/// trusted: <see cref="SumUnder"/> looks at every term, and adds them up as polynomials.
/// </summary>
internal sealed record Certificate(ImmutableArray<(Consequence Consequence, Rational Weight)> Terms)
{
    /// <summary>
    /// The sum, multiplied by <c>Scale</c>, which is positive: it is not negative where the facts hold. Null where one of the terms
    /// does not follow from the facts, or would have to be taken away.
    /// </summary>
    public (IntegerPolynomial Sum, BigInteger Scale)? SumUnder(Facts facts)
    {
        var (nonNegative, zero) = (facts.NonNegative.ToHashSet(), facts.Zero.ToHashSet());
        if (!Terms.All(term => IsKnown(term.Consequence, term.Weight, nonNegative, zero)))
        {
            return null;
        }

        var scale = Terms.Aggregate(BigInteger.One, (all, term) => all / BigInteger.GreatestCommonDivisor(all, term.Weight.Denominator) * term.Weight.Denominator);
        var sum = Terms.Aggregate(
            IntegerPolynomial.Zero, (all, term) => all + (term.Consequence.Value * IntegerPolynomial.Of(term.Weight.Numerator * (scale / term.Weight.Denominator))));
        return (sum, scale);
    }

    /// <summary>Whether it shows that the facts cannot all hold: what is not negative would be.</summary>
    public bool Refutes(Facts facts) => SumUnder(facts) is var (sum, _) && sum.Constant is { Sign: < 0 };

    private static bool IsKnown(Consequence consequence, Rational weight, HashSet<IntegerPolynomial> nonNegative, HashSet<IntegerPolynomial> zero) => consequence switch
    {
        Consequence.Product product => weight.Numerator.Sign >= 0 && product.Factors.All(nonNegative.Contains),
        Consequence.Multiple multiple => zero.Contains(multiple.Zero),
        _ => false,
    };
}
