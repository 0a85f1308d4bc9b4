using System.Collections.Immutable;
using HpcVerify.Trainer.Grpo;

namespace HpcVerify.Trainer.Tests.Grpo;

/// <summary>From the rewards of groups to one loss.</summary>
public sealed class GrpoStepTests
{
    private static readonly GrpoOptions Options = TrainerPreset.Named("trl")!.Options;
    private static readonly SampleGroup Varied = Group(1, 3);
    private static readonly SampleGroup Even = Group(5, 5);

    [Fact]
    public void GradientsRaiseWhatDidBetter()
    {
        var gradient = GrpoStep.Of([Varied], Options).Gradient;

        Assert.All(gradient[0], slope => Assert.True(slope > 0));
        Assert.All(gradient[1], slope => Assert.True(slope < 0));
    }

    /// <summary>What is unscored must not make what the others teach smaller (TRL 6369).</summary>
    [Fact]
    public void WhatIsUnscoredIsNotInTheDivisor()
    {
        var (with, without) = (GrpoStep.Of([Group(1, null, 3)], Options), GrpoStep.Of([Varied], Options));

        Assert.Equal(without.Loss, with.Loss);
        Numbers.Same(without.Gradient[1], with.Gradient[2]);
        Assert.All(with.Gradient[1], slope => Assert.Equal(0, slope));
        Assert.Equal(1, with.Metrics["unscored"]);
    }

    /// <summary>An even group halves the gradient of the other, unless it is left out (TRL 6365, 7068).</summary>
    [Fact]
    public void EvenGroupsMayBeLeftOut()
    {
        var alone = GrpoStep.Of([Varied], Options).Gradient[0];

        Numbers.Near(alone.Select(slope => slope / 2), GrpoStep.Of([Varied, Even], Options).Gradient[0], 1e-12);
        Numbers.Same(alone, GrpoStep.Of([Varied, Even], Options with { KeepsEvenGroups = false }).Gradient[0]);
    }

    /// <summary>A group of which all but one are alike is not even, though each of the many has nothing to differ from (NeMo-RL 4158).</summary>
    [Fact]
    public void AGroupIsEvenAsAWhole() => Assert.NotEqual(
        0, GrpoStep.Of([Group(0, 0, 0, 1)], TrainerPreset.Named("nemo-rl")!.Options.WithBeta(0) with { KeepsEvenGroups = false }).Gradient[3][0]);

    [Fact]
    public void NothingScoredTeachesNothing()
    {
        var result = GrpoStep.Of([Group(null, null)], Options);

        Assert.Equal(0, result.Loss);
        Assert.All(result.Gradient.SelectMany(row => row), slope => Assert.Equal(0, slope));
        Assert.Equal(["unscored"], result.Metrics.Keys);
    }

    [Fact]
    public void MetricsHaveTheNamesOfTrl()
    {
        var metrics = GrpoStep.Of([Varied, Even], Options).Metrics;

        Assert.Equal((3.5, .5), (metrics["reward"], metrics["frac_reward_zero_std"]));
        Assert.Equal(Math.Sqrt(2) / 2, metrics["reward_std"], 1e-12);
    }

    [Fact]
    public void PricesOfDivergenceActOnEvenGroupsThatStay()
    {
        var group = Even with { Sequences = [.. Even.Sequences.Select(sequence => sequence with { Reference = [-2, -2] })] };

        Assert.True(GrpoStep.Of([group], Options.WithBeta(.1)).Loss > 0);
        Assert.Equal(0, GrpoStep.Of([group], Options.WithBeta(.1) with { KeepsEvenGroups = false }).Loss);
    }

    [Fact]
    public void ARewardForEachSequenceIsDemanded() =>
        Assert.Throws<ArgumentException>(() => GrpoStep.Of([Varied with { Rewards = [1] }], Options));

    private static SampleGroup Group(params double?[] rewards) => new(
        [.. rewards], [.. rewards.Select(_ => new TokenSequence([-1, -2], [-1, -2], [true, true], [0, 0]))]);
}
