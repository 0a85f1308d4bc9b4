using System.Collections.Immutable;

namespace HpcVerify.Trainer.Grpo;

/// <summary>A loss, its derivative by each log-probability, and what else is worth knowing.</summary>
/// <param name="Loss">To be minimised.</param>
/// <param name="Gradient">A row for each sequence, a number for each token; 0 where the mask is.</param>
/// <param name="Metrics">By TRL's names.</param>
public sealed record PolicyLossResult(double Loss, ImmutableArray<ImmutableArray<double>> Gradient, ImmutableSortedDictionary<string, double> Metrics);

/// <summary>The loss of a batch of sequences under an objective, and its gradient: a pure function.</summary>
public static class PolicyLoss
{
    /// <summary>The loss of a whole batch.</summary>
    public static PolicyLossResult Of(IReadOnlyList<TokenSequence> batch, Objective objective) => Of(batch, objective, BatchTotals.Of(batch));

    /// <summary>The loss of a part of a batch whose totals are given.</summary>
    public static PolicyLossResult Of(IReadOnlyList<TokenSequence> batch, Objective objective, BatchTotals whole)
    {
        var part = BatchTotals.Of(batch);
        var hasDivergence = objective.Divergence.Weight != 0;
        SequenceLoss[] losses = [.. batch.Select(sequence => SequenceLoss.Of(sequence.Checked(hasDivergence), objective))];
        double[] weights = [.. batch.Select(sequence => sequence.Tokens == 0 ? 0 : objective.Aggregation.Weight(sequence.Tokens, part, whole))];
        return new(
            losses.Zip(weights, (loss, weight) => weight == 0 ? 0 : weight * loss.Sum).Sum(),
            [.. losses.Zip(weights, (loss, weight) => ImmutableArray.CreateRange(loss.Gradient.Select(slope => slope == 0 ? 0 : weight * slope)))],
            LossMetrics.Of(batch, losses, objective));
    }
}
