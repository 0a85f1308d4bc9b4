using System.Collections.Immutable;
using FsCheck.Fluent;
using HpcVerify.Trainer.Grpo;

namespace HpcVerify.Trainer.Tests.Grpo;

/// <summary>What advantages keep, whatever the rewards.</summary>
public sealed class AdvantagePropertyTests
{
    private static readonly AdvantageOptions Options = AdvantageOptions.Paper;

    public static TheoryData<Scaling> Scalings => [Scaling.None, Scaling.Group, Scaling.Batch];

    [Theory, MemberData(nameof(Scalings))]
    public void SumToZeroInEachGroup(Scaling scaling) => Numbers.Hold(
        from first in Numbers.Group
        from second in Numbers.Group
        select (first, second),
        groups => Advantages.Of([[.. groups.first], [.. groups.second]], Options with { Scaling = scaling }).All(row => Math.Abs(row.Sum()) < 1e-9));

    [Theory, MemberData(nameof(Scalings))]
    public void DoNotNoticeAShift(Scaling scaling) => Numbers.Hold(
        from rewards in Numbers.Group
        from shift in Gen.Choose(-1000, 1000)
        select (rewards, shift),
        sample => AreNear(Of(sample.rewards, scaling, 1e-4), Of([.. sample.rewards.Select(reward => reward + sample.shift)], scaling, 1e-4), 1e-8));

    [Theory]
    [InlineData(Scaling.Group), InlineData(Scaling.Batch), InlineData(Scaling.Others)]
    public void DoNotNoticeAScaleWithoutEpsilon(Scaling scaling) => Numbers.Hold(
        from rewards in Numbers.Group
        where scaling != Scaling.Others || rewards.OfType<double>().Distinct().Count() > 2 // two alike have no deviation to divide by
        from exponent in Gen.Choose(-6, 6)
        select (rewards, factor: Math.Pow(10, exponent)),
        sample => AreNear(Of(sample.rewards, scaling, 0), Of([.. sample.rewards.Select(reward => reward * sample.factor)], scaling, 0), 1e-8));

    [Fact]
    public void FollowTheirSamples() => Numbers.Hold(
        from rewards in Numbers.Group
        from order in Gen.Shuffle(Enumerable.Range(0, rewards.Length))
        from preset in Gen.Elements(TrainerPreset.All.AsEnumerable())
        select (rewards, order, preset),
        sample => AreNear(
            [.. sample.order.Select(index => Advantages.Of([.. sample.rewards], sample.preset.Options.Advantages)[index])],
            Advantages.Of([.. sample.order.Select(index => sample.rewards[index])], sample.preset.Options.Advantages), 1e-9));

    /// <summary>Unscored samples are as if they were not there.</summary>
    [Fact]
    public void DoNotNoticeWhatIsUnscored() => Numbers.Hold(
        from rewards in Numbers.Group
        from preset in Gen.Elements(TrainerPreset.All.AsEnumerable())
        select (rewards, preset),
        sample => Advantages.Of([.. sample.rewards], sample.preset.Options.Advantages) is var all
            && all.Where((_, index) => sample.rewards[index] is not null)
                .SequenceEqual(Advantages.Of([.. sample.rewards.Where(reward => reward is not null)], sample.preset.Options.Advantages))
            && all.Where((_, index) => sample.rewards[index] is null).All(advantage => advantage == 0));

    [Fact]
    public void KeepTheOrderOfRewards() => Numbers.Hold(
        Numbers.Group.Where(rewards => rewards.All(reward => reward is not null)),
        rewards => Of(rewards, Scaling.Group, 1e-4) is var advantages
            && rewards.Index().All(one => rewards.Index().All(other => one.Item <= other.Item == advantages[one.Index] <= advantages[other.Index])));

    /// <summary>Rewards that were once single precision and almost tie.</summary>
    [Fact]
    public void SinglePrecisionTiesStayFinite() => Numbers.Hold(
        from level in Gen.Choose(1, 1000)
        from steps in Gen.Choose(0, 3).ArrayOf(6)
        select steps.Select(step => (double?)(level + (step * MathF.BitIncrement(level)) - (step * (float)level))).ToArray(),
        rewards => Of(rewards, Scaling.Group, 0) is var advantages && advantages.All(advantage => Math.Abs(advantage) < 3) && Math.Abs(advantages.Sum()) < 1e-6);

    private static ImmutableArray<double> Of(double?[] rewards, Scaling scaling, double epsilon) =>
        Advantages.Of([.. rewards], Options with { Scaling = scaling, Epsilon = epsilon, ZeroDeviation = ZeroDeviation.Unscaled, Baseline = scaling == Scaling.Others ? Baseline.LeaveOneOut : Baseline.GroupMean });

    private static bool AreNear(ImmutableArray<double> first, ImmutableArray<double> second, double tolerance) =>
        first.Zip(second).All(pair => Math.Abs(pair.First - pair.Second) <= tolerance * Math.Max(1, Math.Abs(pair.First)));
}
