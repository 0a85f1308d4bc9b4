using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.TestKit;

namespace HpcVerify.Rewards.Tests.Scoring;

/// <summary>One speed from many runs, by hand.</summary>
public sealed class TimedSeriesTests
{
    private static readonly KernelTask Product =
        KernelTaskReader.Read(Repository.PathOf("corpus/matmul"), FrontEndForTests.Parse).Value ?? throw new InvalidOperationException("corpus/matmul");

    private static readonly double Work = 2.0 * 256 * 256 * 256;

    private static readonly TimedSeries Series = new([1, 2, 3, 4, 100], [2, 2, 3, 2, 200], [8, 8, 8, 8, 8], [1, 1, 1, 1.1, 1.1, 1.1]);

    [Fact]
    public void PaperTakesTheMean()
    {
        var measurement = Series.Summarise(Product, TimingProfile.Paper);

        Assert.Equal(Work / 22 / 1e9, measurement.Gflops, 1e-12);
        Assert.Equal(209.0 / 110, measurement.RatioToBaseline!.Value, 1e-12);
        Assert.Equal(Work / 8 / 1e9, measurement.NaiveSpeed!.Value, 1e-12);
    }

    [Fact]
    public void RobustTakesTheMedianAndOneSlowRunChangesNothing()
    {
        var measurement = Series.Summarise(Product, TimingProfile.Robust);

        Assert.Equal(Work / 3 / 1e9, measurement.Gflops, 1e-12);
        Assert.Equal(1, measurement.RatioToBaseline);
        Assert.Equal(TimingProfile.Robust, measurement.Timing);
        Assert.Equal(2.0 / 3, measurement.Spread!.Value, 1e-12);
        Assert.Equal(0.1, measurement.Drift!.Value, 1e-12);
    }

    [Fact]
    public void DriftIsOfTheLaterHalfAgainstTheEarlier()
    {
        Assert.Equal(-0.5, TimedSeries.DriftOf([4, 4, 4, 9, 2, 2, 2])!.Value, 1e-12);
        Assert.Equal(0, TimedSeries.DriftOf([1, 5, 1, 5, 1, 5, 1, 5])!.Value, 1e-12);
        Assert.Null(TimedSeries.DriftOf([1, 2, 3]));
        Assert.Null(TimedSeries.DriftOf([]));
    }

    [Fact]
    public void EqualRunsHaveNoSpread() => Assert.Equal(0, TimedSeries.SpreadOf([7, 7, 7]));

    [Fact]
    public void WithoutABaselineThereIsNoRatio() => Assert.Null((Series with { Baseline = [] }).Summarise(Product, TimingProfile.Robust).RatioToBaseline);
}
