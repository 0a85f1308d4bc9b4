using System.Diagnostics;

namespace HpcVerify.Trainer.Grpo;

/// <summary>An estimate of the divergence from the reference at one token, with <c>d = log p - log reference</c>.</summary>
public enum DivergenceEstimate
{
    /// <summary><c>d</c>: unbiased, of either sign, and its gradient says nothing about the divergence.</summary>
    K1,

    /// <summary><c>d²/2</c>: biased, but its gradient is right.</summary>
    K2,

    /// <summary><c>exp(-d) + d - 1</c>: unbiased and never negative (GRPO's own).</summary>
    K3,

    /// <summary>The value of K3 with the gradient of K2 (verl's <c>k3+</c>).</summary>
    K3Plus,
}

/// <summary>The second part of Eq. 2: a price for leaving the reference.</summary>
/// <param name="Estimate">How it is estimated.</param>
/// <param name="Weight">The paper's beta; 0 for none, and then no reference is needed.</param>
/// <param name="DifferenceLimit">Where <c>d</c> is cut off at either side; infinity for nowhere.</param>
/// <param name="EstimateLimit">Where the estimate is cut off at either side; infinity for nowhere.</param>
public sealed record Divergence(DivergenceEstimate Estimate, double Weight, double DifferenceLimit, double EstimateLimit)
{
    /// <summary>Where the first three terms of a series are as good as the formula.</summary>
    private const double NearZero = 1e-3;

    /// <summary>No price.</summary>
    public static Divergence None { get; } = K3(0);

    /// <summary>GRPO's estimate without limits, as TRL has it.</summary>
    public static Divergence K3(double weight) => new(DivergenceEstimate.K3, weight, double.PositiveInfinity, double.PositiveInfinity);

    /// <summary>The estimate, without its weight, and its derivative by the log-probability; that is 0 where a limit cuts.</summary>
    public (double Value, double Slope) Of(double logProbability, double reference)
    {
        var difference = Math.Clamp(logProbability - reference, -DifferenceLimit, DifferenceLimit);
        var isCut = Math.Abs(logProbability - reference) > DifferenceLimit;
        var (value, slope) = Estimate switch
        {
            DivergenceEstimate.K1 => (difference, 1),
            DivergenceEstimate.K2 => (difference * difference / 2, difference),
            DivergenceEstimate.K3 => (ThirdOf(difference), 1 - Math.Exp(-difference)),
            DivergenceEstimate.K3Plus => (ThirdOf(difference), difference),
            _ => throw new UnreachableException(),
        };
        return isCut || Math.Abs(value) > EstimateLimit
            ? (Math.Clamp(value, -EstimateLimit, EstimateLimit), 0)
            : (value, slope);
    }

    /// <summary>Near 0 by its series, where the difference of nearly equal numbers would be rounding, and of either sign.</summary>
    private static double ThirdOf(double difference) => Math.Abs(difference) < NearZero
        ? difference * difference / 2 * (1 - (difference / 3) + (difference * difference / 12))
        : Math.Exp(-difference) - 1 + difference;
}
