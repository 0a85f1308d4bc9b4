using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Rewards.Tests.Policy;

/// <summary>Eq. 3, row by row.</summary>
public sealed class RewardPolicyTests
{
    [Theory]
    [InlineData(Level.Format, -100)]
    [InlineData(Level.Library, -100)]
    [InlineData(Level.Compile, -40)]
    [InlineData(Level.Timeout, -30)]
    [InlineData(Level.Runtime, -20)]
    [InlineData(Level.Verification, -10)]
    public void EachRungHasThePenaltyOfThePaper(Level level, double reward)
    {
        var score = Assert.IsType<Score.Scored>(RewardPolicy.Paper(Evidence(new(level, "why"), null, null)));

        Assert.Equal((level, reward, "why"), (score.Level, score.Reward, score.Reason));
    }

    [Fact]
    public void SuccessEarnsItsGflops()
    {
        var score = Assert.IsType<Score.Scored>(RewardPolicy.Paper(Evidence(null, new(12.5, 0.5, [1, 2, 3]), null)));

        Assert.Equal((Level.Ok, 12.5), (score.Level, score.Reward));
    }

    [Fact]
    public void SuccessAtATaskThatMemoryLimitsEarnsItsGigabytes()
    {
        var measurement = new Measurement(double.NaN, null, [1, 2, 3]) { Gbps = 20, Metric = Metric.Gbps };
        var score = Assert.IsType<Score.Scored>(RewardPolicy.Paper(Evidence(null, measurement, null)));

        Assert.Equal((Level.Ok, 20), (score.Level, score.Reward));
    }

    [Fact]
    public void AFailureOfOursIsNeverANumber()
    {
        Assert.IsType<Score.Unscored>(RewardPolicy.Paper(Evidence(null, null, "no sandbox")));
    }

    [Fact]
    public void AFailureOfOursOutweighsWhatElseIsKnown()
    {
        Assert.IsType<Score.Unscored>(RewardPolicy.Paper(Evidence(new(Level.Timeout, "slow"), null, "starved")));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void AnImpossibleSpeedIsNotPaid(double gflops)
    {
        Assert.IsType<Score.Unscored>(RewardPolicy.Paper(Evidence(null, new(gflops, null, []), null)));
    }

    private static Evidence Evidence(Failure? failure, Measurement? measurement, string? infrastructure) =>
        new([], failure, measurement, infrastructure, []);
}
