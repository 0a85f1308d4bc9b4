using System.Collections.Immutable;

namespace HpcVerify.Trainer.Grpo.Meta;

/// <summary>Cross-group meta-normalisation: what a group's rewards are compared with, smoothed over neighbouring groups.</summary>
public static class SharedMoments
{
    /// <summary>
    /// Baselines move by as much as smoothing moves the mean of the group, deviations by the same factor as the group's own. An even
    /// group takes its deviation from its neighbours and lends none. Where there is none to divide by, the baseline stays:
    /// a difference over epsilon alone would outweigh every other sample.
    /// </summary>
    public static ImmutableArray<GroupMoments> Of(
        ImmutableArray<GroupMoments> groups, SimilarityOperator neighbours, AdvantageOptions advantages, MetaOptions options)
    {
        double?[] means = [.. groups.Select(group => RewardStatistics.Mean(group.Rewards))];
        double?[] deviations = [.. groups.Select(group => RewardStatistics.IsVaried(group.Rewards) ? RewardStatistics.Deviation(group.Rewards, advantages.DegreesOfFreedom) : null)];
        return [.. groups.Select((group, row) => means[row] is { } mean && !IsItsOwn(group, advantages)
            ? Moved(group, ShiftAt(row, mean), ScaleAt(row), advantages)
            : group)];

        double ShiftAt(int row, double mean) => options.SharesBaselines ? neighbours.Mean(row, means)!.Value - mean : 0;

        Func<double, double> ScaleAt(int row)
        {
            var isScaled = advantages.Scaling is Scaling.Group or Scaling.Others;
            return !options.SharesScales || !isScaled || neighbours.Mean(row, deviations) is not { } shared ? own => own
                : deviations[row] is { } deviation ? own => own * shared / deviation
                : own => own == 0 ? shared : own;
        }
    }

    /// <summary>A reward that stands for its advantage is compared with nothing.</summary>
    private static bool IsItsOwn(GroupMoments group, AdvantageOptions advantages) =>
        advantages.Singleton == Singleton.OwnReward && group.Rewards.Count(reward => reward is not null) == 1;

    private static GroupMoments Moved(GroupMoments group, double shift, Func<double, double> scale, AdvantageOptions advantages)
    {
        ImmutableArray<double?> deviations = [.. group.Deviations.Select(deviation => deviation is { } own ? scale(own) : (double?)null)];
        var isDivided = advantages.Scaling != Scaling.None;
        return group with
        {
            Deviations = deviations,
            Baselines = [.. group.Baselines.Select((baseline, sample) => isDivided && deviations[sample] == 0 ? baseline : baseline + shift)],
        };
    }
}
