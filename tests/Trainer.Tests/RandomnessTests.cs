namespace HpcVerify.Trainer.Tests;

public sealed class RandomnessTests
{
    /// <summary>The first outputs of the authors' C program for the state 1, 2, 3, 4.</summary>
    [Fact]
    public void DrawsWhatTheReferenceImplementationDraws()
    {
        var rng = new Rng(new RngState(1, 2, 3, 4));
        Assert.Equal([11520ul, 0ul, 1509978240ul, 1215971899390074240ul, 1216172134540287360ul], Enumerable.Range(0, 5).Select(_ => rng.Next()));
    }

    /// <summary>SplitMix64 from 0, as its author's C program prints it.</summary>
    [Fact]
    public void ASeedBecomesTheStateThatSplitMixGives() =>
        Assert.Equal(new RngState(0xe220a8397b1dcdaf, 0x6e789e6aa1b965f4, 0x06c45d188009454f, 0xf88bb8a8724c81ec), new Rng(0).State);

    [Fact]
    public void AStateThatWasPrintedGoesOnWhereItWas()
    {
        var rng = new Rng(7);
        rng.Next();
        var copy = new Rng(RngState.Parse(rng.State.ToString())!.Value);
        Assert.Equal(Enumerable.Range(0, 20).Select(_ => rng.Next()).ToArray(), Enumerable.Range(0, 20).Select(_ => copy.Next()).ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("000000000000000000000000000000000000000000000000000000000000000g")]
    public void WhatIsNoStateIsNotRead(string text) => Assert.Null(RngState.Parse(text));

    /// <summary>Six sides, 60,000 throws: each within five standard deviations of 10,000.</summary>
    [Fact]
    public void EveryNumberBelowTheEndIsAsLikely()
    {
        var (rng, counts) = (new Rng(1), new int[6]);
        for (var i = 0; i < 60_000; i++)
        {
            counts[rng.Below(6)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 10_000 - 457, 10_000 + 457));
    }

    [Fact]
    public void TheNormalDistributionHasItsMoments()
    {
        var rng = new Rng(3);
        double[] draws = [.. Enumerable.Range(0, 40_000).Select(_ => rng.NextNormal())];
        Assert.InRange(draws.Average(), -0.025, 0.025);
        Assert.InRange(draws.Average(draw => draw * draw), 0.965, 1.035);
        Assert.InRange(draws.Average(draw => Math.Pow(draw, 4)), 2.75, 3.25);
    }

    [Fact]
    public void AShuffleKeepsEverything()
    {
        int[] items = [.. Enumerable.Range(0, 30)];
        new Rng(5).Shuffle<int>(items);
        Assert.NotEqual(Enumerable.Range(0, 30), items);
        Assert.Equal(Enumerable.Range(0, 30), items.Order());
    }
}
