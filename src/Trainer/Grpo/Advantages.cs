using System.Collections.Immutable;

namespace HpcVerify.Trainer.Grpo;

/// <summary>
/// How much better each sample did than its group (Eq. 1): <c>(R - baseline) / (deviation + epsilon)</c>. A missing reward is
/// unscored: it is in nobody's baseline and its advantage is 0.
/// </summary>
public static class Advantages
{
    /// <summary>An advantage for each sample of each group, in the order given.</summary>
    public static ImmutableArray<ImmutableArray<double>> Of(IReadOnlyList<ImmutableArray<double?>> groups, AdvantageOptions options) =>
        Under(GroupMoments.Of(groups, options), options);

    /// <summary>The advantages of one group on its own.</summary>
    public static ImmutableArray<double> Of(ImmutableArray<double?> rewards, AdvantageOptions options) => Of([rewards], options)[0];

    /// <summary>The advantages under baselines and deviations that somebody may have changed.</summary>
    public static ImmutableArray<ImmutableArray<double>> Under(IEnumerable<GroupMoments> groups, AdvantageOptions options) =>
        [.. groups.Select(group => Under(group, options))];

    private static ImmutableArray<double> Under(GroupMoments group, AdvantageOptions options) =>
    [
        .. group.Rewards.Select((reward, index) => reward is { } number
            ? Scaled(number - group.Baselines[index]!.Value, group.Deviations[index]!.Value, options)
            : 0),
    ];

    private static double Scaled(double difference, double deviation, AdvantageOptions options) => options switch
    {
        { Scaling: Scaling.None } => difference,
        { ZeroDeviation: ZeroDeviation.Unscaled } when deviation == 0 => difference,
        _ when difference == 0 => 0,
        _ => difference / (deviation + options.Epsilon),
    };
}
