using System.Collections.Immutable;

namespace HpcVerify.Trainer.Grpo.Meta;

/// <summary>
/// How far a step has taken the policy, and what it can have cost at worst. A prompt's completions are one decision, so that for a
/// distance <c>d</c> in nats a sequence Pinsker's inequality bounds the change of the mean advantage by
/// <c>max |A| sqrt(2 d)</c>. Distance and greatest advantage are those of the samples, so that the figure is an estimate of the bound.
/// </summary>
/// <param name="PerToken">The divergence of the policy that sampled from the new one, in nats a token.</param>
/// <param name="PerSequence">The same in nats a sequence.</param>
/// <param name="Limit">What it should stay within.</param>
/// <param name="WorstChange">By how much the mean advantage can have fallen, as far as the samples show.</param>
public sealed record StepDivergence(double PerToken, double PerSequence, double Limit, double WorstChange)
{
    public bool IsWithin => PerSequence <= Limit;

    /// <summary>By the names under which it is logged.</summary>
    public ImmutableSortedDictionary<string, double> Metrics => ImmutableSortedDictionary<string, double>.Empty
        .Add("meta/kl_step", PerToken).Add("meta/kl_step_sequence", PerSequence).Add("meta/kl_step_limit", Limit)
        .Add("meta/kl_step_within", IsWithin ? 1 : 0).Add("meta/worst_change", WorstChange);

    /// <summary>
    /// From sequences whose current log-probabilities are those after the step. The samples are the old policy's, so that
    /// <c>r - 1 - log r</c> with the token's ratio new over old estimates the distance without bias and is never negative.
    /// </summary>
    public static StepDivergence Of(IReadOnlyCollection<TokenSequence> batch, double limit)
    {
        var divergence = Divergence.K3(1);
        TokenSequence[] counted = [.. batch.Where(sequence => sequence.Tokens > 0)];
        double[] sums = [.. counted.Select(sequence => sequence.Tokens * sequence.Mean(token => divergence.Of(sequence.Old[token], sequence.Current[token]).Value))];
        var perSequence = sums.DefaultIfEmpty(0).Average();
        var largest = counted.SelectMany(sequence => sequence.Advantages).Select(Math.Abs).DefaultIfEmpty(0).Max();
        return new(sums.Sum() / Math.Max(1, counted.Sum(sequence => sequence.Tokens)), perSequence, limit, WorstChangeAt(largest, perSequence));
    }

    /// <summary>The bound itself.</summary>
    /// <param name="largestAdvantage">The greatest magnitude of an advantage.</param>
    /// <param name="perSequence">A divergence in nats, of either policy from the other.</param>
    public static double WorstChangeAt(double largestAdvantage, double perSequence) => largestAdvantage * Math.Sqrt(2 * perSequence);
}
