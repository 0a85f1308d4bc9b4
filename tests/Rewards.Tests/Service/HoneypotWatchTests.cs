using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Rewards.Tests.Service;

public sealed class HoneypotWatchTests
{
    private static readonly Honeypot First = new("axpy", "axpy/first", ""), Second = new("axpy", "axpy/second", "");

    [Fact]
    public void OneIsDueAfterEverySoManySamplesAndAllInTurn()
    {
        var watch = new HoneypotWatch([First, Second], 3);

        var due = Enumerable.Range(1, 12).Select(_ => watch.AfterSample()).ToList();

        Assert.Equal([3, 6, 9, 12], Enumerable.Range(1, 12).Where(sample => due[sample - 1] is not null));
        Assert.Equal([(First, 0), (Second, 1), (First, 2), (Second, 3)], due.Where(one => one is not null).Select(one => one!.Value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void NoneIsDueWithoutAnIntervalOrWithoutHoneypots(int interval)
    {
        var watch = new HoneypotWatch(interval == 0 ? [First] : [], interval);

        Assert.All(Enumerable.Range(0, 20).Select(_ => watch.AfterSample()), Assert.Null);
    }

    [Fact]
    public void OnlyAFailureIsACatch()
    {
        var watch = new HoneypotWatch([First], 1);
        watch.Remember(First, new Score.Scored(Level.Library, -100, ""));
        watch.Remember(First, new Score.Unscored("no worker"));
        watch.Remember(First, null);

        Assert.Equal((1, 2, true), (watch.Record.Caught, watch.Record.Unscored, watch.Record.IsSound));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12.5)]
    public void WhatWasPaidOnceStaysOnTheRecord(double reward)
    {
        var watch = new HoneypotWatch([First, Second], 1);
        watch.Remember(First, new Score.Scored(Level.Ok, reward, ""));
        watch.Remember(First, new Score.Scored(Level.Library, -100, ""));

        Assert.False(watch.Record.IsSound);
        Assert.Equal(["axpy/first"], watch.Record.Passed);
    }
}
