using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Hardware;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.TestKit;

namespace HpcVerify.Rewards.Tests.Scoring;

/// <summary>A speed beyond the machine is not believed, and every possible one is.</summary>
public sealed class SpeedLimitTests
{
    /// <summary>4 cores, 2 units of 8 lanes, at most 3 GHz: 384 GFLOPS in double precision, 403.2 with the margin.</summary>
    private static readonly HardwareSpecification Machine = new()
    {
        Name = "small",
        Title = "a small machine",
        Extensions = ["avx512f"],
        Sockets = 1,
        CoresPerSocket = 4,
        ThreadsPerCore = 1,
        Clock = new() { BoostGhz = 3 },
        Vector = new() { RegisterBits = 512, UnitBits = 512, FmaUnits = 2 },
        Caches = [new() { Level = 1, Kind = CacheKind.Data, Kibibytes = 32, SharedByCores = 1 }],
        MemoryGigabytesPerSecond = 100,
    };

    private static readonly KernelTask Product = Task("matmul");
    private static readonly KernelTask Update = Task("axpy");

    /// <summary>256³ operations at least, where 2 × 256³ are counted: 41.6 µs at 403.2 GFLOPS.</summary>
    [Theory]
    [InlineData(42e-6, true)]
    [InlineData(41e-6, false)]
    [InlineData(0, false)]
    public void OperationsThatNobodyCanSaveTakeTheirTime(double fastest, bool isPossible) =>
        Assert.Equal(isPossible, SpeedLimit.Check(Runs(1e-3, fastest, 2e-3), Product, Machine) is null);

    /// <summary>2²¹ × 16 bytes, less the 128 KiB of four caches, at 105 GB/s: 318 µs.</summary>
    [Theory]
    [InlineData(320e-6, true)]
    [InlineData(316e-6, false)]
    public void BytesBeyondTheCachesTakeTheirTime(double fastest, bool isPossible) =>
        Assert.Equal(isPossible, SpeedLimit.Check(Runs(fastest), Update, Machine) is null);

    [Fact]
    public void TheFindingNamesTheRunTheMachineAndTheLimit() => Assert.Equal(
        "a run of 10 µs was measured, and small cannot do the work in less than 41.61 µs",
        SpeedLimit.Check(Runs(10e-6, 1e-3), Product, Machine)!.Message);

    [Fact]
    public void WhatIsNotKnownOfAMachineIsTakenAtItsBest()
    {
        var guest = Machine with { Clock = new() { BaseGhz = 2 }, Vector = new() { RegisterBits = 512 }, Caches = [], MemoryGigabytesPerSecond = null };

        Assert.Null(SpeedLimit.Check(Runs(1e-9), Product, guest));

        // 4 cores × 6.5 GHz × 8 lanes × (2 units × 2 + 2 that only add) × 1.05 = 1310 GFLOPS.
        Assert.Null(SpeedLimit.Check(Runs(13e-6), Product, Roofline.AtItsBest(guest)));
        Assert.NotNull(SpeedLimit.Check(Runs(12.5e-6), Product, Roofline.AtItsBest(guest)));
    }

    [Fact]
    public void WhatIsKnownOfAMachineStays() => Assert.Equal(Machine, Roofline.AtItsBest(Machine));

    /// <summary>No task of the corpus counts more that cannot be left out than it counts at all.</summary>
    [Fact]
    public void LeastIsNoMoreThanUsual()
    {
        foreach (var task in KernelTaskReader.Names(Repository.PathOf("corpus")).Select(Task))
        {
            var (work, traffic) = (task.WorkAt(task.ScoredSizes), task.TrafficAt(task.ScoredSizes));
            Assert.True(!(task.LeastWorkAt(task.ScoredSizes) > work), task.Name);
            Assert.True(!(task.LeastTrafficAt(task.ScoredSizes) > traffic), task.Name);
            Assert.True(task.LeastTrafficAt(task.ScoredSizes) > 0, task.Name);
        }
    }

    private static Measurement Runs(params double[] seconds) => new(1, null, [.. seconds]);

    private static KernelTask Task(string name) =>
        KernelTaskReader.Read(Repository.PathOf($"corpus/{name}"), FrontEndForTests.Parse).Value ?? throw new InvalidOperationException(name);
}
