using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Reals;

namespace HpcVerify.Verifier.Inequalities;

/// <summary>
/// Proves that polynomials are not negative where facts hold: by finding, as a linear program, how much of each consequence of
/// the facts adds up to what is to be shown (Handelman). What was found is checked before it is believed.
/// </summary>
internal sealed class PolynomialProver(Facts facts)
{
    /// <summary>A size at which a bound is made as good as it can be, and another for contracts that do not allow so much.</summary>
    private static readonly ImmutableArray<int> Samples = [1000, 16];

    /// <summary>Whether a number is not negative: were it, something that is not negative would be.</summary>
    public bool IsNonNegative(IntegerPolynomial number)
    {
        var opposite = -number - 1;
        var assumed = facts.With(opposite);
        var program = new Linearisation(Consequences.Of(assumed, opposite), _ => null);
        return program.Keeps(opposite) && program.Refutation() is { } certificate && certificate.Refutes(assumed);
    }

    /// <summary>Whether the facts cannot all hold.</summary>
    public bool IsContradiction() => new Linearisation(Consequences.Of(facts), _ => null).Refutation() is { } certificate && certificate.Refutes(facts);

    /// <summary>
    /// A polynomial over some dimensions that a number is never less than, times a positive number: as great as it can be where all
    /// of them have the value of a sample. Null where none is found.
    /// </summary>
    public IntegerPolynomial? LeastOf(IntegerPolynomial number, IReadOnlySet<Dimension> sizes) =>
        Excess(number, sizes) is var (sum, scale) ? (number * IntegerPolynomial.Of(scale)) - sum : null;

    /// <summary>By how much a number, times a positive number, exceeds that least value: it is not negative.</summary>
    public IntegerPolynomial? Difference(IntegerPolynomial number, IReadOnlySet<Dimension> sizes) => Excess(number, sizes)?.Sum;

    private (IntegerPolynomial Sum, BigInteger Scale)? Excess(IntegerPolynomial number, IReadOnlySet<Dimension> sizes)
    {
        var consequences = Consequences.Of(facts, number).RemoveAll(consequence => consequence.Value.Dimensions.All(sizes.Contains));
        foreach (var sample in Samples)
        {
            var program = new Linearisation(consequences, product => product.Factors.All(sizes.Contains) ? BigInteger.Pow(sample, product.Factors.Length) : null);
            if (program.Minimum(number) is { } certificate && certificate.SumUnder(facts) is var (sum, scale)
                && ((number * IntegerPolynomial.Of(scale)) - sum).Dimensions.All(sizes.Contains))
            {
                return (sum, scale);
            }
        }

        return null;
    }
}
