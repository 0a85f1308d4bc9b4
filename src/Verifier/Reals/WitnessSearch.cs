using System.Collections.Immutable;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Reals;

/// <summary>
/// Looks for a point with small integers as inputs at which two terms are further apart than a tolerance, both over the
/// reals and as computed. Conditions and opaque terms must not be rounded there, so that the difference is theirs.
/// </summary>
internal sealed class WitnessSearch(TermStore store, TermExpander expander, MonomialTable monomials, RealOptions options)
{
    /// <summary>The different one, or null where no point tells.</summary>
    /// <param name="fixedInputs">The inputs that a case settles: it is where the terms were seen to differ.</param>
    public RealComparison.Different? Find(Term expected, Term actual, FixedInputs fixedInputs, Rational toleratedRelatively, Sort reference)
    {
        for (var trial = 0; trial < options.Trials; trial++)
        {
            var settled = fixedInputs.Point(trial);
            var point = new ExactPoint(store, [expected, actual], Number);
            if (AreFarApart(point, expected, actual, toleratedRelatively, reference) is { } difference)
            {
                var witness = point.InputNames.ToImmutableSortedDictionary(name => name, Number, StringComparer.Ordinal);
                return new(monomials.Print(store, difference.Monomial), difference.Expected, difference.Actual, witness);
            }

            int Number(string name) => settled.TryGetValue(name, out var number) ? number : Drawn(name, trial);
        }

        return null;
    }

    /// <summary>Points of even number are positive, as roots and divisors like it; others lie in [-3, 3].</summary>
    private static int Drawn(string name, int trial)
    {
        var hash = 0xCBF2_9CE4_8422_2325 ^ ((ulong)trial * 0x9E37_79B9_7F4A_7C15);
        foreach (var letter in name)
        {
            hash = (hash ^ letter) * 0x100_0000_01B3;
        }

        hash = (hash ^ (hash >> 32)) * 0xFF51_AFD7_ED55_8CCD;
        return trial % 2 == 0 ? (int)((hash >> 33) % 3) + 1 : (int)((hash >> 33) % 7) - 3;
    }

    private CoefficientDifference? AreFarApart(ExactPoint point, Term expected, Term actual, Rational tolerance, Sort reference)
    {
        if (CaseAt(point, expected, actual) is not var (left, right)
            || PolynomialGap.Between(monomials, left, right, reference).Difference is not { } difference
            || Value(point, left) is not var (exactLeft, magnitude)
            || Value(point, right) is not var (exactRight, _)
            || point.Computed(expected) is not { } computedLeft
            || point.Computed(actual) is not { } computedRight)
        {
            return null;
        }

        var tolerated = magnitude * tolerance;
        return Rational.Abs(exactLeft - exactRight) > tolerated && Rational.Abs(computedLeft - computedRight) > tolerated ? difference : null;
    }

    /// <summary>Both sides with the choices the point makes.</summary>
    private (Polynomial, Polynomial)? CaseAt(ExactPoint point, Term expected, Term actual)
    {
        var assumptions = Assumptions.None;
        while (true)
        {
            expander.Assume(assumptions);
            var (left, right) = (expander.Expand(expected), expander.Expand(actual));
            if (left is Expansion.Expanded x && right is Expansion.Expanded y)
            {
                return (x.Polynomial, y.Polynomial);
            }

            if ((left as Expansion.Undecided ?? right as Expansion.Undecided) is not { } undecided
                || point.Truth(undecided.Condition) is not { } holds)
            {
                return null;
            }

            assumptions = assumptions.With(undecided.Condition, holds);
        }
    }

    /// <summary>The value of a polynomial, and that of its magnitudes.</summary>
    private (Rational, Rational)? Value(ExactPoint point, Polynomial polynomial)
    {
        var (value, magnitude) = (Rational.Zero, Rational.Zero);
        foreach (var entry in polynomial.Entries)
        {
            if (Value(point, entry.Monomial) is not { } product)
            {
                return null;
            }

            value += entry.Coefficient * product;
            magnitude += entry.Magnitude * Rational.Abs(product);
        }

        return (value, magnitude);
    }

    private Rational? Value(ExactPoint point, int monomial)
    {
        var product = Rational.One;
        foreach (var factor in monomials.FactorsOf(monomial))
        {
            if (point.Exact(factor.Atom) is not { } value)
            {
                return null;
            }

            product *= Rational.Power(value, factor.Power);
        }

        return product;
    }
}
