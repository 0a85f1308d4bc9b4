using HpcVerify.Rewards.Policy;

namespace HpcVerify.Trainer.Search;

/// <summary>What users say of a kernel.</summary>
public enum Opinion
{
    /// <summary>Nothing that counts.</summary>
    None,

    /// <summary>It is what they want.</summary>
    Accepted,

    /// <summary>It is not, whatever the scorer found.</summary>
    Rejected,
}

/// <summary>One kernel of an iteration, as far as selection depends on it.</summary>
/// <param name="Stage">The stage that it was asked for.</param>
/// <param name="Level">The rung it stands on; null where it is unscored.</param>
/// <param name="Performance">What right kernels of a stage are ranked by; null of all others.</param>
public sealed record PoolMember(long Sample, int Stage, Level? Level, double? Performance, Opinion Opinion)
{
    /// <summary>Nobody can repair what is not there, and of what is unscored nobody knows whether it needs that.</summary>
    public bool IsEligible => Level is not null and not Rewards.Policy.Level.Format;

    /// <summary>Right, and nobody says otherwise.</summary>
    public bool IsSuccess => Level == Rewards.Policy.Level.Ok && Performance is not null && Opinion != Opinion.Rejected;
}

/// <summary>A kernel that children are made of.</summary>
/// <param name="Stage">The stage of the children.</param>
public sealed record Parent(long Sample, int Stage, Purpose Purpose);
