using System.Collections.Immutable;
using FsCheck.Fluent;
using HpcVerify.Trainer.Grpo;
using HpcVerify.Trainer.Grpo.Meta;

namespace HpcVerify.Trainer.Tests.Grpo.Meta;

/// <summary>Meta-normalisation in the loss: nothing when off, and each part by itself when on.</summary>
public sealed class MetaStepTests
{
    private static readonly MetaOptions Sharing = MetaOptions.Off with { Similarity = new Similarity.Radial(1), Strength = 1 };
    private static readonly AdvantageOptions Exact = AdvantageOptions.Paper with { Epsilon = 0 };
    private static readonly SimilarityOperator Halves = SimilarityOperator.Of(new double[,] { { 1, 1 }, { 1, 1 } }, 1);

    /// <summary>Without strength, without anything shared, or without both: the same bits.</summary>
    [Fact]
    public void OffIsPlainGrpo() => Numbers.Hold(
        from rewards in Numbers.Group.ArrayOf(3)
        from meta in Gen.Elements(MetaOptions.Off, MetaOptions.Off with { Strength = 1 }, MetaOptions.Off with { SharesBaselines = true, SharesScales = true })
        from preset in Gen.Elements(TrainerPreset.All.AsEnumerable())
        select (rewards, meta, options: preset.Options.WithBeta(0)),
        sample =>
        {
            MetaGroup[] groups = [.. sample.rewards.Select((rewards, at) => Group(at, rewards))];
            var (plain, meta) = (GrpoStep.Of([.. groups.Select(group => group.Samples)], sample.options), MetaStep.Of(groups, sample.options, sample.meta));
            return plain.Loss == meta.Loss && plain.Metrics.SequenceEqual(meta.Metrics)
                && plain.Gradient.SelectMany(row => row).SequenceEqual(meta.Gradient.SelectMany(row => row));
        });

    /// <summary>On or off, a group without neighbours is compared with itself.</summary>
    [Fact]
    public void AGroupAloneStaysAsItIs() => Numbers.Hold(
        Numbers.Group,
        rewards => MetaStep.Of([Group(0, rewards)], GrpoOptions.Paper, MetaOptions.On with { MaximumAmplification = 1 }).Gradient.SelectMany(row => row)
            .Zip(GrpoStep.Of([Group(0, rewards).Samples], GrpoOptions.Paper).Gradient.SelectMany(row => row)).All(pair => Math.Abs(pair.First - pair.Second) < 1e-12));

    [Fact]
    public void BaselinesMoveByWhatTheMeansMove()
    {
        var moved = Shared([[1, 3], [5, 9]], Sharing with { SharesBaselines = true });

        Numbers.Same([4.5, 4.5], moved[0].Baselines.OfType<double>());
        Numbers.Same([4.5, 4.5], moved[1].Baselines.OfType<double>());
        Numbers.Near([Math.Sqrt(2), Math.Sqrt(8)], moved.Select(group => group.Deviations[0]!.Value), 1e-12);
    }

    [Fact]
    public void DeviationsAreShared()
    {
        var moved = Shared([[1, 3], [5, 9]], Sharing with { SharesScales = true });

        Numbers.Near([1.5 * Math.Sqrt(2), 1.5 * Math.Sqrt(2)], moved.Select(group => group.Deviations[0]!.Value), 1e-12);
        Numbers.Same([2.0, 7], moved.Select(group => group.Baselines[0]!.Value));
    }

