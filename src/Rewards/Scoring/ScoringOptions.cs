using HpcVerify.Rewards.Hardware;
using HpcVerify.Rewards.Policy;
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

    /// <summary>Enough for quartiles, and odd, so that the median is one of the runs.</summary>
    public const int RobustTimedRuns = 11;

    public static int TimedRunsOf(TimingProfile timing) => timing == TimingProfile.Robust ? RobustTimedRuns : PaperTimedRuns;

    /// <summary>How the timed runs become one speed.</summary>
    public TimingProfile Timing { get; init; } = TimingProfile.Paper;

    /// <summary>What kernels are timed on: no speed beyond it is believed; null where nothing is known of it.</summary>
    public HardwareSpecification? Machine { get; init; }

    /// <summary>Which part of the way is gone; all of it unless a queue has the parts done in different places.</summary>
    public ScoringStages Stages { get; init; } = ScoringStages.All;
}

/// <summary>The two parts of scoring: the first may share a machine with other work, the second must have it alone.</summary>
[Flags]
public enum ScoringStages
{
    /// <summary>Extract, check, compile, prove, and compare with the reference; what passes has neither failure nor measurement.</summary>
    Verification = 1,

    /// <summary>Measure, what verification has passed: alone it is worth nothing, and belongs into <see cref="Policy.Evidence.TimedBy"/>.</summary>
    Timing = 2,

    All = Verification | Timing,
}
