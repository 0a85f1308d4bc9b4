using System.Collections.Immutable;

namespace HpcVerify.Trainer.Grpo.Meta;

/// <summary>What makes a sample surprising.</summary>
public enum SurpriseSource
{
    /// <summary>That the policy which sampled it thought its tokens unlikely.</summary>
    Likelihood,

    /// <summary>That its program is unlike those of its group.</summary>
    Structure,
}

/// <summary>What of GMPO is on; each part can be switched off by itself.</summary>
/// <param name="Similarity">Which groups are neighbours.</param>
/// <param name="Strength">How much neighbours count against the group itself, from 0 to 1.</param>
/// <param name="SharesBaselines">Whether baselines are means over neighbours.</param>
/// <param name="SharesScales">Whether deviations are.</param>
/// <param name="Surprise">What surprise is.</param>
/// <param name="MaximumAmplification">By how much the advantage of a surprising success is multiplied at most; 1 for not at all.</param>
/// <param name="DivergenceLimit">How far a step may go from the policy that sampled, in nats a sequence; only reported against.</param>
public sealed record MetaOptions(
    Similarity Similarity, double Strength, bool SharesBaselines, bool SharesScales, SurpriseSource Surprise, double MaximumAmplification, double DivergenceLimit)
{
    /// <summary>Plain GRPO, number for number.</summary>
    public static MetaOptions Off { get; } = new(new Similarity.Joint(new Similarity.Radial(null), new Similarity.Subtrees()), 0, false, false, SurpriseSource.Likelihood, 1, 0.05);

    /// <summary>Both parts, moderately.</summary>
    public static MetaOptions On { get; } = Off with { Strength = 0.5, SharesBaselines = true, SharesScales = true, MaximumAmplification = 2 };

    /// <summary>What ablations tell apart, by name: nothing, both parts, and each by itself.</summary>
    public static ImmutableSortedDictionary<string, MetaOptions> Named { get; } = ImmutableSortedDictionary<string, MetaOptions>.Empty
        .Add("off", Off)
        .Add("on", On)
        .Add("sharing", On with { MaximumAmplification = 1 })
        .Add("surprise", Off with { MaximumAmplification = On.MaximumAmplification });

    public bool IsSharing => Strength > 0 && (SharesBaselines || SharesScales);
}
