using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Rewards.Service;

/// <summary>What a worker needs to know to find evidence, with nothing that it would have to ask back for.</summary>
/// <param name="Name">The hash of all that the evidence depends on: two jobs of one name are one job.</param>
/// <param name="Task">The folder of the task below the worker's corpus.</param>
/// <param name="TaskHash">What that folder must hold, as <see cref="TaskFiles.Hash"/> has it; a worker with another task of that name has no answer.</param>
/// <param name="Response">A model's whole response, or C and nothing else.</param>
/// <param name="Options">How it is evaluated.</param>
public sealed record EvaluationJob(ContentHash Name, string Task, string TaskHash, string Response, EvaluationOptions Options);

/// <summary>How a submission is evaluated; all of it can change the evidence.</summary>
public sealed record EvaluationOptions
{
    public static EvaluationOptions Usual { get; } = new();

    /// <summary>The stage of optimisation whose techniques alone are allowed, 1 to 6; null where all are.</summary>
    public int? Stage { get; init; }

    /// <summary>The seed of all generated data.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Timed runs after the warm-up.</summary>
    public int TimedRuns { get; init; } = ScoringOptions.PaperTimedRuns;

    /// <summary>How the timed runs become one speed.</summary>
    public TimingProfile Timing { get; init; } = TimingProfile.Paper;

    /// <summary>Threads of a team where the kernel does not say.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether claims are made, for profiles that pay for proofs.</summary>
    public bool IsProving { get; init; }

    /// <summary>Which part of the way is gone.</summary>
    public ScoringStages Stages { get; init; } = ScoringStages.All;

    public ScoringOptions Scoring => new(OptimizationLevel.Full, Seed, TimedRuns, Threads) { Timing = Timing, Stages = Stages };
}
