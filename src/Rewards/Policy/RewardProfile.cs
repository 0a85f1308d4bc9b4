using System.Collections.Immutable;

namespace HpcVerify.Rewards.Policy;

/// <summary>A named way of paying for evidence.</summary>
/// <param name="Name">As <c>--profile</c> has it.</param>
/// <param name="NeedsProof">Whether kernels are verified for it.</param>
/// <param name="Judge">What evidence is worth; a pure function.</param>
public sealed record RewardProfile(string Name, bool NeedsProof, Func<Evidence, Score> Judge)
{
    /// <summary>Eq. 3: tests alone.</summary>
    public static RewardProfile Paper { get; } = new("paper", false, RewardPolicy.Paper);

    /// <summary>The same ladder, with bounded verification and its test cases.</summary>
    public static RewardProfile Verified { get; } = new("verified", true, RewardPolicy.Verified);

    public static ImmutableArray<RewardProfile> All { get; } = [Paper, Verified];
}

/// <summary>The numbers of all profiles.</summary>
internal static class RewardWeights
{
    /// <summary>The share of its speed that a proved kernel earns.</summary>
    public const double Proved = 1;

    /// <summary>
    /// The share of the naive kernel's speed beyond which nothing is paid that is not proved. Above 1, hiding a kernel from the
    /// verifier would pay more than honesty (SOUNDNESS 23).
    /// </summary>
    public const double OpenOfNaive = 1;

    /// <summary>Eq. 3 of "Improving HPC Code Generation Capability of LLMs".</summary>
    public static double Penalty(Level level) => level switch
    {
        Level.Format or Level.Library => -100,
        Level.Compile => -40,
        Level.Timeout => -30,
        Level.Runtime => -20,
        Level.Verification => -10,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
