using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using HpcVerify.Trainer.Grpo;

namespace HpcVerify.Trainer.Tests.Grpo;

/// <summary>Sequences by hand, at random, and derivatives of their loss by differences.</summary>
internal static class Sequences
{
    private const double Step = 1e-6;

    private static readonly Gen<double> LogProbability = Gen.Choose(-30000, -1).Select(number => number / 10000.0);

    /// <summary>Sequences of 0 to 6 tokens with everything that an objective may ask for.</summary>
    public static Gen<TokenSequence> Any { get; } =
        from length in Gen.Choose(0, 6)
        from current in LogProbability.ArrayOf(length)
        from drift in Gen.Choose(-8000, 8000).ArrayOf(length)
        from reference in LogProbability.ArrayOf(length)
        from mask in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false))).ArrayOf(length)
        from advantage in Gen.Choose(-3000, 3000)
        select new TokenSequence(
            [.. current], [.. current.Zip(drift, (probability, change) => probability + (change / 10000.0))], [.. mask],
            [.. Enumerable.Repeat(advantage / 1000.0, length)])
        { Reference = [.. reference] };

    public static Gen<TokenSequence[]> Batch { get; } = from size in Gen.Choose(1, 5) from batch in Any.ArrayOf(size) select batch;

    /// <summary>Every kind of objective.</summary>
    public static ImmutableArray<Objective> Objectives { get; } =
    [
        .. from surrogate in (Surrogate[])[new Surrogate.Clipped(0.2, 0.2), new Surrogate.Clipped(0.2, 0.28, 1.5), new Surrogate.Soft(1, 1.05), new Surrogate.Plain()]
           from level in Enum.GetValues<RatioLevel>()
           from divergence in (Divergence[])[Divergence.None, new(DivergenceEstimate.K1, 0.3, 20, 10), new(DivergenceEstimate.K2, 0.3, 1, 10), Divergence.K3(0.3), new(DivergenceEstimate.K3, 0.3, 20, 0.5)]
           select new Objective(surrogate, level, divergence, new Aggregation.SequenceMean()),
    ];

    public static ImmutableArray<Aggregation> Aggregations { get; } =
    [
        new Aggregation.SequenceMean(), new Aggregation.NonEmptySequenceMean(), new Aggregation.NonEmptySequenceSum(),
        new Aggregation.LocalTokenMean(), new Aggregation.TokenMean(), new Aggregation.TokenSum(), new Aggregation.ConstantLength(7),
    ];

    public static TokenSequence Of(double[] current, double[] old, double[] advantages) =>
        new([.. current], [.. old], [.. current.Select(_ => true)], [.. advantages]);

    /// <summary>One token that loses just this.</summary>
    public static TokenSequence Losing(double[] losses, bool[] mask) =>
        new([.. losses.Select(loss => -loss)], [.. losses.Select(loss => -loss)], [.. mask], [.. losses.Select(_ => 1.0)]);

    /// <summary>The gradient by central differences.</summary>
    public static double[][] Differences(TokenSequence[] batch, Objective objective) =>
    [
        .. batch.Select((sequence, row) => Enumerable.Range(0, sequence.Length).Select(token =>
            (Moved(batch, objective, row, token, Step) - Moved(batch, objective, row, token, -Step)) / (2 * Step)).ToArray()),
    ];

    private static double Moved(TokenSequence[] batch, Objective objective, int row, int token, double step)
    {
        TokenSequence[] moved = [.. batch];
        moved[row] = batch[row] with { Current = batch[row].Current.SetItem(token, batch[row].Current[token] + step) };
        return PolicyLoss.Of(moved, objective).Loss;
    }
}
