namespace HpcVerify.Trainer.Grpo;

/// <summary>What the importance ratio is of.</summary>
public enum RatioLevel
{
    /// <summary>Each token: <c>exp(log p - log old)</c>.</summary>
    Token,

    /// <summary>The sequence, for all its tokens: the exponential of the mean difference (GSPO).</summary>
    Sequence,
}

/// <summary>The loss of a batch: Eq. 2 with the sign turned, and what it leaves open.</summary>
/// <param name="Surrogate">What a token loses.</param>
/// <param name="RatioLevel">What its ratio is of.</param>
/// <param name="Divergence">The price for leaving the reference.</param>
/// <param name="Aggregation">How tokens become one number.</param>
public sealed record Objective(Surrogate Surrogate, RatioLevel RatioLevel, Divergence Divergence, Aggregation Aggregation)
{
    /// <summary>Eq. 2 with the clipping of its example, 0.2, and ms-swift's aggregation.</summary>
    public static Objective Paper { get; } = new(new Surrogate.Clipped(0.2, 0.2), RatioLevel.Token, Divergence.None, new Aggregation.SequenceMean());

    /// <summary>Where the logarithm of a ratio is cut off at either side (verl): beyond, no advantage moves anything, and nothing overflows.</summary>
    public double LogRatioLimit { get; init; } = 20;

    /// <summary>
    /// Sequences with a negative advantage whose sampling policy is further than this from the current one, in nats a token,
    /// have no part in the surrogate (TRL's off-policy mask); infinity for none.
    /// </summary>
    public double OffPolicyLimit { get; init; } = double.PositiveInfinity;

    /// <summary>Whether a sequence has a part in the surrogate.</summary>
    public bool Keeps(double advantage, double distance) => advantage >= 0 || distance <= OffPolicyLimit;
}
