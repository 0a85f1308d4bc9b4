using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Reals;

/// <summary>Sums of unit roundoffs in units of 2^-53, the unit roundoff of a double.</summary>
internal static class RoundingCount
{
    /// <summary>The unit roundoff of a float is 2^-24 = 2^29 * 2^-53.</summary>
    private const long OfFloat = 1L << 29;

    /// <summary>From here on a bound says nothing; sums stop here, so that they cannot overflow.</summary>
    private const long Limit = 1L << 60;

    /// <summary>Covers the rounding of the few operations with which a bound is computed.</summary>
    private const double Slack = 1 + (1.0 / (1L << 46));

    public static long Of(Sort sort) => sort.Width == 32 ? OfFloat : 1;

    public static long Sum(long first, long second) => Math.Min(first + second, Limit);

    public static double InUnits(long count, Sort reference) => (double)count / Of(reference);

    /// <summary>
    /// What k factors with the sum s of their unit roundoffs do to a product: at most <c>s / (1 - s)</c> relative to it
    /// (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., lemma 3.1, whose proof does not need equal ones).
    /// </summary>
    public static double BoundInUnits(long count, Sort reference)
    {
        var sum = count * Sort.Float64.UnitRoundoff;
        return sum < 0.5 ? InUnits(count, reference) / (1 - sum) * Slack : double.PositiveInfinity;
    }

    public static double RoundedUp(double value) => value * Slack;
}
