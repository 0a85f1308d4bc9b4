using HpcVerify.Trainer.Grpo;

namespace HpcVerify.Trainer.Tests.Grpo;

/// <summary>How the losses of tokens become one number.</summary>
public sealed class AggregationTests
{
    private static readonly TokenSequence[] Two = [Of([1, 2, 30], [true, true, false]), Of([4, 50, 6], [true, false, true])];

    public static TheoryData<int> All => [.. Enumerable.Range(0, Sequences.Aggregations.Length)];

    public static TheoryData<int> WithTotals => [.. Enumerable.Range(0, Sequences.Aggregations.Length).Where(index => Sequences.Aggregations[index] is not Aggregation.LocalTokenMean)];

    /// <summary>verl's <c>test_loss_aggregation_on_cpu</c>, with four processes.</summary>
    [Fact]
    public void SumOverTokens() => Assert.Equal(52, Loss(Two, new Aggregation.TokenSum(), BatchTotals.Of(Two, 4)), 1e-12);

    /// <summary>OpenRLHF's <c>test_loss_aggregation</c>: a sequence without tokens is not there; TRL's grpo counts it.</summary>
    [Fact]
    public void SequencesWithoutTokensAreNotInTheMean()
    {
        TokenSequence[] batch = [Of([1, 3], [true, true]), Of([5, 7], [false, false])];

        Assert.Equal(2, Loss(batch, new Aggregation.NonEmptySequenceMean(), BatchTotals.Of(batch)), 1e-12);
        Assert.Equal(2, Loss(batch, new Aggregation.TokenMean(), BatchTotals.Of(batch)), 1e-12);
        Assert.Equal(1, Loss(batch, new Aggregation.SequenceMean(), BatchTotals.Of(batch)), 1e-12);
    }

    [Fact]
    public void EachDividesByItsOwn()
    {
        TokenSequence[] batch = [Of([1, 2, 3], [true, true, true]), Of([10], [true])];

        Numbers.Near([6, 6, 8, 4, 4, 16, 16 / 14.0], Sequences.Aggregations.Select(aggregation => Loss(batch, aggregation, BatchTotals.Of(batch))), 1e-12);
    }

    [Fact]
    public void TheLocalMeanDoesNotLookAtTheWhole() =>
        Assert.Equal(1.5, Loss([Two[0]], new Aggregation.LocalTokenMean(), BatchTotals.Of(Two, 4)), 1e-12);

    [Theory, MemberData(nameof(WithTotals))]
    public void PartsAddUpToTheWhole(int aggregation)
    {
        TokenSequence[] batch = [.. Two, Of([7], [true]), Of([9, 9], [false, false])];
        var whole = BatchTotals.Of(batch);

        Assert.Equal(
            Loss(batch, Sequences.Aggregations[aggregation], whole),
            batch.Chunk(2).Sum(part => Loss(part, Sequences.Aggregations[aggregation], whole)), 1e-12);
    }

    [Theory, MemberData(nameof(WithTotals))]
    public void TheMeanOverProcessesIsTheWhole(int aggregation)
    {
        TokenSequence[] batch = [.. Two, Of([7], [true]), Of([9, 9], [true, false])];

        Assert.Equal(
            Loss(batch, Sequences.Aggregations[aggregation], BatchTotals.Of(batch)),
            batch.Chunk(2).Average(part => Loss(part, Sequences.Aggregations[aggregation], BatchTotals.Of(batch, 2))), 1e-12);
    }

    [Theory, MemberData(nameof(All))]
    public void NothingLeftIsZeroAndANumber(int aggregation)
    {
        TokenSequence[] batch = [Of([1, 2], [false, false]), Of([], [])];

        var result = PolicyLoss.Of([.. batch.Select(sequence => sequence with { Reference = sequence.Current })], Objective.Paper with { Aggregation = Sequences.Aggregations[aggregation], Divergence = Divergence.K3(.1) });

        Assert.Equal(0, result.Loss);
        Assert.All(result.Gradient.SelectMany(row => row), slope => Assert.Equal(0, slope));
        Assert.DoesNotContain(result.Metrics.Values, double.IsNaN);
    }

    [Theory, MemberData(nameof(All))]
    public void AnEmptyBatchIsZero(int aggregation) =>
        Assert.Equal(0, PolicyLoss.Of([], Objective.Paper with { Aggregation = Sequences.Aggregations[aggregation] }).Loss);

    private static TokenSequence Of(double[] losses, bool[] mask) => Sequences.Losing(losses, mask);

    private static double Loss(TokenSequence[] batch, Aggregation aggregation, BatchTotals whole) =>
        PolicyLoss.Of(batch, Objective.Paper with { Surrogate = new Surrogate.Plain(), Aggregation = aggregation }, whole).Loss;
}
