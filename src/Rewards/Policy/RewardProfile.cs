using System.Collections.Immutable;

namespace HpcVerify.Rewards.Policy;

/// <summary>A named way of paying for the evidence of one kernel.</summary>
/// <param name="Name">As <c>--profile</c> has it.</param>
/// <param name="NeedsProof">Whether kernels are verified for it.</param>
/// <param name="Judge">What evidence is worth; a pure function.</param>
public sealed record RewardProfile(string Name, bool NeedsProof, Func<Evidence, Score> Judge)
{
    /// <summary>Eq. 3: tests alone.</summary>
    public static RewardProfile Paper { get; } = new("paper", false, RewardPolicy.Paper);

    /// <summary>All profiles with the weights that nobody has changed.</summary>
    public static ImmutableArray<RewardProfile> All { get; } = Of(RewardWeights.Default);

    /// <summary>All profiles; the weights do not touch <c>paper</c>.</summary>
    public static ImmutableArray<RewardProfile> Of(RewardWeights weights) =>
    [
        Paper,
        new("verified", true, evidence => RewardPolicy.Verified(evidence, weights)),
        new("raw", false, evidence => RawSpeed.Judge(evidence, weights)),
        new("log-speedup", false, evidence => LogSpeedup.Judge(evidence, weights)),
        new("unit", false, evidence => UnitInterval.Judge(evidence, weights)),
    ];
}

/// <summary>A named way of paying for a whole group of samples at once; a part of a group has no scores (SOUNDNESS 24).</summary>
/// <param name="Name">As <c>--profile</c> has it.</param>
/// <param name="NeedsProof">Whether kernels are verified for it.</param>
/// <param name="Judge">A score for each evidence, in the order given; a pure function.</param>
public sealed record GroupProfile(string Name, bool NeedsProof, Func<ImmutableArray<Evidence>, ImmutableArray<Score>> Judge)
{
    /// <summary>All group profiles with the weights that nobody has changed.</summary>
    public static ImmutableArray<GroupProfile> All { get; } = Of(RewardWeights.Default);

    public static ImmutableArray<GroupProfile> Of(RewardWeights weights) => [new("paper-sqd", false, group => PaperSqd.Judge(group, weights))];
}
