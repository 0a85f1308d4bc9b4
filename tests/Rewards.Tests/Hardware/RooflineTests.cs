using HpcVerify.Rewards.Hardware;

namespace HpcVerify.Rewards.Tests.Hardware;

/// <summary>The least time for some work, by hand: only what is surely impossible is called so.</summary>
public sealed class RooflineTests
{
    private static readonly RooflineMargin Exact = new(1, 2);

    /// <summary>4 cores, 2 units of 8 lanes, 2 GHz, and 3 GHz where it boosts: 192 GFLOPS at most; caches of 1 MiB a core; 100 GB/s.</summary>
    private static readonly HardwareSpecification Machine = new()
    {
        Name = "small",
        Title = "a small machine",
        Extensions = ["avx512f"],
        Sockets = 1,
        CoresPerSocket = 4,
        ThreadsPerCore = 1,
        Clock = new() { BaseGhz = 2, BoostGhz = 3 },
        Vector = new() { RegisterBits = 512, UnitBits = 512, FmaUnits = 2 },
        Caches = [new() { Level = 1, Kind = CacheKind.Instruction, Kibibytes = 32, SharedByCores = 1 }, new() { Level = 2, Kind = CacheKind.Unified, Kibibytes = 1024, SharedByCores = 1 }],
        MemoryGigabytesPerSecond = 100,
    };

    [Theory]
    [InlineData(384e9, 0, 64, 1)]
    [InlineData(384e9, 0, 32, 0.5)]
    [InlineData(0, 100e9 + (4 << 20), 64, 1)]
    [InlineData(384e9, 50e9, 64, 1)]
    [InlineData(384e9, 300e9 + (4 << 20), 64, 3)]
    public void TimeIsThatOfTheScarcerUnit(double flops, double bytes, int elementBits, double seconds) =>
        Assert.Equal(seconds, Roofline.LeastSeconds(Machine, new(flops, bytes, elementBits), Exact), 1e-9);

    [Fact]
    public void WhatFitsIntoCachesCostsNoMemoryTime() => Assert.Equal(0, Roofline.LeastSeconds(Machine, new(0, 4 << 20, 64), Exact));

    [Fact]
    public void HalfPrecisionHasNoLimit() => Assert.Equal(0, Roofline.LeastSeconds(Machine, new(1e15, 0, 16), Exact));

    [Fact]
    public void UnitsThatOnlyAddCountInLimitsAndNotInPeaks()
    {
        var machine = Machine with { Vector = Machine.Vector with { AddUnits = 2 } };

        Assert.Equal(Peak.Gflops(Machine, 64), Peak.Gflops(machine, 64));
        Assert.Equal(2 / 3.0, Roofline.LeastSeconds(machine, new(384e9, 0, 64), Exact), 1e-9);
    }

    [Fact]
    public void MarginMakesMorePossible()
    {
        var work = new Work(384e9, 0, 64);

        Assert.False(Roofline.IsPossible(Machine, work, 0.97, Exact));
        Assert.True(Roofline.IsPossible(Machine, work, 0.97, RooflineMargin.Usual));
        Assert.False(Roofline.IsPossible(Machine, work, 0.9, RooflineMargin.Usual));
    }

    [Fact]
    public void WhatIsNotKnownForbidsNothing()
    {
        var unknown = Machine with { Clock = new() { BaseGhz = 2 }, MemoryGigabytesPerSecond = null };

        Assert.Equal(0, Roofline.LeastSeconds(unknown, new(1e18, 1e18, 64), Exact));
        Assert.Equal(0, Roofline.LeastSeconds(Machine with { Caches = [] }, new(0, 1e18, 64), Exact));
    }

    [Fact]
    public void MeasuredMultiplyAddsStandInForALimitAndMeasuredMemoryDoesNot()
    {
        var measured = Machine with { Clock = new(), MemoryGigabytesPerSecond = null, Measured = new() { Threads = 4, FmaGflops = 100, TriadGigabytesPerSecond = 10 } };

        Assert.Equal(1, Roofline.LeastSeconds(measured, new(200e9, 1e15, 64), Exact), 1e-9);
        Assert.Equal(0.5, Roofline.LeastSeconds(measured, new(200e9, 1e15, 32), Exact), 1e-9);
    }

    [Fact]
    public void AMeasurementAboveTheLimitRaisesIt()
    {
        var measured = Machine with { Measured = new() { Threads = 4, FmaGflops = 768 } };

        Assert.Equal(0.5, Roofline.LeastSeconds(measured, new(384e9, 0, 64), Exact), 1e-9);
    }

    [Fact]
    public void RatioIsToThePeakElseToWhatWasMeasured()
    {
        Assert.Equal(0.5, Peak.Ratio(Machine, 128, 64));
        Assert.Equal(0.5, Peak.Ratio(Machine with { Clock = new(), Measured = new() { Threads = 4, FmaGflops = 100 } }, 50, 64));
        Assert.Null(Peak.Ratio(Machine with { Clock = new() }, 50, 64));
        Assert.Equal(Peak.Gflops(Machine, 64) / Machine.Cores, Peak.OfTeam(Machine, 1, 64));
        Assert.Equal(100, Peak.OfTeam(Machine with { Clock = new(), Measured = new() { Threads = 4, FmaGflops = 100 } }, 1000, 64));
    }
}
