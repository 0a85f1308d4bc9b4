using System.Collections.Immutable;

namespace HpcVerify.Trainer.Model.Sampling;

/// <summary>A response that is wanted.</summary>
/// <param name="Prompt">What comes before it, at least one token; draws with equal prompts read it once.</param>
/// <param name="Seed">All that chance decides follows from it and from the prompt.</param>
public sealed record Draw(ImmutableArray<int> Prompt, ulong Seed);

/// <summary>A response.</summary>
/// <param name="Tokens">What was drawn, with the token that ends it where it ended.</param>
/// <param name="LogProbabilities">The natural logarithm of the probability of each, at the temperature and before top-k and top-p.</param>
/// <param name="IsTruncated">Whether it was cut off: by the most tokens allowed, or by the end of the context.</param>
public sealed record Drawn(ImmutableArray<int> Tokens, ImmutableArray<float> LogProbabilities, bool IsTruncated);
