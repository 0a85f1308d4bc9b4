using System.Collections.Immutable;
using FsCheck.Fluent;
using HpcVerify.Trainer.Grpo;

namespace HpcVerify.Trainer.Tests.Grpo;

/// <summary>Penalties made smaller, and rewards made of several.</summary>
public sealed class RewardShapingTests
{
    public static TheoryData<int> All => [0, 1, 2];

    private static readonly ImmutableArray<Penalties> Kinds = [Penalties.Raw, new Penalties.Multiplied(.1), new Penalties.Logarithmic(10)];

    [Theory, MemberData(nameof(All))]
    public void OrderAndSuccessesStay(int kind) => Numbers.Hold(
        from first in Numbers.Reward from second in Numbers.Reward select (first, second),
        rewards => Kinds[kind].Of(rewards.first).CompareTo(Kinds[kind].Of(rewards.second)) == rewards.first.CompareTo(rewards.second)
            && (rewards.first < 0 ? Kinds[kind].Of(rewards.first) < 0 : Kinds[kind].Of(rewards.first) == rewards.first));

    [Fact]
    public void SmallerPenaltiesLeaveMoreBetweenKernels()
    {
        double?[] rewards = [-100, -40, -20, -10, 12.5, 25, 50, 37.5];
        var gaps = Kinds.Select(kind => Advantages.Of([.. rewards.Select(reward => (double?)kind.Of(reward!.Value))], AdvantageOptions.Paper)).Select(row => row[6] - row[7]).ToList();

        Assert.Equal(.257, gaps[0], 1e-3);
        Assert.All(gaps.Skip(1), gap => Assert.InRange(gap, .45, 1));
    }

    [Fact]
    public void StepsShapeRewardsFirst()
    {
        SampleGroup group = new([-100, 10, 20], [.. Enumerable.Repeat(new TokenSequence([-1], [-1], [true], [0]), 3)]);
        var options = GrpoOptions.Paper with { Penalties = new Penalties.Multiplied(.1) };

        Assert.Equal(GrpoStep.Of([group with { Rewards = [-10, 10, 20] }], GrpoOptions.Paper).Gradient.SelectMany(row => row), GrpoStep.Of([group], options).Gradient.SelectMany(row => row));
        Assert.Equal(-70 / 3.0, GrpoStep.Of([group], options).Metrics["reward"], 1e-9);
    }

    /// <summary>TRL's <c>test_grpo_trainer</c>.</summary>
    [Fact]
    public void WeightsAddUp() => Numbers.Same([.7, null], RewardMixture.Of([[1, 1], [0, null]], [.7, .3]));

    [Fact]
    public void APartThatDoesNotCountMayBeMissing() => Numbers.Same([1.0], RewardMixture.Of([[1], [null]], [1, 0]));

    [Fact]
    public void EachPartHasAWeight() => Assert.Throws<ArgumentException>(() => RewardMixture.Of([[1]], [1, 2]));
}
