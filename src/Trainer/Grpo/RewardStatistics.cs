namespace HpcVerify.Trainer.Grpo;

/// <summary>
/// Mean and standard deviation of rewards of which some may be missing. Both go by distances from the first reward, so that
/// equal rewards have exactly themselves as their mean and exactly 0 as their deviation, and rewards that almost tie keep their
/// digits.
/// </summary>
public static class RewardStatistics
{
    /// <summary>How many roundings of the largest reward a deviation may be made of and still count as none.</summary>
    private const double Roundings = 16;

    private static readonly double Rounding = Math.BitIncrement(1.0) - 1;

    /// <summary>The mean of the rewards that are there; missing when none is.</summary>
    public static double? Mean(IEnumerable<double?> rewards)
    {
        double[] present = [.. rewards.OfType<double>()];
        return present.Length == 0 ? null : Centre(present);
    }

    /// <summary>
    /// The standard deviation of the rewards that are there, over their number less <paramref name="degreesOfFreedom"/>
    /// (<c>ddof</c>); missing when that is not positive.
    /// </summary>
    public static double? Deviation(IEnumerable<double?> rewards, int degreesOfFreedom)
    {
        double[] present = [.. rewards.OfType<double>()];
        return present.Length <= degreesOfFreedom || present.Length == 0 ? null : Spread(present, degreesOfFreedom);
    }

    /// <summary>Whether the rewards that are there differ by more than rounding.</summary>
    public static bool IsVaried(IEnumerable<double?> rewards)
    {
        double[] present = [.. rewards.OfType<double>()];
        return present.Length > 1 && !IsRounding(Spread(present, 0), present);
    }

    /// <summary>
    /// Whether a deviation is no more than rounding leaves behind. Comparing with 0 is not enough: a sum of equal decimal
    /// fractions may deviate by a last digit, and dividing by that makes one sample outweigh all others.
    /// </summary>
    internal static bool IsRounding(double deviation, IEnumerable<double> rewards) =>
        deviation <= Roundings * Rounding * rewards.Select(Math.Abs).DefaultIfEmpty(0).Max();

    internal static double Centre(IReadOnlyCollection<double> rewards)
    {
        var first = rewards.First();
        return first + (rewards.Sum(reward => reward - first) / rewards.Count);
    }

    internal static double Spread(IReadOnlyCollection<double> rewards, int degreesOfFreedom)
    {
        var mean = Centre(rewards);
        return Math.Sqrt(rewards.Sum(reward => (reward - mean) * (reward - mean)) / (rewards.Count - degreesOfFreedom));
    }
}
