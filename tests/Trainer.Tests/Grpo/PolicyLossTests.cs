using HpcVerify.Trainer.Grpo;

namespace HpcVerify.Trainer.Tests.Grpo;

/// <summary>Losses that the trainers' own test-suites give.</summary>
public sealed class PolicyLossTests
{
    private static readonly double[] Current = [-1.69315, -1, -.59453];
    private static readonly double[] Old = [-1, -1, -1];
    private static readonly double[] Signs = [1, -1, 2];
    private static readonly Objective Paper = Objective.Paper;

    [Fact]
    public void ClippedAtEachToken()
    {
        Assert.Equal(-.6333, Loss(Paper), 1e-4);
        Numbers.Near([-.5, 1, -2.4], [Token(.5, 1), Token(1, -1), Token(1.5, 2)], 1e-9);
        double Token(double ratio, double advantage) => new Surrogate.Clipped(.2, .2).Of(ratio, 0, advantage).Loss;
    }

    [Fact]
    public void OneRatioForTheSequence() => Assert.Equal(-.6057, Loss(Paper with { RatioLevel = RatioLevel.Sequence }), 1e-4);

    [Fact]
    public void OneRatioForEachOfTwoSequences() => Assert.Equal(
        -.4912,
        PolicyLoss.Of([Sequences.Of(Current, Old, Signs), Sequences.Of(Current, [-2, -2, -2], Signs)], Paper with { RatioLevel = RatioLevel.Sequence }).Loss,
        1e-4);

    [Fact]
    public void WeightedWithinABand() => Assert.Equal(.593797, Loss(Paper with { Surrogate = new Surrogate.Weighted(.8, 1.2) }), 1e-6);

    [Fact]
    public void WeightedBelowACap() => Assert.Equal(.543390, Loss(Paper with { Surrogate = new Surrogate.Weighted(double.NegativeInfinity, 5) }), 5e-6);

    [Fact]
    public void CappedTwice() => Assert.Equal(
        4.1667,
        PolicyLoss.Of([Sequences.Of([Math.Log(.5) - 1, -1, Math.Log(10) - 1], Old, [1, -1, -4])], Paper with { Surrogate = new Surrogate.Clipped(.2, .2, 3) }).Loss,
        1e-4);

    [Theory]
    [InlineData(2, 2, -2.4), InlineData(2, -2, 3), InlineData(.5, 2, -1)]
    public void CappedTwiceAtOneToken(double ratio, double advantage, double expected) =>
        Assert.Equal(expected, new Surrogate.Clipped(.2, .2, 1.5).Of(ratio, 0, advantage).Loss, 1e-12);

    [Fact]
    public void WithoutRatio() => Assert.Equal(
        .8333, PolicyLoss.Of([Sequences.Of([-.5, -1, -1.5], Old, Signs)], Paper with { Surrogate = new Surrogate.Plain() }).Loss, 1e-4);

    /// <summary>slime's <c>test_cispo_loss</c>: nothing goes through the ratio.</summary>
    [Fact]
    public void AWeightPassesNoGradient()
    {
        double[] ratios = [1, 1.14, 1.56, .4];
        double[] advantages = [1, -.5, 2, -1];
        double[] current = [-.7, -1.2, -.4, -2.1];
        var sequence = Sequences.Of(current, [.. current.Zip(ratios, (probability, ratio) => probability - Math.Log(ratio))], advantages);

        var gradient = PolicyLoss.Of([sequence], Paper with { Surrogate = new Surrogate.Weighted(.8, 1.28), Aggregation = new Aggregation.TokenSum() }).Gradient[0];

        Numbers.Near([-1, 1.14 * .5, -1.28 * 2, .8], gradient, 1e-12);
    }

    /// <summary>SAPO's gate is a half at ratio 1 and its slope is that of the ratio.</summary>
    [Theory]
    [InlineData(1, 2, -4.0), InlineData(1, -2, 4 / 1.05)]
    public void SoftAtRatioOne(double ratio, double advantage, double loss)
    {
        var term = new Surrogate.Soft(1, 1.05).Of(ratio, 0, advantage);

        Assert.Equal((loss, -advantage), (term.Loss, term.PerRatio));
    }

    [Fact]
    public void PriceOfDivergence()
    {
        var sequence = Sequences.Of([0, -1, -2], [0, -1, -2], [0, 0, 0]) with { Reference = [-1, -1, -1] };

        var result = PolicyLoss.Of([sequence], Paper with { Divergence = Divergence.K3(.1) });

        Assert.Equal(.0362, result.Loss, 1e-4);
        Assert.Equal(.362, result.Metrics["kl"], 1e-3);
    }

    [Theory]
    [InlineData(DivergenceEstimate.K1, new[] { -1.0, 14, 29 }, new[] { -1.0, 10, 10 })]
    [InlineData(DivergenceEstimate.K2, new[] { .5, 98, 420.5 }, new[] { .5, 10, 10 })]
    [InlineData(DivergenceEstimate.K3, new[] { .7183, 13, 28 }, new[] { .7183, 10, 10 })]
    [InlineData(DivergenceEstimate.K3Plus, new[] { .7183, 13, 28 }, new[] { .7183, 10, 10 })]
    public void Estimates(DivergenceEstimate estimate, double[] free, double[] limited)
    {
        double[] references = [0, -15, -30];

        Numbers.Near(free, references.Select(reference => new Divergence(estimate, 1, double.PositiveInfinity, double.PositiveInfinity).Of(-1, reference).Value), 1e-4);
        Numbers.Near(limited, references.Select(reference => new Divergence(estimate, 1, double.PositiveInfinity, 10).Of(-1, reference).Value), 1e-4);
    }

