using HpcVerify.Rewards.Service;
using HpcVerify.Verifier.Inputs;

namespace HpcVerify.Rewards.Tests.Service;

public sealed class VerdictDriftTests
{
    private static readonly DriftOptions Options = new(100, 4, 1e-6);

    [Fact]
    public void SharesThatStayRaiseNothing()
    {
        var drift = new VerdictDrift(DriftOptions.Usual);

        Add(drift, 100_000, 0.3, seed: 1);

        Assert.Equal(0, drift.Raised);
    }

    [Fact]
    public void AJumpIsSeenInTheNextFullWindowAndNamed()
    {
        var drift = new VerdictDrift(Options);
        Add(drift, 400, 0.05, seed: 1);
        Add(drift, 100, 0.6, seed: 2);

        Assert.Equal(["ok", "verification"], drift.Alarms.Select(alarm => alarm.Outcome));
        Assert.All(drift.Alarms, alarm => Assert.InRange(alarm.Probability, 0, Options.Significance));
        Assert.InRange(drift.Alarms[0].Share, 0.4, 0.8);
        Assert.InRange(drift.Alarms[0].UsualShare, 0, 0.15);
    }

    [Fact]
    public void AnOutcomeThatWasNeverSeenBeforeIsAJumpToo()
    {
        var drift = new VerdictDrift(Options);
        Add(drift, 400, 1, seed: 1);
        for (var count = 0; count < 100; count++)
        {
            drift.Add(count % 4 == 0 ? "unscored" : "ok");
        }

        Assert.Contains("unscored", drift.Alarms.Select(alarm => alarm.Outcome));
    }

    [Fact]
    public void ASlowChangeIsNone()
    {
        var drift = new VerdictDrift(Options);
        for (var step = 0; step < 40; step++)
        {
            Add(drift, 100, 0.1 + (step * 0.02), seed: (ulong)step);
        }

        Assert.Equal(0, drift.Raised);
    }

    [Fact]
    public void WhatHasJumpedAndStaysIsUsualAfterAWhile()
    {
        var drift = new VerdictDrift(Options);
        Add(drift, 400, 0.05, seed: 1);
        Add(drift, 100, 0.6, seed: 2);
        var raised = drift.Raised;
        Add(drift, 800, 0.6, seed: 3);

        Assert.True(raised > 0);
        Assert.Empty(drift.Alarms);
    }

    private static void Add(VerdictDrift drift, int count, double shareOfOk, ulong seed)
    {
        var generator = new DataGenerator(seed);
        for (var index = 0; index < count; index++)
        {
            drift.Add(generator.Fraction() < shareOfOk ? "ok" : "verification");
        }
    }
}
