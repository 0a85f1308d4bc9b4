namespace HpcVerify.Rewards.Policy;

/// <summary>
/// Rewards from 0 to 1, for trainers that filter by them: failures in order below <see cref="RewardWeights.UnitSuccess"/>, above it
/// the share that the kernel has of its own speed and the naive kernel's together, so that naive is half-way up.
/// </summary>
public static class UnitInterval
{
    public static Score Judge(Evidence evidence, RewardWeights weights) => RewardPolicy.AsKnown(evidence, weights) switch
    {
        Score.Scored { Level: Level.Ok } scored => evidence.Measurement!.NaiveSpeed is { } naive and > 0
            ? scored with { Reward = weights.UnitSuccess + ((1 - weights.UnitSuccess) * scored.Reward / (scored.Reward + naive)) }
            : new Score.Unscored("the naive kernel was not timed, so that there is no share of its speed"),
        Score.Scored failed => failed with { Reward = weights.UnitSuccess * (1 - (failed.Reward / Worst(weights))) },
        var unscored => unscored,
    };

    private static double Worst(RewardWeights weights) => Math.Min(weights.Penalties.Format, Math.Min(weights.Penalties.Library, weights.Penalties.Stage));
}
