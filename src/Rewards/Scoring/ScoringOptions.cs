using HpcVerify.Verifier.Native;

namespace HpcVerify.Rewards.Scoring;

/// <summary>
/// How submissions are scored: the optimisation level of the scoring compiler, the seed of all generated data,
/// how many timed runs follow the warm-up, and how many threads a team has where the kernel does not say.
/// </summary>
public sealed record ScoringOptions(OptimizationLevel Level, ulong Seed, int TimedRuns, int Threads)
{
    /// <summary>The paper's: one warm-up, then the mean of three runs.</summary>
    public const int PaperTimedRuns = 3;
}
