namespace HpcVerify.Trainer.Grpo;

/// <summary>
/// How the losses of tokens become one number: each token's is multiplied by a weight that depends on its sequence. With the
/// totals of the whole batch, the losses of its parts add up to that of the whole, except under <see cref="LocalTokenMean"/>.
/// </summary>
public abstract record Aggregation
{
    private Aggregation() { }

    /// <param name="tokens">How many tokens of the sequence count; at least one.</param>
    /// <param name="part">Of the sequences at hand.</param>
    /// <param name="whole">Of the whole batch.</param>
    public double Weight(int tokens, BatchTotals part, BatchTotals whole) => whole.Processes * this switch
    {
        SequenceMean => 1.0 / whole.Sequences / tokens,
        NonEmptySequenceMean => 1.0 / whole.NonEmpty / tokens,
        NonEmptySequenceSum => 1.0 / whole.NonEmpty,
        LocalTokenMean => 1.0 / whole.Processes / part.Tokens,
        TokenMean => 1.0 / whole.Tokens,
        TokenSum => 1.0,
        ConstantLength constant => 1.0 / whole.Sequences / constant.Length,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary><c>grpo</c>: the mean over sequences of the mean over tokens; a sequence without tokens counts as one with loss 0.</summary>
    public sealed record SequenceMean : Aggregation;

    /// <summary>verl's <c>seq-mean-token-mean</c>: the same over sequences with tokens only.</summary>
    public sealed record NonEmptySequenceMean : Aggregation;

    /// <summary>verl's <c>seq-mean-token-sum</c>: the mean of the sums over sequences with tokens.</summary>
    public sealed record NonEmptySequenceSum : Aggregation;

    /// <summary><c>bnpo</c>: the mean over the tokens at hand, whatever else is in the batch.</summary>
    public sealed record LocalTokenMean : Aggregation;

    /// <summary><c>dapo</c>, verl's <c>token-mean</c>: the mean over the tokens of the whole batch.</summary>
    public sealed record TokenMean : Aggregation;

    /// <summary>verl's <c>token-sum</c>.</summary>
    public sealed record TokenSum : Aggregation;

    /// <summary><c>dr_grpo</c>: the sum over the number of sequences times the greatest length there can be.</summary>
    public sealed record ConstantLength(int Length) : Aggregation;
}
