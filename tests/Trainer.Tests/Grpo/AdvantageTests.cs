using System.Collections.Immutable;
using HpcVerify.Trainer.Grpo;

namespace HpcVerify.Trainer.Tests.Grpo;

/// <summary>Numbers that the trainers' own arithmetic and test-suites give.</summary>
public sealed class AdvantageTests
{
    private static readonly ImmutableArray<double?> Ladder = [-100, -40, -20, -10, 12.5, 25, 50, 37.5];

    [Theory]
    [InlineData("trl", new[] { 1.0, 3 }, new[] { -0.707057, 0.707057 })]
    [InlineData("verl", new[] { 1.0, 3 }, new[] { -0.707106, 0.707106 })]
    [InlineData("slime", new[] { 1.0, 3 }, new[] { -0.707106, 0.707106 })]
    [InlineData("openrlhf", new[] { 1.0, 3 }, new[] { -0.707107, 0.707107 })]
    [InlineData("trl-async", new[] { 1.0, 3 }, new[] { -1.0, 1.0 })]
    [InlineData("nemo-rl", new[] { 1.0, 3 }, new[] { -2.0, 2.0 })]
    [InlineData("trl", new[] { 0.0, 0, 0, 1 }, new[] { -0.4999, -0.4999, -0.4999, 1.4997 })]
    [InlineData("verl", new[] { 0.0, 0, 0, 1 }, new[] { -0.499999, -0.499999, -0.499999, 1.499997 })]
    [InlineData("openrlhf", new[] { 0.0, 0, 0, 1 }, new[] { -0.5, -0.5, -0.5, 1.5 })]
    [InlineData("trl-async", new[] { 0.0, 0, 0, 1 }, new[] { -0.57735, -0.57735, -0.57735, 1.732051 })]
    [InlineData("nemo-rl", new[] { 0.0, 0, 0, 1 }, new[] { -0.577349, -0.577349, -0.577349, 1.0 })]
    [InlineData("trl", new[] { 1.0, 1.00001 }, new[] { -0.0467, 0.0467 })]
    [InlineData("verl", new[] { 1.0, 1.00001 }, new[] { -0.6195, 0.6195 })]
    [InlineData("openrlhf", new[] { 1.0, 1.00001 }, new[] { -0.7070, 0.7070 })]
    [InlineData("trl-async", new[] { 1.0, 1.00001 }, new[] { -0.998, 0.998 })]
    [InlineData("trl", new[] { -100.0, -40, -20, -10, 12.5, 25, 50, 37.5 }, new[] { -1.94183, -.707289, -.295775, -.090019, .372934, .63013, 1.144522, .887326 })]
    [InlineData("verl", new[] { -100.0, -40, -20, -10, 12.5, 25, 50, 37.5 }, new[] { -1.941834, -.70729, -.295776, -.090019, .372935, .630131, 1.144525, .887328 })]
    [InlineData("trl-async", new[] { -100.0, -40, -20, -10, 12.5, 25, 50, 37.5 }, new[] { -2.075908, -.756125, -.316198, -.096234, .398684, .673639, 1.223548, .948594 })]
    [InlineData("nemo-rl", new[] { -100.0, -40, -20, -10, 12.5, 25, 50, 37.5 }, new[] { -3.314016, -.780941, -.315214, -.09531, .399153, .689452, 1.365827, 1.005729 })]
    public void TrainersAgree(string trainer, double[] rewards, double[] expected)
    {
        var actual = Advantages.Of([.. rewards.Select(reward => (double?)reward)], TrainerPreset.Named(trainer)!.Options.Advantages);

        Numbers.Near(expected, actual, Digits(expected));
    }

