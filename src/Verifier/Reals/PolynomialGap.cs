using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Reals;

/// <summary>How far two computations are apart, monomial by monomial, relative to the magnitudes of the expected one.</summary>
/// <param name="BoundInUnits">Infinite where the actual computation has a monomial that the expected one lacks.</param>
/// <param name="Count">The most roundings on a path of either, in units of 2^-53.</param>
/// <param name="Difference">The first monomial whose coefficients differ, if there is one.</param>
/// <param name="Cancelled">The first monomial that the actual computation makes and cancels, and the expected one does not make.</param>
internal sealed record PolynomialGap(double BoundInUnits, long Count, bool IsFusible, CoefficientDifference? Difference, int? Cancelled)
{
    private static readonly Entry Nothing = new(MonomialTable.One, Rational.Zero, Rational.Zero, 0);

    private static readonly PolynomialGap None = new(0, 0, false, null, null);

    public static PolynomialGap Between(MonomialTable monomials, Polynomial expected, Polynomial actual, Sort reference)
    {
        var (gap, i, j) = (None, 0, 0);
        while (i < expected.Entries.Length || j < actual.Entries.Length)
        {
            var left = i < expected.Entries.Length ? expected.Entries[i].Monomial : int.MaxValue;
            var right = j < actual.Entries.Length ? actual.Entries[j].Monomial : int.MaxValue;
            var monomial = Math.Min(left, right);
            var a = left == monomial ? expected.Entries[i++] : Nothing;
            var b = right == monomial ? actual.Entries[j++] : Nothing;
            gap = gap.With(monomial, (monomials.TraitsOf(monomial) & AtomTraits.Fusible) != 0, a, b, reference);
        }

        return gap;
    }

    private PolynomialGap With(int monomial, bool isFusible, Entry expected, Entry actual, Sort reference)
    {
        var differs = expected.Coefficient != actual.Coefficient;
        var isCancelled = !differs && expected.Magnitude.IsZero;
        var bound = Bound(expected, actual, reference);
        return new(
            Math.Max(BoundInUnits, bound),
            Math.Max(Count, Math.Max(expected.Count, actual.Count)),
            IsFusible || isFusible,
            Difference ?? (differs ? new(monomial, expected.Coefficient, actual.Coefficient) : null),
            Cancelled ?? (isCancelled ? monomial : null));
    }

    /// <summary>
    /// Both sides err: the actual one relative to its own magnitude, the expected one relative to its. A difference of the
    /// coefficients comes on top.
    /// </summary>
    private static double Bound(Entry expected, Entry actual, Sort reference)
    {
        if (expected.Magnitude.IsZero)
        {
            return double.PositiveInfinity;
        }

        var own = RoundingCount.BoundInUnits(expected.Count, reference);
        var errors = actual.Magnitude == expected.Magnitude
            ? RoundingCount.BoundInUnits(actual.Count, reference)
            : ErrorOf(actual, expected.Magnitude, reference);
        var difference = expected.Coefficient == actual.Coefficient
            ? 0
            : (Rational.Abs(expected.Coefficient - actual.Coefficient) / expected.Magnitude).UpperDouble() / reference.UnitRoundoff;
        return RoundingCount.RoundedUp(own + errors + difference);
    }

    private static double ErrorOf(Entry actual, Rational magnitude, Sort reference) =>
        actual.Count == 0
            ? 0
            : (actual.Magnitude / magnitude).UpperDouble() * RoundingCount.BoundInUnits(actual.Count, reference);
}

/// <summary>A monomial with two coefficients.</summary>
internal sealed record CoefficientDifference(int Monomial, Rational Expected, Rational Actual);
