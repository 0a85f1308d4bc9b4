using FsCheck.Fluent;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Rewards.Tests.Policy;

/// <summary>What every profile keeps, whatever the weights: more proof never pays less, and no failure pays as much as a success.</summary>
public sealed class ProfilePropertyTests
{
    public static TheoryData<string> Profiles => [.. RewardProfile.All.Select(profile => profile.Name)];

    [Theory, MemberData(nameof(Profiles))]
    public void LoweringAVerdictNeverRaisesTheReward(string name) => Samples.Hold(
        from evidence in Samples.Any
        from weights in Samples.Weights
        from higher in Gen.Choose(0, Samples.Verdicts.Length - 1)
        from lower in Gen.Choose(0, Samples.Verdicts.Length - 1)
        where higher <= lower
        select (evidence, weights, higher, lower),
        sample => Named(name, sample.weights) is var profile
            && IsNoMore(profile.Judge(sample.evidence with { Proof = Samples.Verdicts[sample.lower] }), profile.Judge(sample.evidence with { Proof = Samples.Verdicts[sample.higher] })));

    [Theory, MemberData(nameof(Profiles))]
    public void NoFailureOutranksASuccess(string name) => Samples.Hold(
        from evidence in Samples.Any
        from other in Samples.Any
        from weights in Samples.Weights
        select (evidence, other, weights),
        sample => Named(name, sample.weights) is var profile && IsRanked(profile.Judge(sample.evidence), profile.Judge(sample.other)));

    [Theory, MemberData(nameof(Profiles))]
    public void LowerRungsNeverEarnMore(string name) => Samples.Hold(
        from evidence in Samples.Failed
        from other in Samples.Failed
        from weights in Samples.Weights
        select (evidence, other, weights),
        sample => Named(name, sample.weights) is var profile && profile.Judge(sample.evidence) is Score.Scored first && profile.Judge(sample.other) is Score.Scored second
            && (first.Level >= second.Level || (first.Level, second.Level) is (Level.Format, Level.Library) || first.Reward <= second.Reward));

    [Theory, MemberData(nameof(Profiles))]
    public void WhatIsUnscoredHasNoNumberAndNumbersAreFinite(string name) => Samples.Hold(
        from evidence in Samples.Any
        from weights in Samples.Weights
        select (evidence, weights),
        sample => Named(name, sample.weights).Judge(sample.evidence) switch
        {
            Score.Scored scored => sample.evidence.Infrastructure is null && double.IsFinite(scored.Reward),
            _ => sample.evidence.Failure is null,
        });

    [Theory, MemberData(nameof(Profiles))]
    public void AFasterKernelEarnsNoLess(string name) => Samples.Hold(
        from evidence in Samples.Succeeded
        from verdict in Gen.Elements<Proof>(Samples.Verdicts)
        from gain in Samples.Speed
        from weights in Samples.Weights
        select (slow: evidence with { Proof = verdict }, gain, weights),
        sample => Named(name, sample.weights) is var profile
            && IsNoMore(profile.Judge(sample.slow), profile.Judge(sample.slow with { Measurement = sample.slow.Measurement! with { Gflops = sample.slow.Measurement.Gflops + sample.gain } })));

    /// <summary>SOUNDNESS 23, for every profile that looks at proofs.</summary>
    [Fact]
    public void WhatIsOpenEarnsNoMoreThanTheNaiveKernelThatIsOpen() => Samples.Hold(
        from evidence in Samples.Succeeded
        from weights in Samples.Weights
        where evidence.Measurement!.NaiveSpeed > 0
        select (evidence: evidence with { Proof = Samples.Verdicts[3] }, weights),
        sample => RewardProfile.Of(sample.weights).Where(profile => profile.Name != "paper").All(profile =>
            IsNoMore(profile.Judge(sample.evidence), profile.Judge(sample.evidence with { Measurement = sample.evidence.Measurement! with { Gflops = sample.evidence.Measurement.NaiveSpeed!.Value } }))));

    private static RewardProfile Named(string name, RewardWeights weights) =>
        weights.Problem() is null ? RewardProfile.Of(weights).Single(profile => profile.Name == name) : throw new InvalidOperationException(weights.Problem());

    private static bool IsNoMore(Score lower, Score higher) => (lower, higher) is not (Score.Scored first, Score.Scored second) || first.Reward <= second.Reward;

    private static bool IsRanked(Score score, Score other) =>
        (score, other) is not (Score.Scored { Level: not Level.Ok } failure, Score.Scored { Level: Level.Ok } success) || failure.Reward < success.Reward;
}
