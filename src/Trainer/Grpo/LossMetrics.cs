using System.Collections.Immutable;

namespace HpcVerify.Trainer.Grpo;

/// <summary>What a loss says of itself, by the names that TRL logs.</summary>
internal static class LossMetrics
{
    /// <summary>
    /// Means over the tokens that count, or over sequences where the ratio is a sequence's: the parts clipped at either end,
    /// and, when known, the divergence from the reference and the entropy, in nats a token. Without tokens there are no means.
    /// </summary>
    public static ImmutableSortedDictionary<string, double> Of(IReadOnlyList<TokenSequence> batch, SequenceLoss[] losses, Objective objective)
    {
        var metrics = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        var tokens = batch.Sum(sequence => (double)sequence.Tokens);
        if (tokens == 0)
        {
            return metrics.ToImmutable();
        }

        var (low, high) = Clipped(batch, losses, objective);
        metrics["clip_ratio/low_mean"] = low;
        metrics["clip_ratio/high_mean"] = high;
        metrics["clip_ratio/region_mean"] = low + high;
        metrics["completions/mean_length"] = tokens / batch.Count;
        if (batch.All(sequence => !sequence.Reference.IsEmpty || sequence.Length == 0))
        {
            metrics["kl"] = losses.Sum(loss => loss.Divergence) / tokens;
        }

        if (batch.All(sequence => !sequence.Entropies.IsEmpty || sequence.Length == 0))
        {
            metrics["entropy"] = batch.Sum(sequence => sequence.Tokens * sequence.Mean(token => sequence.Entropies[token])) / tokens;
        }

        return metrics.ToImmutable();
    }

    private static (double Low, double High) Clipped(IReadOnlyList<TokenSequence> batch, SequenceLoss[] losses, Objective objective)
    {
        var (low, high, all) = (0.0, 0.0, 0.0);
        for (var index = 0; index < batch.Count; index++)
        {
            var (sequence, ratios) = (batch[index], losses[index].Ratios);
            var weight = objective.RatioLevel == RatioLevel.Token ? sequence.Tokens : Math.Min(1, sequence.Tokens);
            low += weight * sequence.Mean(token => ratios[token] < objective.Surrogate.Low && sequence.Advantages[token] < 0 ? 1 : 0);
            high += weight * sequence.Mean(token => ratios[token] > objective.Surrogate.High && sequence.Advantages[token] > 0 ? 1 : 0);
            all += weight;
        }

        return (low / all, high / all);
    }
}
