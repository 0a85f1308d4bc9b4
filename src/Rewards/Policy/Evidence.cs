using System.Collections.Immutable;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Rewards.Policy;

/// <summary>The first thing that went wrong with a submission, and the rung it stands on.</summary>
public sealed record Failure(Level Level, string Reason);

/// <summary>
/// How fast a kernel ran at the scored sizes: billions of operations a second over the mean of the timed runs, and the
/// same as a ratio to the baseline timed in turn with it (null where the task has none).
/// </summary>
public sealed record Measurement(double Gflops, double? RatioToBaseline, ImmutableArray<double> SecondsPerRun);

/// <summary>How long one stage of scoring took.</summary>
public sealed record StageTime(string Stage, TimeSpan Elapsed);

/// <summary>
/// All that is known of one submission, and all that a reward may depend on. Without a failure there is a measurement,
/// unless <paramref name="Infrastructure"/> says why nothing could be found out.
/// </summary>
public sealed record Evidence(
    ImmutableArray<Diagnostic> Findings,
    Failure? Failure,
    Measurement? Measurement,
    string? Infrastructure,
    ImmutableArray<StageTime> Stages);
