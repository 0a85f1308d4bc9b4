using HpcVerify.Rewards.Policy;

namespace HpcVerify.Rewards.Tests.Policy;

/// <summary>The profiles for trainers, by hand.</summary>
public sealed class TrainerProfileTests
{
    private static readonly RewardWeights Weights = RewardWeights.Default;

    [Fact]
    public void RawIsTheSpeed() => Assert.Equal(12.5, Reward(RawSpeed.Judge(Kernel(12.5, 5), Weights)));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 1)]
    [InlineData(15, 2)]
    [InlineData(5115, 10)]
    public void LogSpeedupCountsDoublings(double speed, double reward) => Assert.Equal(reward, Reward(LogSpeedup.Judge(Kernel(speed, 5), Weights)), 1e-12);

    [Theory]
    [InlineData(0, 0.25)]
    [InlineData(5, 0.625)]
    [InlineData(15, 0.8125)]
    public void UnitIsHalfWayUpForTheNaiveKernel(double speed, double reward) => Assert.Equal(reward, Reward(UnitInterval.Judge(Kernel(speed, 5), Weights)), 1e-12);

    [Theory]
    [InlineData(Level.Format, -100, -10, 0)]
    [InlineData(Level.Library, -100, -10, 0)]
    [InlineData(Level.Compile, -40, -4, 0.15)]
    [InlineData(Level.Timeout, -30, -3, 0.175)]
    [InlineData(Level.Runtime, -20, -2, 0.2)]
    [InlineData(Level.Verification, -10, -1, 0.225)]
    public void FailuresKeepTheirOrder(Level level, double raw, double log, double unit)
    {
        var evidence = new Evidence([], new(level, "why"), null, null, []);

        Assert.Equal(
            (raw, log, unit),
            (Reward(RawSpeed.Judge(evidence, Weights)), Reward(LogSpeedup.Judge(evidence, Weights)), Math.Round(Reward(UnitInterval.Judge(evidence, Weights)), 12)));
    }

    [Fact]
    public void WhatIsKnownCountsThoughNobodyAskedForIt()
    {
        var refuted = Kernel(50, 5) with { Proof = Samples.Verdicts[^1] };
        var open = Kernel(50, 5) with { Proof = Samples.Verdicts[3] };

        Assert.Equal((-10.0, 5.0), (Reward(RawSpeed.Judge(refuted, Weights)), Reward(RawSpeed.Judge(open, Weights))));
        Assert.Equal((-1.0, 1.0), (Reward(LogSpeedup.Judge(refuted, Weights)), Reward(LogSpeedup.Judge(open, Weights))));
    }

    [Fact]
    public void WithoutANaiveSpeedThereIsNoSpeedUp()
    {
        var untimed = new Evidence([], null, new(12.5, null, [1]), null, []);

        Assert.IsType<Score.Unscored>(LogSpeedup.Judge(untimed, Weights));
        Assert.IsType<Score.Unscored>(UnitInterval.Judge(untimed, Weights));
        Assert.Equal(12.5, Reward(RawSpeed.Judge(untimed, Weights)));
    }

    private static double Reward(Score score) => Assert.IsType<Score.Scored>(score).Reward;

    private static Evidence Kernel(double speed, double naive) => new([], null, new(speed, null, [1]) { NaiveSpeed = naive }, null, []);
}
