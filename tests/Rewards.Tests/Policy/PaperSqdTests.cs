using System.Collections.Immutable;
using FsCheck.Fluent;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Rewards.Tests.Policy;

/// <summary>The group-normalised reward of Experiment 2: by hand, and what holds of every group.</summary>
public sealed class PaperSqdTests
{
    private static readonly Proof Refuted = new(ProofState.Refuted, "equivalence: y[2]", "n=3");

    [Fact]
    public void SpeedIsAPercentageOfTheGroupsFastest() =>
        Assert.Equal([25.0, 100, -40, 50, -100], Rewards([Speed(57), Speed(228), Failed(Level.Compile), Speed(114), Failed(Level.Format)]));

    [Fact]
    public void WhatIsUnscoredStaysSoAndIsNoMaximum()
    {
        var scores = PaperSqd.Judge([Speed(10), new([], null, new(500, null, [1]), "the machine was too busy", []), Speed(20)], RewardWeights.Default);

        Assert.Equal("the machine was too busy", Assert.IsType<Score.Unscored>(scores[1]).Reason);
        Assert.Equal([50.0, 100], scores.OfType<Score.Scored>().Select(score => score.Reward));
    }

    [Fact]
    public void WhatIsRefutedIsAWrongAnswerAndNoMaximum() =>
        Assert.Equal([50.0, -10, 100], Rewards([Speed(10), Speed(500) with { Proof = Refuted }, Speed(20)]));

    [Fact]
    public void AGroupWithoutASuccessHasPenaltiesOnly() => Assert.Equal([-30.0, -20], Rewards([Failed(Level.Timeout), Failed(Level.Runtime)]));

    [Fact]
    public void AGroupThatStandsStillEarnsNothing() => Assert.Equal([0.0, 0], Rewards([Speed(0), Speed(0)]));

    [Fact]
    public void AnEmptyGroupHasNoScores() => Assert.Empty(PaperSqd.Judge([], RewardWeights.Default));

    [Fact]
    public void TheStagesPriceIsConfigurableAndForMereViolationsOnly()
    {
        var weights = new RewardWeights { Penalties = new() { Stage = -60 } };
        var stage = Failed(Level.Library) with { Findings = [Samples.StageRule.At(default, 3, "simd")] };
        var both = stage with { Findings = [.. stage.Findings, Samples.LibraryRule.At(default, "cblas_dgemm")] };

        Assert.Null(weights.Problem());
        Assert.Equal([-60.0, -100, -100], PaperSqd.Judge([stage, both, Failed(Level.Library)], weights).Cast<Score.Scored>().Select(score => score.Reward));
        Assert.Equal([-100.0], Rewards([stage]));
    }

    [Fact]
    public void TheFastestHasAllAndOrderIsKept() => Samples.Hold(
        from @group in Samples.Group
        from weights in Samples.Weights
        select (@group, weights),
        sample =>
        {
            var right = PaperSqd.Judge(sample.group, sample.weights).Zip(sample.group).Where(pair => pair.First is Score.Scored { Level: Level.Ok })
                .Select(pair => (((Score.Scored)pair.First).Reward, pair.Second.Measurement!.Speed)).ToList();
            return right.All(kernel => kernel.Reward >= 0 && kernel.Reward <= sample.weights.GroupBest)
                && (right.Count == 0 || right.Max(kernel => kernel.Speed) == 0 || right.Max(kernel => kernel.Reward) == sample.weights.GroupBest)
                && right.All(kernel => right.All(other => kernel.Speed > other.Speed || kernel.Reward <= other.Reward));
        });

    /// <summary>Failures, refuted kernels and what is unscored are as if they had not been there.</summary>
    [Fact]
    public void OnlyWhatIsRightDecidesTheMaximum() => Samples.Hold(
        Samples.Group,
        all =>
        {
            var scores = PaperSqd.Judge(all, RewardWeights.Default);
            ImmutableArray<Evidence> right = [.. all.Zip(scores).Where(pair => pair.Second is Score.Scored { Level: Level.Ok }).Select(pair => pair.First)];
            return PaperSqd.Judge(right, RewardWeights.Default).SequenceEqual(scores.Where(score => score is Score.Scored { Level: Level.Ok }));
        });

    [Fact]
    public void LoweringAVerdictNeverRaisesItsOwnReward() => Samples.Hold(
        from @group in Samples.Group
        from position in Gen.Choose(0, 100)
        from higher in Gen.Choose(0, Samples.Verdicts.Length - 1)
        from lower in Gen.Choose(0, Samples.Verdicts.Length - 1)
        where higher <= lower
        select (@group, position: position % @group.Length, higher, lower),
        sample => Own(sample.group, sample.position, sample.lower) is not Score.Scored low || Own(sample.group, sample.position, sample.higher) is not Score.Scored high || low.Reward <= high.Reward);

    [Fact]
    public void NoFailureOutranksASuccess() => Samples.Hold(
        from @group in Samples.Group
        from weights in Samples.Weights
        select PaperSqd.Judge(@group, weights).OfType<Score.Scored>().ToLookup(score => score.Level == Level.Ok, score => score.Reward),
        scores => scores[false].All(failure => scores[true].All(success => failure < success)));

    private static Score Own(ImmutableArray<Evidence> all, int position, int verdict) =>
        PaperSqd.Judge(all.SetItem(position, all[position] with { Proof = Samples.Verdicts[verdict] }), RewardWeights.Default)[position];

    private static IEnumerable<double> Rewards(ImmutableArray<Evidence> all) => PaperSqd.Judge(all, RewardWeights.Default).Cast<Score.Scored>().Select(score => score.Reward);

    private static Evidence Speed(double gflops) => new([], null, new(gflops, null, [1]), null, []);

    private static Evidence Failed(Level level) => new([], new(level, "why"), null, null, []);
}
