using HpcVerify.Rewards.Policy;

namespace HpcVerify.Rewards.Tests.Policy;

/// <summary>What the profile 'verified' pays, over every combination of what can be known of a kernel.</summary>
public sealed class VerifiedPolicyTests
{
    private static readonly double[] Speeds = [0, 0.25, 1, 4.5, 300];
    private static readonly double?[] NaiveSpeeds = [null, 0.5, 1, 20];
    private static readonly Level[] Failures = [Level.Format, Level.Library, Level.Compile, Level.Timeout, Level.Runtime, Level.Verification];
    private static readonly ProofState[] Open = [ProofState.Unknown, ProofState.Unsupported, ProofState.Vacuous];

    private static IEnumerable<Measurement> Measurements =>
        from speed in Speeds
        from naive in NaiveSpeeds
        select new Measurement(speed, null, [1, 2, 3]) { NaiveSpeed = naive };

    private static IEnumerable<Evidence> AllButTheVerdict =>
        Measurements.Select(measurement => Evidence(null, measurement))
            .Concat(Failures.Select(level => Evidence(new(level, "why"), null)));

    [Fact]
    public void LoweringAVerdictNeverRaisesTheReward()
    {
        foreach (var evidence in AllButTheVerdict)
        {
            var proved = RewardOf(evidence, ProofState.Proved);
            var refuted = RewardOf(evidence, ProofState.Refuted);
            Assert.All(Open, state => Assert.InRange(RewardOf(evidence, state), refuted, proved));
        }
    }

    [Fact]
    public void NoFailureOutranksASuccess()
    {
        var all = (from evidence in AllButTheVerdict from state in Enum.GetValues<ProofState>() select ScoreOf(evidence, state)).ToList();
        var worstSuccess = all.Where(score => score.Level == Level.Ok).Min(score => score.Reward);

        Assert.All(all.Where(score => score.Level != Level.Ok), failure => Assert.True(failure.Reward < worstSuccess));
    }

    [Fact]
    public void WhatIsNotProvedEarnsNoMoreThanTheNaiveKernel()
    {
        foreach (var measurement in Measurements)
        {
            Assert.All(Open, state => Assert.True(RewardOf(Evidence(null, measurement), state) <= (measurement.NaiveSpeed ?? 0)));
        }
    }

    [Fact]
    public void AKernelThatIsProvedForAllSizesEarnsItsSpeed() =>
        Assert.All(Measurements, measurement => Assert.Equal(measurement.Speed, RewardOf(Evidence(null, measurement), ProofState.Proved)));

    /// <summary>Speed 300 and naive 20: the share of the speed; speed 1 and naive 20: what an open kernel would earn, which is more.</summary>
    [Theory]
    [InlineData(ProofReach.Bounded, 300, 150)]
    [InlineData(ProofReach.Conditional, 300, 225)]
    [InlineData(ProofReach.AllSizes, 300, 300)]
    [InlineData(ProofReach.Bounded, 1, 1)]
    [InlineData(ProofReach.Bounded, 30, 20)]
    public void AProofThatReachesLessEarnsAShareAndNoLessThanNone(ProofReach reach, double speed, double reward)
    {
        var evidence = Evidence(null, new(speed, null, [1]) { NaiveSpeed = 20 }) with { Proof = new(ProofState.Proved, "sizes", null) { Reach = reach } };

        Assert.Equal(reward, Assert.IsType<Score.Scored>(RewardPolicy.Verified(evidence, RewardWeights.Default)).Reward);
    }

    [Fact]
    public void ARefutedKernelIsWrongEvenIfEveryTestPassedAndTheSizesAreNamed()
    {
        var score = ScoreOf(Evidence(null, new(4.5, null, [1])), ProofState.Refuted);

        Assert.Equal((Level.Verification, -10), (score.Level, score.Reward));
        Assert.Contains("n=3", score.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void FailuresKeepTheRungTheyStandOn() =>
        Assert.All(Failures, level => Assert.All(Enum.GetValues<ProofState>(), state => Assert.Equal(level, ScoreOf(Evidence(new(level, "why"), null), state).Level)));

    [Fact]
    public void AKernelThatWasNotVerifiedHasNoScore() =>
        Assert.IsType<Score.Unscored>(RewardPolicy.Verified(Evidence(null, new(4.5, null, [1])), RewardWeights.Default));

    [Fact]
    public void AFailureOfOursIsNeverANumberWhateverIsProved() => Assert.All(
        Enum.GetValues<ProofState>(),
        state => Assert.IsType<Score.Unscored>(RewardPolicy.Verified(With(new Evidence([], null, null, "no sandbox", []), state), RewardWeights.Default)));

    [Fact]
    public void ThePaperProfileDoesNotLookAtProofs() => Assert.All(
        AllButTheVerdict,
        evidence => Assert.All(Enum.GetValues<ProofState>(), state => Assert.Equal(RewardPolicy.Paper(evidence), RewardPolicy.Paper(With(evidence, state)))));

    private static double RewardOf(Evidence evidence, ProofState state) => ScoreOf(evidence, state).Reward;

    private static Score.Scored ScoreOf(Evidence evidence, ProofState state) => Assert.IsType<Score.Scored>(RewardPolicy.Verified(With(evidence, state), RewardWeights.Default));

    private static Evidence With(Evidence evidence, ProofState state) =>
        evidence with { Proof = new(state, "equivalence: y[2]", state == ProofState.Refuted ? "n=3" : null) { Reach = ProofReach.AllSizes } };

    private static Evidence Evidence(Failure? failure, Measurement? measurement) => new([], failure, measurement, null, []);
}
