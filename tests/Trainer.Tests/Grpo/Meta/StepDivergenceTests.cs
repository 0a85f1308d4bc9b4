using FsCheck.Fluent;
using HpcVerify.Trainer.Grpo;
using HpcVerify.Trainer.Grpo.Meta;

namespace HpcVerify.Trainer.Tests.Grpo.Meta;

/// <summary>How far a step went, and what that bounds.</summary>
public sealed class StepDivergenceTests
{
    /// <summary>One token of three, each sampled as often as the old policy says: the estimate is then the divergence itself.</summary>
    [Fact]
    public void TheEstimateIsTheDivergence()
    {
        double[] old = [.5, .25, .25], current = [.25, .5, .25];
        int[] drawn = [0, 0, 1, 2];

        var step = StepDivergence.Of([.. drawn.Select(token => One(old[token], current[token], 1))], 0.1);

        Assert.Equal(old.Zip(current, (before, after) => before * Math.Log(before / after)).Sum(), step.PerSequence, 1e-12);
        Assert.False(step.IsWithin);
        Assert.Equal(Math.Sqrt(2 * step.PerSequence), step.WorstChange, 1e-12);
    }

    [Fact]
    public void ASequenceIsTheSumOfItsTokens()
    {
        TokenSequence[] batch = [new([-1, -2, -9], [-2, -1, -1], [true, true, false], [0, -3, 0]), new([-1], [-1], [true], [2]), new([-1], [-5], [false], [9])];

        var step = StepDivergence.Of(batch, 1);

        Assert.Equal((Math.E - 2 + Math.Exp(-1)) / 2, step.PerSequence, 1e-12);
        Assert.Equal((Math.E - 2 + Math.Exp(-1)) / 3, step.PerToken, 1e-12);
        Assert.Equal(3 * Math.Sqrt(2 * step.PerSequence), step.WorstChange, 1e-12);
        Assert.True(step.IsWithin);
    }

    [Fact]
    public void NoStepIsNoDivergence() => Assert.Equal(new StepDivergence(0, 0, 1, 0), StepDivergence.Of([One(.5, .5, 1)], 1));

    [Fact]
    public void NothingSampledIsNoDivergence() => Assert.Equal(new StepDivergence(0, 0, 1, 0), StepDivergence.Of([], 1));

    /// <summary>Claim (ii) in the form used here: between any two distributions the mean advantage changes by no more than the bound.</summary>
    [Fact]
    public void NoChangeIsWorseThanTheBound() => Numbers.Hold(
        from size in Gen.Choose(2, 6)
        from old in Gen.Choose(1, 1000).ArrayOf(size)
        from current in Gen.Choose(1, 1000).ArrayOf(size)
        from advantages in Gen.Choose(-300, 300).ArrayOf(size)
        select (old: old.Select(part => part / (double)old.Sum()).ToArray(), current: current.Select(part => part / (double)current.Sum()).ToArray(), advantages),
        sample =>
        {
            var divergence = sample.old.Zip(sample.current, (before, after) => before * Math.Log(before / after)).Sum();
            var change = sample.advantages.Select((advantage, at) => advantage * (sample.current[at] - sample.old[at])).Sum();
            return Math.Abs(change) <= StepDivergence.WorstChangeAt(sample.advantages.Max(Math.Abs), divergence) + 1e-12;
        });

    [Fact]
    public void MetricsSayTheLimit() => Assert.Equal(
        ["meta/kl_step", "meta/kl_step_limit", "meta/kl_step_sequence", "meta/kl_step_within", "meta/worst_change"], StepDivergence.Of([], 1).Metrics.Keys);

    private static TokenSequence One(double old, double current, double advantage) => new([Math.Log(current)], [Math.Log(old)], [true], [advantage]);
}