    /// <summary>All failed, next to a group of which some did not: that all are bad is something to learn, in the neighbour's unit.</summary>
    [Fact]
    public void AnEvenGroupLearnsFromItsNeighbours()
    {
        var advantages = Advantages.Under(Shared([[-40, -40], [-40, 20]], Sharing with { SharesBaselines = true, SharesScales = true }), Exact);

        Assert.All(advantages[0], advantage => Assert.Equal(-15 / (60 / Math.Sqrt(2)), advantage, 1e-12));
        Assert.InRange(advantages[1][1], 0.7, 2);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public void WithoutADeviationNothingIsDividedByEpsilon(bool sharesScales)
    {
        var advantages = Advantages.Under(Shared([[-40, -40], [20, 20]], Sharing with { SharesBaselines = true, SharesScales = sharesScales }), AdvantageOptions.Paper);

        Assert.All(advantages.SelectMany(row => row), advantage => Assert.Equal(0, advantage));
    }

    [Fact]
    public void AnUnscoredGroupLendsAndTakesNothing()
    {
        var moved = Shared([[null, null], [5, 9]], Sharing with { SharesBaselines = true, SharesScales = true });

        Numbers.Same([null, null], moved[0].Baselines);
        Numbers.Same([7.0, 7], moved[1].Baselines.OfType<double>());
    }

    [Fact]
    public void ARewardThatStandsForItselfIsNotMoved()
    {
        var options = TrainerPreset.Named("verl")!.Options.Advantages;
        var moved = SharedMoments.Of(GroupMoments.Of([[5], [1, 3]], options), Halves, options, Sharing with { SharesBaselines = true, SharesScales = true });

        Assert.Equal((0, 1), (moved[0].Baselines[0], moved[0].Deviations[0]));
    }

    /// <summary>No part of sharing may make numbers that are not numbers, or of a size that nothing in the batch has.</summary>
    [Fact]
    public void SharedAdvantagesStayFinite() => Numbers.Hold(
        from rewards in Numbers.Group.ArrayOf(4)
        from preset in Gen.Elements(TrainerPreset.All.AsEnumerable())
        from strength in Gen.Choose(1, 10)
        select (rewards, preset.Options.Advantages, meta: Sharing with { Strength = strength / 10.0, SharesBaselines = true, SharesScales = true }),
        sample => SimilarityOperator.Of(sample.meta.Similarity.Among([.. sample.rewards.Select((_, at) => Programs.At(at))]), sample.meta.Strength) is var neighbours
            && Advantages.Under(SharedMoments.Of(GroupMoments.Of([.. sample.rewards.Select(row => row.ToImmutableArray())], sample.Advantages), neighbours, sample.Advantages, sample.meta), sample.Advantages)
                .SelectMany(row => row).All(double.IsFinite));

    [Fact]
    public void MetricsNameTheEigenvalue()
    {
        var metrics = MetaStep.Of([Group(0, [1, 3]), Group(1, [5, 9])], GrpoOptions.Paper, Sharing with { SharesBaselines = true }).Metrics;

        var alike = Math.Exp(-0.5);
        Assert.Equal((1 - alike) / (1 + alike), metrics["meta/second_eigenvalue"], 1e-12);
        Assert.DoesNotContain("meta/amplification_max", metrics.Keys);
    }

    /// <summary>Three successes, of which the policy thought the second unlikely, and an unlikely failure.</summary>
    [Fact]
    public void SurprisingSuccessesCountForMore()
    {
        var factors = Amplification.Of(Surprising([10, 30, 20, -100], [-1, -4, -1, -4]), [0.1, 0.9, 0.4, -1.4], MetaOptions.Off with { MaximumAmplification = 3 });

        Numbers.Near([1, 2, 1, 1], factors, 1e-12);
    }

    [Fact]
    public void NoFactorIsAboveTheMaximumOrBelowOne() => Numbers.Hold(
        from rewards in Numbers.Group
        from probabilities in Gen.Choose(-900, -1).Select(number => number / 100.0).ArrayOf(rewards.Length)
        from maximum in Gen.Choose(10, 50)
        select (samples: Surprising(rewards, probabilities), maximum: maximum / 10.0),
        sample => Advantages.Of(sample.samples.Samples.Rewards, AdvantageOptions.Paper) is var advantages
            && Amplification.Of(sample.samples, advantages, MetaOptions.Off with { MaximumAmplification = sample.maximum }).Index().All(factor =>
                factor.Item >= 1 && factor.Item <= sample.maximum && (factor.Item == 1 || (advantages[factor.Index] > 0 && sample.samples.Samples.Rewards[factor.Index] >= 0))));

    [Fact]
    public void AGoodFailureIsNotAmplified() => Assert.All(
        Amplification.Of(Surprising([-100, -100, -10, -100], [-1, -1, -9, -1]), [-0.5, -0.5, 1.5, -0.5], MetaOptions.On), factor => Assert.Equal(1, factor));

    [Fact]
    public void AnUnlikeProgramIsASurprise()
    {
        var group = Surprising([10, 20, 30], [-1, -1, -1]) with { Completions = [Programs.At(0), Programs.At(0.1), Programs.At(5)] };
        var options = Sharing with { Surprise = SurpriseSource.Structure, MaximumAmplification = 2 };

        var factors = Amplification.Of(group, [-1, 0.1, 1], options);

        Assert.Equal((1, 1), (factors[0], factors[1]));
        Assert.InRange(factors[2], 1.5, 2);
        Assert.All(Amplification.Of(group with { Completions = [] }, [-1, 0, 1], options), factor => Assert.Equal(1, factor));
    }

    [Fact]
    public void AmplificationEntersTheGradient()
    {
        var group = Surprising([10, 30, 20, -100], [-1, -4, -1, -4]);
        var options = MetaOptions.Off with { MaximumAmplification = 3 };
        var (plain, meta) = (MetaStep.Of([group], GrpoOptions.Paper, MetaOptions.Off), MetaStep.Of([group], GrpoOptions.Paper, options));

        Numbers.Near([1, 2, 1, 1], meta.Gradient.Zip(plain.Gradient, (amplified, own) => amplified[0] / own[0]), 1e-12);
        Assert.Equal((1, 2), (meta.Metrics["meta/amplified"], meta.Metrics["meta/amplification_max"]));
    }

    private static ImmutableArray<GroupMoments> Shared(ImmutableArray<double?>[] rewards, MetaOptions meta) =>
        SharedMoments.Of(GroupMoments.Of(rewards, Exact), Halves, Exact, meta);

    private static MetaGroup Group(double place, double?[] rewards) => new(
        new([.. rewards], [.. rewards.Select(_ => new TokenSequence([-1, -2], [-1, -2], [true, true], [0, 0]))]), Programs.At(place), []);

    private static MetaGroup Surprising(double?[] rewards, double[] probabilities) => new(
        new([.. rewards], [.. probabilities.Select(probability => new TokenSequence([probability], [probability], [true], [0]))]), null, []);
}
