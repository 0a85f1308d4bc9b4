using System.Collections.Immutable;
using HpcVerify.Detectors;
using HpcVerify.Detectors.Techniques;

namespace HpcVerify.Rewards.Scoring;

/// <summary>What is looked for beside what always is.</summary>
/// <param name="Stage">The stage whose techniques alone are allowed; null where all are.</param>
/// <param name="More">Detectors of other people, which look after ours.</param>
public sealed record StaticOptions(Stage? Stage, ImmutableArray<Detector> More)
{
    public static readonly StaticOptions None = new(null, []);
}
