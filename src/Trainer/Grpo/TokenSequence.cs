using System.Collections.Immutable;

namespace HpcVerify.Trainer.Grpo;

/// <summary>One completion as the loss sees it: natural logarithms of probabilities, one for each token.</summary>
/// <param name="Current">Under the policy that is trained.</param>
/// <param name="Old">Under the policy that sampled the tokens.</param>
/// <param name="Mask">Which tokens count.</param>
/// <param name="Advantages">Of each token; GRPO gives all tokens of a sequence the same.</param>
public sealed record TokenSequence(
    ImmutableArray<double> Current, ImmutableArray<double> Old, ImmutableArray<bool> Mask, ImmutableArray<double> Advantages)
{
    /// <summary>Under the policy that training started from; empty when nobody asks for a divergence.</summary>
    public ImmutableArray<double> Reference { get; init; } = [];

    /// <summary>Of the distribution each token was drawn from, in nats; empty when not known.</summary>
    public ImmutableArray<double> Entropies { get; init; } = [];

    public int Length => Current.Length;

    /// <summary>How many tokens count.</summary>
    public int Tokens => Mask.Count(isCounted => isCounted);

    public TokenSequence WithAdvantage(double advantage) => this with { Advantages = [.. Enumerable.Repeat(advantage, Length)] };

    /// <summary>The mean of a quantity over the tokens that count; 0 when none does.</summary>
    public double Mean(Func<int, double> quantity)
    {
        var (sum, tokens) = (0.0, 0);
        for (var token = 0; token < Length; token++)
        {
            sum += Mask[token] ? quantity(token) : 0;
            tokens += Mask[token] ? 1 : 0;
        }

        return tokens == 0 ? 0 : sum / tokens;
    }

    /// <summary>Throws when the parts are not of one length, which is a mistake of the caller's.</summary>
    internal TokenSequence Checked(bool needsReference)
    {
        var isWhole = Old.Length == Length && Mask.Length == Length && Advantages.Length == Length
            && (Reference.Length == Length || (Reference.IsEmpty && !needsReference)) && (Entropies.IsEmpty || Entropies.Length == Length);
        return isWhole ? this : throw new ArgumentException("the parts of a sequence have one number for each token");
    }
}

/// <summary>What an aggregation divides by.</summary>
/// <param name="Sequences">All sequences.</param>
/// <param name="NonEmpty">Those with a token that counts.</param>
/// <param name="Tokens">Tokens that count.</param>
/// <param name="Processes">How many processes will have their losses averaged: each of them is multiplied by this.</param>
public sealed record BatchTotals(int Sequences, int NonEmpty, long Tokens, int Processes)
{
    public static BatchTotals Of(IReadOnlyCollection<TokenSequence> batch, int processes = 1) =>
        new(batch.Count, batch.Count(sequence => sequence.Tokens > 0), batch.Sum(sequence => (long)sequence.Tokens), processes);
}
