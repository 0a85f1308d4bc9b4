using System.Collections.Immutable;

namespace HpcVerify.Trainer.Grpo;

/// <summary>
/// What happens to negative rewards before they are compared. One -100 among kernels of 12 to 50 GFLOPS triples the standard
/// deviation of the group, and what is left between the kernels is small. Each case keeps the order of rewards, the sign of a
/// penalty, and every reward that is not negative.
/// </summary>
public abstract record Penalties
{
    private Penalties() { }

    /// <summary>As they are (Eq. 3).</summary>
    public static Penalties Raw { get; } = new Multiplied(1);

    public abstract double Of(double reward);

    /// <summary>Each penalty times a factor above 0.</summary>
    public sealed record Multiplied(double Factor) : Penalties
    {
        public override double Of(double reward) => reward < 0 ? Factor * reward : reward;
    }

    /// <summary><c>-scale ln(1 - reward / scale)</c>: unchanged near 0, and -100 becomes -24 at a scale of 10.</summary>
    public sealed record Logarithmic(double Scale) : Penalties
    {
        public override double Of(double reward) => reward < 0 ? -Scale * Math.Log(1 - (reward / Scale)) : reward;
    }
}

/// <summary>Rewards made of several.</summary>
public static class RewardMixture
{
    /// <summary>
    /// The weighted sum for each sample. It is unscored when a part that counts is missing: a part that is left out of the sum
    /// would be a failure of ours that has a number.
    /// </summary>
    /// <param name="parts">One row for each source of rewards, one number for each sample.</param>
    /// <param name="weights">One for each row.</param>
    public static ImmutableArray<double?> Of(IReadOnlyList<ImmutableArray<double?>> parts, IReadOnlyList<double> weights)
    {
        if (parts.Count == 0 || parts.Count != weights.Count || parts.Any(part => part.Length != parts[0].Length))
        {
            throw new ArgumentException("a weight for each part, and as many rewards in each, are needed", nameof(weights));
        }

        return [.. Enumerable.Range(0, parts[0].Length).Select(sample => Sum(parts, weights, sample))];
    }

    private static double? Sum(IReadOnlyList<ImmutableArray<double?>> parts, IReadOnlyList<double> weights, int sample)
    {
        double? sum = 0;
        for (var part = 0; part < parts.Count; part++)
        {
            sum += weights[part] == 0 ? 0 : weights[part] * parts[part][sample];
        }

        return sum;
    }
}
