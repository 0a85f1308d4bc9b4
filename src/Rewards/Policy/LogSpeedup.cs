namespace HpcVerify.Rewards.Policy;

/// <summary>
/// The binary logarithm of one more than the speed-up over the naive kernel, for trainers that clip rewards or do not divide by
/// their deviation: 0 at no speed, 1 as fast as naive, and about 1 more for every doubling. Failures are scaled into the same range.
/// </summary>
public static class LogSpeedup
{
    public static Score Judge(Evidence evidence, RewardWeights weights) => RewardPolicy.AsKnown(evidence, weights) switch
    {
        Score.Scored { Level: Level.Ok } scored => evidence.Measurement!.NaiveSpeed is { } naive and > 0
            ? scored with { Reward = Math.Log2(1 + (scored.Reward / naive)) }
            : new Score.Unscored("the naive kernel was not timed, so that there is no speed-up"),
        Score.Scored failed => failed with { Reward = weights.LogPenaltyScale * failed.Reward },
        var unscored => unscored,
    };
}
