namespace HpcVerify.Trainer.Grpo;

/// <summary>The loss of one sequence before aggregation: the sum over the tokens that count, and its derivatives.</summary>
/// <param name="Sum">Surrogate and divergence.</param>
/// <param name="Gradient">Of the sum, by the log-probability of each token.</param>
/// <param name="Ratios">Of each token; all the same at the level of sequences.</param>
/// <param name="Divergence">The sum of the estimates, without their weight.</param>
internal sealed record SequenceLoss(double Sum, double[] Gradient, double[] Ratios, double Divergence)
{
    public static SequenceLoss Of(TokenSequence sequence, Objective objective)
    {
        var ratios = RatiosOf(sequence, objective);
        var gradient = new double[sequence.Length];
        var isKept = objective.Keeps(
            sequence.Mean(token => sequence.Advantages[token]), sequence.Mean(token => sequence.Old[token] - sequence.Current[token]));
        var surrogate = isKept ? AddSurrogate(sequence, objective, ratios, gradient) : 0;
        var divergence = sequence.Reference.IsEmpty ? 0 : AddDivergence(sequence, objective.Divergence, gradient);
        return new(surrogate + (objective.Divergence.Weight * divergence), gradient, [.. ratios.Select(ratio => ratio.Value)], divergence);
    }

    /// <summary>Of each token the ratio, and by how much its logarithm changes with that of the probability: 0 where it is cut off.</summary>
    private static (double Value, double Slope)[] RatiosOf(TokenSequence sequence, Objective objective)
    {
        if (objective.RatioLevel == RatioLevel.Token)
        {
            return [.. sequence.Current.Select((current, token) => Ratio(current - sequence.Old[token], objective.LogRatioLimit))];
        }

        var shared = Ratio(sequence.Mean(token => sequence.Current[token] - sequence.Old[token]), objective.LogRatioLimit);
        return [.. Enumerable.Repeat(shared, sequence.Length)];
    }

    private static (double Value, double Slope) Ratio(double difference, double limit) =>
        (Math.Exp(Math.Clamp(difference, -limit, limit)), Math.Abs(difference) > limit ? 0 : 1);

    private static double AddSurrogate(TokenSequence sequence, Objective objective, (double Value, double Slope)[] ratios, double[] gradient)
    {
        var (sum, throughShared) = (0.0, 0.0);
        for (var token = 0; token < sequence.Length; token++)
        {
            if (!sequence.Mask[token])
            {
                continue;
            }

            var (ratio, slope) = ratios[token];
            var term = objective.Surrogate.Of(ratio, sequence.Current[token], sequence.Advantages[token]);
            sum += term.Loss;
            gradient[token] += term.PerLogProbability + (objective.RatioLevel == RatioLevel.Token ? term.PerRatio * ratio * slope : 0);
            throughShared += term.PerRatio * ratio * slope;
        }

        // A sequence's ratio depends on all its tokens alike, each by one part of their number.
        var share = throughShared / Math.Max(1, sequence.Tokens);
        for (var token = 0; token < sequence.Length && objective.RatioLevel == RatioLevel.Sequence; token++)
        {
            gradient[token] += sequence.Mask[token] ? share : 0;
        }

        return sum;
    }

    private static double AddDivergence(TokenSequence sequence, Divergence divergence, double[] gradient)
    {
        var sum = 0.0;
        for (var token = 0; token < sequence.Length; token++)
        {
            if (sequence.Mask[token])
            {
                var (value, slope) = divergence.Of(sequence.Current[token], sequence.Reference[token]);
                sum += value;
                gradient[token] += divergence.Weight * slope;
            }
        }

        return sum;
    }
}