    [Fact]
    public void K3PlusHasTheGradientOfK2()
    {
        var (second, plus) = (new Divergence(DivergenceEstimate.K2, 1, 20, 10).Of(-1, -3), new Divergence(DivergenceEstimate.K3Plus, 1, 20, 10).Of(-1, -3));

        Assert.Equal(second.Slope, plus.Slope);
        Assert.NotEqual(second.Value, plus.Value);
    }

    [Theory]
    [InlineData(1e-9), InlineData(-1e-9), InlineData(9.99e-4), InlineData(1.001e-3)]
    public void TheThirdEstimateIsNeverNegative(double difference) =>
        Assert.Equal(difference * difference / 2, Divergence.K3(1).Of(difference - 1, -1).Value, difference * difference / 1000);

    /// <summary>TRL's off-policy mask.</summary>
    [Fact]
    public void FarSequencesAreKeptWhenTheyAreGood() => Assert.Equal(
        [true, true, false],
        ((double, double)[])[(1, 2), (-1, .5), (-1, 2)] is var sequences
            ? sequences.Select(sequence => (Paper with { OffPolicyLimit = 1 }).Keeps(sequence.Item1, sequence.Item2)) : []);

    [Fact]
    public void AFarBadSequenceHasNoPartInTheLoss()
    {
        var far = Sequences.Of([-3, -3], [-1, -1], [-1, -1]);

        Assert.Equal(0, PolicyLoss.Of([far], Paper with { OffPolicyLimit = 1 }).Loss);
        Assert.NotEqual(0, PolicyLoss.Of([far], Paper with { OffPolicyLimit = 3 }).Loss);
    }

    /// <summary>When the policy is the one that sampled, the loss is minus the mean advantage and the gradient is not 0.</summary>
    [Fact]
    public void OnPolicyTheGradientIsMinusTheAdvantage()
    {
        var result = PolicyLoss.Of([Sequences.Of(Current, Current, [2, 2, 2])], Paper);

        Assert.Equal(-2, result.Loss, 1e-12);
        Numbers.Near([-2 / 3.0, -2 / 3.0, -2 / 3.0], result.Gradient[0], 1e-12);
    }

    [Fact]
    public void MetricsCountWhatIsClipped()
    {
        var metrics = PolicyLoss.Of([Sequences.Of([-1 + Math.Log(1.5), -1 + Math.Log(1.5), -1 + Math.Log(.5), -1], [-1, -1, -1, -1], [1, -1, -1, 1]) with { Entropies = [1, 2, 3, 6] }], Paper).Metrics;

        Assert.Equal((.25, .25, .5, 3), (metrics["clip_ratio/low_mean"], metrics["clip_ratio/high_mean"], metrics["clip_ratio/region_mean"], metrics["entropy"]));
        Assert.False(metrics.ContainsKey("kl"));
    }

    /// <summary>One ratio a sequence is one thing to be clipped, however long the sequence is.</summary>
    [Fact]
    public void MetricsCountSequencesWhereTheRatioIsASequences() => Assert.Equal(
        .5,
        PolicyLoss.Of([Sequences.Of([-1, -1, -1], [-2, -2, -2], [1, 1, 1]), Sequences.Of([-1], [-1], [1])], Paper with { RatioLevel = RatioLevel.Sequence }).Metrics["clip_ratio/high_mean"]);

    [Theory]
    [InlineData(1, 2, 2, 0, 0), InlineData(2, 1, 2, 0, 0), InlineData(2, 2, 1, 0, 0), InlineData(2, 2, 2, 1, 0), InlineData(2, 2, 2, 0, 1)]
    public void PartsOfOneLengthAreDemanded(int old, int mask, int advantages, int reference, int entropies)
    {
        var sequence = new TokenSequence([-1, -1], [.. new double[old]], [.. new bool[mask]], [.. new double[advantages]]) { Reference = [.. new double[reference]], Entropies = [.. new double[entropies]] };

        Assert.Throws<ArgumentException>(() => PolicyLoss.Of([sequence], Paper));
    }

    [Fact]
    public void APriceNeedsAReference() =>
        Assert.Throws<ArgumentException>(() => PolicyLoss.Of([Sequences.Of([-1], [-1], [1])], Paper with { Divergence = Divergence.K3(.1) }));

    [Fact]
    public void AHugeRatioIsCutOffAndPassesNothing()
    {
        var result = PolicyLoss.Of([Sequences.Of([-1, -1], [-1000, -1], [-1, 1])], Paper);

        Assert.Equal((Math.Exp(20) - 1) / 2, result.Loss, 1);
        Assert.Equal(0, result.Gradient[0][0]);
    }

    private static double Loss(Objective objective) => PolicyLoss.Of([Sequences.Of(Current, Old, Signs)], objective).Loss;
}
