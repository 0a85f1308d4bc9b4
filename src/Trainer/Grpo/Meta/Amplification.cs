using System.Collections.Immutable;

namespace HpcVerify.Trainer.Grpo.Meta;

/// <summary>
/// Surprise-aware modulation: successes that are better than their group and unlike it count for more. The factor is from 1 to the
/// maximum, so that no advantage changes its sign and none grows without bound.
/// </summary>
public static class Amplification
{
    /// <summary>From how many standard deviations of surprise the factor is greatest.</summary>
    private const double Saturation = 2;

    /// <summary>A factor for each sample of a group.</summary>
    public static ImmutableArray<double> Of(MetaGroup group, ImmutableArray<double> advantages, MetaOptions options)
    {
        ImmutableArray<double?> surprises = options.Surprise == SurpriseSource.Likelihood ? OfLikelihood(group) : OfStructure(group, options.Similarity);
        var (mean, deviation) = (RewardStatistics.Mean(surprises), RewardStatistics.Deviation(surprises, 0));
        return
        [
            .. surprises.Select((surprise, sample) =>
                surprise is { } own && RewardStatistics.IsVaried(surprises) && advantages[sample] > 0 && group.Samples.Rewards[sample] >= 0
                    ? 1 + ((options.MaximumAmplification - 1) * Math.Clamp((own - mean!.Value) / deviation!.Value / Saturation, 0, 1))
                    : 1),
        ];
    }

    /// <summary>The mean of minus the log-probability, in nats a token, under the policy that sampled; missing for what is unscored.</summary>
    private static ImmutableArray<double?> OfLikelihood(MetaGroup group) =>
    [
        .. group.Samples.Sequences.Select((sequence, sample) =>
            group.Samples.Rewards[sample] is null || sequence.Tokens == 0 ? (double?)null : -sequence.Mean(token => sequence.Old[token])),
    ];

    /// <summary>One less the mean similarity to the other programs of the group; missing for what is unscored or no program.</summary>
    private static ImmutableArray<double?> OfStructure(MetaGroup group, Similarity similarity)
    {
        ProgramEmbedding?[] programs = [.. group.Samples.Rewards.Select((reward, sample) => reward is null ? null : group.Completions.ElementAtOrDefault(sample))];
        var (pairs, others) = (similarity.Among(programs), programs.Count(program => program is not null) - 1);
        return
        [
            .. programs.Select((program, row) => program is null || others < 1
                ? (double?)null
                : 1 - (Enumerable.Range(0, programs.Length).Where(column => column != row).Sum(column => pairs[row, column]) / others)),
        ];
    }
}
