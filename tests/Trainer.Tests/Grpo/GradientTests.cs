using FsCheck.Fluent;
using HpcVerify.Trainer.Grpo;

namespace HpcVerify.Trainer.Tests.Grpo;

/// <summary>Gradients against central differences of the loss, and what masks do to both.</summary>
public sealed class GradientTests
{
    private const int Batches = 60;
    private const double Tolerance = 1e-6;

    /// <summary>A step of the difference must not cross a corner of the loss.</summary>
    private const double Margin = 1e-4;

    public static TheoryData<int> All => [.. Enumerable.Range(0, Sequences.Objectives.Length)];

    [Theory, MemberData(nameof(All))]
    public void GradientsAreDerivatives(int index) => Numbers.Hold(
        from batch in Sequences.Batch
        from aggregation in Gen.Elements(Sequences.Aggregations.AsEnumerable())
        where IsSmooth(batch)
        select (batch, objective: Sequences.Objectives[index] with { Aggregation = aggregation }),
        sample => PolicyLoss.Of(sample.batch, sample.objective).Gradient.SelectMany(row => row)
            .Zip(Sequences.Differences(sample.batch, sample.objective).SelectMany(row => row), (slope, difference) => Math.Abs(slope - difference))
            .All(error => error < Tolerance),
        Batches);

    /// <summary>With the weight held, the derivative of CISPO's loss is that of a plain one.</summary>
    [Theory]
    [InlineData(RatioLevel.Token), InlineData(RatioLevel.Sequence)]
    public void AWeightedGradientIsThatOfItsWeights(RatioLevel level) => Numbers.Hold(
        Sequences.Any,
        sequence =>
        {
            var objective = new Objective(new Surrogate.Weighted(.8, 1.28), level, Divergence.None, new Aggregation.TokenSum());
            var weights = SequenceLoss.Of(sequence, objective).Ratios.Select(ratio => Math.Clamp(ratio, .8, 1.28));
            TokenSequence[] held = [sequence with { Advantages = [.. sequence.Advantages.Zip(weights, (advantage, weight) => advantage * weight)] }];
            return PolicyLoss.Of([sequence], objective).Gradient[0]
                .Zip(Sequences.Differences(held, objective with { Surrogate = new Surrogate.Plain() })[0]).All(pair => Math.Abs(pair.First - pair.Second) < Tolerance);
        });

    [Fact]
    public void WhatIsMaskedHasNoPart() => Numbers.Hold(
        from batch in Sequences.Batch
        from objective in Gen.Elements(Sequences.Objectives.AsEnumerable())
        select (batch, objective),
        sample => PolicyLoss.Of(sample.batch, sample.objective) is var result
            && result.Loss == PolicyLoss.Of([.. sample.batch.Select(Scrambled)], sample.objective).Loss
            && result.Gradient.Zip(sample.batch).All(row => row.First.Zip(row.Second.Mask).All(token => token.Second || token.First == 0)));

    /// <summary>Except under grpo and dr_grpo, whose divisor is the number of sequences that were sampled.</summary>
    [Fact]
    public void MaskingASequenceIsDroppingIt() => Numbers.Hold(
        from batch in Sequences.Batch
        from objective in Gen.Elements(Sequences.Objectives.AsEnumerable())
        from aggregation in Gen.Elements(Sequences.Aggregations.Where(kind => kind is not (Aggregation.SequenceMean or Aggregation.ConstantLength)))
        select (batch, objective: objective with { Aggregation = aggregation }),
        sample => PolicyLoss.Of([.. sample.batch, Masked(sample.batch[0])], sample.objective) is var masked
            && PolicyLoss.Of(sample.batch, sample.objective) is var dropped
            && masked.Loss == dropped.Loss && masked.Gradient.Take(sample.batch.Length).Zip(dropped.Gradient).All(rows => rows.First.SequenceEqual(rows.Second)));

    private static TokenSequence Masked(TokenSequence sequence) => sequence with { Mask = [.. sequence.Mask.Select(_ => false)] };

    private static TokenSequence Scrambled(TokenSequence sequence) => sequence with
    {
        Current = [.. sequence.Current.Zip(sequence.Mask, (probability, isCounted) => isCounted ? probability : -99)],
    };

    private static bool IsSmooth(TokenSequence[] batch) => batch.All(sequence =>
        Enumerable.Range(0, sequence.Length).All(token => IsAwayFrom(Math.Exp(sequence.Current[token] - sequence.Old[token]), .8, 1.2, 1.28, 1.5)
            && IsAwayFrom(sequence.Current[token] - sequence.Reference[token], -1, 1)
            && IsAwayFrom(Divergence.K3(1).Of(sequence.Current[token], sequence.Reference[token]).Value, .5))
        && IsAwayFrom(Math.Exp(sequence.Mean(token => sequence.Current[token] - sequence.Old[token])), .8, 1.2, 1.28, 1.5));

    private static bool IsAwayFrom(double number, params double[] corners) => corners.All(corner => Math.Abs(number - corner) > Margin);
}
