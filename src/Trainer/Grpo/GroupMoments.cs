using System.Collections.Immutable;

namespace HpcVerify.Trainer.Grpo;

/// <summary>What the rewards of one group are compared with, one number for each sample; missing where a sample is unscored.</summary>
/// <param name="Rewards">The rewards themselves.</param>
/// <param name="Baselines">What is subtracted.</param>
/// <param name="Deviations">What the difference is divided by, without epsilon; 0 where there is no deviation beyond rounding.</param>
public sealed record GroupMoments(ImmutableArray<double?> Rewards, ImmutableArray<double?> Baselines, ImmutableArray<double?> Deviations)
{
    /// <summary>The moments of each group; the deviation of the batch takes in the scored samples of all of them.</summary>
    public static ImmutableArray<GroupMoments> Of(IReadOnlyList<ImmutableArray<double?>> groups, AdvantageOptions options)
    {
        double[] batch = [.. groups.SelectMany(rewards => rewards).OfType<double>()];
        var batchDeviation = Spread(batch, options.DegreesOfFreedom);
        return [.. groups.Select(rewards => Of(rewards, batchDeviation, options))];
    }

    private static GroupMoments Of(ImmutableArray<double?> rewards, double batchDeviation, AdvantageOptions options)
    {
        double[] scored = [.. rewards.OfType<double>()];
        var isOwnReward = scored.Length == 1 && options.Singleton == Singleton.OwnReward;
        var mean = scored.Length == 0 ? 0 : RewardStatistics.Centre(scored);
        var deviation = Spread(scored, options.DegreesOfFreedom);
        return isOwnReward
            ? new(rewards, Each(rewards, _ => 0), Each(rewards, _ => 1))
            : new(rewards, Each(rewards, BaselineAt), Each(rewards, DeviationAt));

        double BaselineAt(int index) => options.Baseline switch
        {
            Baseline.LeaveOneOut when scored.Length > 1 => RewardStatistics.Centre(Others(rewards, index)),
            _ => mean,
        };

        double DeviationAt(int index) => options.Scaling switch
        {
            Scaling.Group => deviation,
            Scaling.Others => Spread(Others(rewards, index), options.DegreesOfFreedom),
            Scaling.Batch => batchDeviation,
            _ => 1,
        };
    }

    private static double[] Others(ImmutableArray<double?> rewards, int index) => [.. rewards.Where((_, other) => other != index).OfType<double>()];

    private static double Spread(double[] rewards, int degreesOfFreedom)
    {
        if (rewards.Length <= degreesOfFreedom || rewards.Length == 0)
        {
            return 0;
        }

        var deviation = RewardStatistics.Spread(rewards, degreesOfFreedom);
        return RewardStatistics.IsRounding(deviation, rewards) ? 0 : deviation;
    }

    private static ImmutableArray<double?> Each(ImmutableArray<double?> rewards, Func<int, double> moment) =>
        [.. rewards.Select((reward, index) => reward is null ? (double?)null : moment(index))];
}