    [Theory]
    [InlineData("trl"), InlineData("trl-async"), InlineData("verl"), InlineData("slime"), InlineData("openrlhf"), InlineData("nemo-rl"), InlineData("ms-swift"), InlineData("paper")]
    public void EqualRewardsHaveAdvantageZeroExactly(string trainer)
    {
        double[] levels = [5, 0.1, 1.0 / 3, -100, 1e300, 5e-324];

        Assert.All(levels, level => Assert.All(
            Advantages.Of([.. Enumerable.Repeat<double?>(level, 7)], TrainerPreset.Named(trainer)!.Options.Advantages),
            advantage => Assert.Equal(0.0, advantage)));
    }

    [Fact]
    public void WhatIsUnscoredLeavesTheBaseline() => Numbers.Near(
        [-1.800105, -.575742, -.167621, .036439, .495575, .750651, 1.260802, 0],
        Advantages.Of(Ladder.SetItem(7, null), AdvantageOptions.Paper), 1e-6);

    /// <summary>Why a failure of ours must be missing and not 0: it would be the best of its group.</summary>
    [Fact]
    public void ZeroForAFailureOfOursWouldBePraise()
    {
        Assert.Equal(1.009, Advantages.Of([-100, -40, -20, -10, 0, -40, -10, -100], AdvantageOptions.Paper)[4], 1e-3);
        Assert.Equal(0.0, Advantages.Of([-100, -40, -20, -10, null, -40, -10, -100], AdvantageOptions.Paper)[4]);
    }

    [Fact]
    public void NothingScoredGivesNothing() => Assert.All(
        TrainerPreset.All, preset => Numbers.Same([0.0, 0], Advantages.Of([null, null], preset.Options.Advantages)));

    [Fact]
    public void OneScoredSampleAmongTwoHasNothingToCompareWith() => Numbers.Same([0.0, 0], Advantages.Of([null, 2], AdvantageOptions.Paper));

    [Fact]
    public void SingletonsGoByTheConventionOfTheTrainer()
    {
        Numbers.Near([2.5], Advantages.Of([2.5], Of("verl")), 1e-5);
        Numbers.Same([0.0], Advantages.Of([2.5], Of("nemo-rl")));
    }

    /// <summary>NeMo-RL's <c>calculate_baseline_and_std_per_prompt</c>.</summary>
    [Theory]
    [InlineData(new[] { 1.0, 2, 3 }, new[] { 2.5, 2, 1.5 }, new[] { .707107, 1.414214, .707107 })]
    [InlineData(new[] { 4.0, 5, 6 }, new[] { 5.5, 5, 4.5 }, new[] { .707107, 1.414214, .707107 })]
    [InlineData(new[] { 2.5 }, new[] { 2.5 }, new[] { 0.0 })]
    [InlineData(new[] { 1.0, 2 }, new[] { 2.0, 1 }, new[] { 0.0, 0 })]
    public void TheOthersAreTheBaseline(double[] rewards, double[] baselines, double[] deviations)
    {
        var moments = GroupMoments.Of([[.. rewards.Select(reward => (double?)reward)]], Of("nemo-rl"))[0];

        Numbers.Near(baselines, moments.Baselines.OfType<double>(), 1e-6);
        Numbers.Near(deviations, moments.Deviations.OfType<double>(), 1e-6);
    }

    /// <summary>NeMo-RL has 4 for the sample that is left out, which nobody may use; it is missing here.</summary>
    [Fact]
    public void TheOthersDoNotIncludeWhatIsUnscored() =>
        Numbers.Same([3.0, null, 1.0], GroupMoments.Of([[1, null, 3]], Of("nemo-rl"))[0].Baselines);

    [Theory]
    [InlineData(new[] { 2.0, 2 }, new[] { 0.0, 0 }, 1e-9)]
    [InlineData(new[] { 1.0, 3 }, new[] { -0.7071, 0.7071 }, 1e-4)]
    [InlineData(new[] { 1.0, 1.01 }, new[] { -0.7071, 0.7071 }, 1e-3)]
    [InlineData(new[] { 0.0, 2, 4 }, new[] { -1.0, 0, 1 }, 1e-5)]
    public void NemoWithoutLeavingOut(double[] rewards, double[] expected, double tolerance) => Numbers.Near(
        expected,
        Advantages.Of([.. rewards.Select(reward => (double?)reward)], Of("nemo-rl") with { Baseline = Baseline.GroupMean, Scaling = Scaling.Group }),
        tolerance);

