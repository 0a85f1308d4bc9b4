using System.Collections.Immutable;

namespace HpcVerify.Rewards.Policy;

/// <summary>
/// The reward of Experiment 2 of "Improving HPC Code Generation Capability of LLMs": speed as a percentage of the group's fastest
/// kernel, on the ladder of Eq. 3. The maximum is that of the samples that are scored and not refuted.
/// </summary>
public static class PaperSqd
{
    /// <summary>A score for each sample of a whole group, in the order given.</summary>
    public static ImmutableArray<Score> Judge(ImmutableArray<Evidence> group, RewardWeights weights)
    {
        ImmutableArray<Score> ladder = [.. group.Select(evidence => RewardPolicy.Unrefuted(evidence, weights))];
        var fastest = ladder.OfType<Score.Scored>().Where(IsRight).Select(scored => scored.Reward).DefaultIfEmpty(0).Max();
        return [.. ladder.Select(score => score is Score.Scored scored && IsRight(scored) ? Share(scored, fastest, weights) : score)];
    }

    private static bool IsRight(Score.Scored scored) => scored.Level == Level.Ok;

    private static Score.Scored Share(Score.Scored scored, double fastest, RewardWeights weights) => scored with
    {
        Reward = fastest > 0 ? weights.GroupBest * (scored.Reward / fastest) : 0,
        Reason = FormattableString.Invariant($"right wherever it was tried; the fastest of its group has {fastest:0.###}"),
    };
}
