namespace HpcVerify.Trainer.Grpo;

/// <summary>What a token loses, and how that changes.</summary>
/// <param name="Loss">To be minimised.</param>
/// <param name="PerRatio">Its derivative by the importance ratio.</param>
/// <param name="PerLogProbability">Its derivative by the token's log-probability where the ratio is held.</param>
public readonly record struct SurrogateTerm(double Loss, double PerRatio, double PerLogProbability);

/// <summary>The first part of Eq. 2, of one token with importance ratio <c>r</c> and advantage <c>A</c>.</summary>
public abstract record Surrogate
{
    private Surrogate() { }

    /// <summary>Ratios below this count as clipped where the advantage is negative; minus infinity when there is no such end.</summary>
    public abstract double Low { get; }

    /// <summary>Ratios above this count as clipped where the advantage is positive.</summary>
    public abstract double High { get; }

    public abstract SurrogateTerm Of(double ratio, double logProbability, double advantage);

    /// <summary>
    /// PPO's <c>-min(r A, clip(r, 1 - low, 1 + high) A)</c>; with different widths DAPO's "clip higher". Where A is negative it
    /// is no more than <c>-cap A</c> (dual clip; TRL's <c>delta</c> is the same as long as it is above 1 + high).
    /// </summary>
    /// <param name="LowWidth">The paper's delta below 1.</param>
    /// <param name="HighWidth">The paper's delta above 1.</param>
    /// <param name="Cap">Above 1; infinity for none.</param>
    public sealed record Clipped(double LowWidth, double HighWidth, double Cap = double.PositiveInfinity) : Surrogate
    {
        public override double Low => 1 - LowWidth;

        public override double High => 1 + HighWidth;

        public override SurrogateTerm Of(double ratio, double logProbability, double advantage) => advantage switch
        {
            > 0 when ratio > High => new(-High * advantage, 0, 0),
            < 0 when ratio > Cap => new(-Cap * advantage, 0, 0),
            < 0 when ratio < Low => new(-Low * advantage, 0, 0),
            _ => new(-ratio * advantage, -advantage, 0),
        };
    }

    /// <summary>
    /// CISPO's <c>-sg(clip(r, low, high)) A log p</c>: the ratio weighs the token and passes no gradient, so that no token drops
    /// out. TRL and ms-swift cap the top only, at an absolute ratio such as 5; verl, NeMo-RL and slime have a band around 1.
    /// </summary>
    public sealed record Weighted(double Low, double High) : Surrogate
    {
        public override double Low { get; } = Low;

        public override double High { get; } = High;

        public override SurrogateTerm Of(double ratio, double logProbability, double advantage)
        {
            var slope = -Math.Clamp(ratio, Low, High) * advantage;
            return new(slope * logProbability, 0, slope);
        }
    }

    /// <summary>SAPO's <c>-4/t s(t (r - 1)) A</c> with the logistic function s, a temperature t for each sign of A.</summary>
    public sealed record Soft(double PositiveTemperature, double NegativeTemperature) : Surrogate
    {
        private const double SlopeAtOne = 4;

        public override double Low => double.NegativeInfinity;

        public override double High => double.PositiveInfinity;

        public override SurrogateTerm Of(double ratio, double logProbability, double advantage)
        {
            var temperature = advantage > 0 ? PositiveTemperature : NegativeTemperature;
            var gate = 1 / (1 + Math.Exp(-temperature * (ratio - 1)));
            return new(-SlopeAtOne / temperature * gate * advantage, -SlopeAtOne * gate * (1 - gate) * advantage, 0);
        }
    }

    /// <summary>REINFORCE's <c>-A log p</c>; the ratio does not matter.</summary>
    public sealed record Plain : Surrogate
    {
        public override double Low => double.NegativeInfinity;

        public override double High => double.PositiveInfinity;

        public override SurrogateTerm Of(double ratio, double logProbability, double advantage) => new(-advantage * logProbability, 0, -advantage);
    }
}