    /// <summary>verl's <c>test_groupwise</c>.</summary>
    [Fact]
    public void GroupsKeepToThemselves()
    {
        var moments = GroupMoments.Of([[1, 3], [7]], Of("verl"));

        Assert.Equal((2, Math.Sqrt(2)), (moments[0].Baselines[0]!.Value, moments[0].Deviations[0]!.Value));
        Assert.Equal((0, 1), (moments[1].Baselines[0], moments[1].Deviations[0]));
    }

    /// <summary>A variance made of the mean of squares less the square of the mean is rounding here.</summary>
    [Fact]
    public void NearTiesKeepTheirDigits() => Assert.All(
        (double?[][])[[1, 1.00001], [2, 2.00001], [1e6, 1e6 + 1e-5]],
        rewards => Assert.Equal((rewards[1] - rewards[0])!.Value / Math.Sqrt(2), RewardStatistics.Deviation(rewards, 1)!.Value, 1e-15));

    /// <summary>TRL's <c>nanstd</c>.</summary>
    [Fact]
    public void MissingRewardsAreNotInTheDeviation()
    {
        Assert.Equal(1.0, RewardStatistics.Deviation([1, 2, 3, null], 1));
        Assert.Equal(1.4142, RewardStatistics.Deviation([3, 5], 1)!.Value, 1e-4);
        Assert.Null(RewardStatistics.Deviation([null, null], 1));
        Assert.Null(RewardStatistics.Mean([null]));
    }

    /// <summary>
    /// Seven equal decimal fractions and one other (NeMo-RL 4158, 4161): the deviation of the seven is rounding at most, and the
    /// other's advantage must not be thousands.
    /// </summary>
    [Theory]
    [InlineData(0.35), InlineData(0.4), InlineData(0.3), InlineData(0.1)]
    public void LeavingOneOutHasNoSpike(double level)
    {
        ImmutableArray<double?> rewards = [.. Enumerable.Repeat<double?>(level, 7), level - 0.35];

        Assert.Equal(-0.35, Advantages.Of(rewards, Of("nemo-rl"))[7], 1e-12);
    }

    /// <summary>The same where the seven differ by a last digit: what is added up elsewhere may come back so.</summary>
    [Fact]
    public void RoundingIsNoDeviation()
    {
        ImmutableArray<double?> rewards = [0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2, 1];

        Assert.Equal(0.7, Advantages.Of(rewards, Of("nemo-rl"))[4], 1e-12);
        Assert.False(RewardStatistics.IsVaried([0.3, 0.1 + 0.2]));
        Assert.True(RewardStatistics.IsVaried(rewards));
    }

    [Fact]
    public void TheBatchHasOneDeviation()
    {
        var advantages = Advantages.Of([[1, 3], [10, 10]], AdvantageOptions.Paper with { Scaling = Scaling.Batch, Epsilon = 0 });

        Numbers.Near([-1 / Math.Sqrt(22), 1 / Math.Sqrt(22)], advantages[0], 1e-12);
        Numbers.Same([0.0, 0], advantages[1]);
    }

    [Fact]
    public void WithoutScalingTheUnitStays() =>
        Numbers.Same([-1.0, 1], Advantages.Of([1, 3], AdvantageOptions.Paper with { Scaling = Scaling.None }));

    private static AdvantageOptions Of(string trainer) => TrainerPreset.Named(trainer)!.Options.Advantages;

    /// <summary>As many digits as the expected numbers are given to.</summary>
    private static double Digits(double[] expected) =>
        Math.Pow(10, -expected.Max(number => FormattableString.Invariant($"{number}").Split('.') is [_, var digits] ? digits.Length : 1));
}
