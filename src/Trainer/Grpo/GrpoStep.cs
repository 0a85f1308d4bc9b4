using System.Collections.Immutable;

namespace HpcVerify.Trainer.Grpo;

/// <summary>The samples of one prompt: a reward for each completion, missing where it is unscored.</summary>
public sealed record SampleGroup(ImmutableArray<double?> Rewards, ImmutableArray<TokenSequence> Sequences)
{
    /// <summary>The rewards under a treatment of penalties.</summary>
    internal ImmutableArray<double?> Shaped(Penalties penalties) => Rewards.Length == Sequences.Length
        ? [.. Rewards.Select(reward => reward is { } number ? penalties.Of(number) : (double?)null)]
        : throw new ArgumentException("a group has one reward for each sequence");
}

/// <summary>The loss of a batch of groups: rewards to advantages (Eq. 1) to loss and gradient (Eq. 2).</summary>
public static class GrpoStep
{
    /// <summary>
    /// The rows of the gradient are the completions of all groups in their order. What is unscored leaves the batch: its row is
    /// 0, and nothing is divided by its tokens. The advantages that the sequences come with are not looked at.
    /// </summary>
    public static PolicyLossResult Of(IReadOnlyList<SampleGroup> groups, GrpoOptions options)
    {
        ImmutableArray<ImmutableArray<double?>> shaped = [.. groups.Select(group => group.Shaped(options.Penalties))];
        return Of(groups, Advantages.Of(shaped, options.Advantages), options);
    }

    /// <summary>The same with advantages that somebody else worked out.</summary>
    public static PolicyLossResult Of(IReadOnlyList<SampleGroup> groups, ImmutableArray<ImmutableArray<double>> advantages, GrpoOptions options)
    {
        var rows = groups.SelectMany((group, at) => group.Sequences.Select((sequence, sample) => (
            Sequence: sequence.WithAdvantage(advantages[at][sample]),
            IsKept: group.Rewards[sample] is not null && (options.KeepsEvenGroups || advantages[at].Any(advantage => advantage != 0))))).ToList();
        var result = PolicyLoss.Of([.. rows.Where(row => row.IsKept).Select(row => row.Sequence)], options.Objective);
        var kept = new Queue<ImmutableArray<double>>(result.Gradient);
        return result with
        {
            Gradient = [.. rows.Select(row => row.IsKept ? kept.Dequeue() : [.. new double[row.Sequence.Length]])],
            Metrics = result.Metrics.AddRange(RewardMetrics(groups)),
        };
    }

    /// <summary>Rewards as they came, so that runs under different penalties compare; without a scored sample there are no means.</summary>
    private static IEnumerable<KeyValuePair<string, double>> RewardMetrics(IReadOnlyList<SampleGroup> groups)
    {
        double[] scored = [.. groups.SelectMany(group => group.Rewards).OfType<double>()];
        double[] deviations = [.. groups.Select(group => RewardStatistics.Deviation(group.Rewards, 1)).OfType<double>()];
        ImmutableArray<double?>[] compared = [.. groups.Select(group => group.Rewards).Where(rewards => rewards.Any(reward => reward is not null))];
        yield return new("unscored", groups.Sum(group => group.Rewards.Count(reward => reward is null)));
        if (scored.Length > 0)
        {
            yield return new("reward", RewardStatistics.Centre(scored));
            yield return new("frac_reward_zero_std", compared.Count(rewards => !RewardStatistics.IsVaried(rewards)) / (double)compared.Length);
        }

        if (deviations.Length > 0)
        {
            yield return new("reward_std", deviations.Average());
        }
    }
}
