using System.Collections.Immutable;

namespace HpcVerify.Trainer.Search;

/// <summary>One answer of a policy.</summary>
/// <param name="Tokens">What it drew; empty where the policy keeps that to itself.</param>
/// <param name="LogProbabilities">Of each token under the policy as it was then, in nats; empty where nobody says.</param>
/// <param name="IsTruncated">Whether the limit on tokens ended it, and not the policy.</param>
public sealed record Completion(string Text, ImmutableArray<int> Tokens, ImmutableArray<float> LogProbabilities, bool IsTruncated)
{
    public bool Equals(Completion? other) => other is not null && Text == other.Text && IsTruncated == other.IsTruncated
        && Tokens.SequenceEqual(other.Tokens) && LogProbabilities.SequenceEqual(other.LogProbabilities);

    public override int GetHashCode() => HashCode.Combine(Text, IsTruncated, Tokens.Length);
}

/// <summary>What came of asking a policy.</summary>
public abstract record Sampling
{
    private Sampling() { }

    /// <summary>As many answers as were asked for.</summary>
    public sealed record Answered(ImmutableArray<Completion> Completions) : Sampling;

    /// <summary>No answers, nor will there be any by asking again: an endpoint that is down, or a budget that is used up.</summary>
    public sealed record Unavailable(string Reason) : Sampling;
}
