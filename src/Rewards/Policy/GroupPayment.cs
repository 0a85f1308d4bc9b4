using System.Collections.Immutable;

namespace HpcVerify.Rewards.Policy;

/// <summary>How a group's evidence is paid for.</summary>
/// <param name="IsRelative">Whether rewards are relative to the group's best, so that they say nothing across groups.</param>
public sealed record GroupPayment(string Profile, bool NeedsProof, bool IsRelative, Func<ImmutableArray<Evidence>, ImmutableArray<Score>> Judge)
{
    /// <summary>The names of all profiles.</summary>
    public static ImmutableArray<string> Names { get; } = [.. RewardProfile.All.Select(profile => profile.Name), .. GroupProfile.All.Select(profile => profile.Name)];

    /// <param name="profile">One of <see cref="Names"/>.</param>
    public static GroupPayment Of(string profile, RewardWeights weights) =>
        GroupProfile.Of(weights).FirstOrDefault(known => known.Name == profile) is { } group
            ? new(profile, group.NeedsProof, true, group.Judge)
            : RewardProfile.Of(weights).Single(known => known.Name == profile) is var single
                ? new(profile, single.NeedsProof, false, evidence => [.. evidence.Select(single.Judge)])
                : throw new System.Diagnostics.UnreachableException();
}
