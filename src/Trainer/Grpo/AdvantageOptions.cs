namespace HpcVerify.Trainer.Grpo;

/// <summary>What is subtracted from a reward.</summary>
public enum Baseline
{
    /// <summary>The mean of the group (Eq. 1 of the GRPO paper).</summary>
    GroupMean,

    /// <summary>The mean of the others of the group, so that a reward does not lower its own advantage (RLOO).</summary>
    LeaveOneOut,
}

/// <summary>What the difference is divided by.</summary>
public enum Scaling
{
    /// <summary>Nothing (Dr. GRPO): the unit of the advantage is that of the reward.</summary>
    None,

    /// <summary>The standard deviation of the group (Eq. 1).</summary>
    Group,

    /// <summary>The standard deviation of the others of the group.</summary>
    Others,

    /// <summary>The standard deviation of all rewards of the batch.</summary>
    Batch,
}

/// <summary>What becomes of a difference whose standard deviation is nothing but rounding.</summary>
public enum ZeroDeviation
{
    /// <summary>It is divided by epsilon alone, which only leave-one-out and shifted baselines notice.</summary>
    DividedByEpsilon,

    /// <summary>It stays as it is, in the unit of the reward.</summary>
    Unscaled,
}

/// <summary>What a group with one scored sample gives.</summary>
public enum Singleton
{
    /// <summary>Advantage 0: there is nothing to compare with.</summary>
    Zero,

    /// <summary>The reward itself, as with mean 0 and standard deviation 1.</summary>
    OwnReward,
}

/// <summary>How rewards become advantages (Eq. 1).</summary>
/// <param name="Baseline">What is subtracted.</param>
/// <param name="Scaling">What the difference is divided by.</param>
/// <param name="DegreesOfFreedom">What is taken off the number of samples in the deviation: 1 as in <c>torch.std</c>, 0 as in <c>np.std</c>.</param>
/// <param name="Epsilon">What is added to the deviation.</param>
/// <param name="ZeroDeviation">What becomes of a difference without deviation.</param>
/// <param name="Singleton">What a group with one scored sample gives.</param>
public sealed record AdvantageOptions(
    Baseline Baseline, Scaling Scaling, int DegreesOfFreedom, double Epsilon, ZeroDeviation ZeroDeviation, Singleton Singleton)
{
    /// <summary>Eq. 1 with the deviation and epsilon of TRL and ms-swift, with which the paper was trained.</summary>
    public static AdvantageOptions Paper { get; } = new(Baseline.GroupMean, Scaling.Group, 1, 1e-4, ZeroDeviation.DividedByEpsilon, Singleton.Zero);
}
