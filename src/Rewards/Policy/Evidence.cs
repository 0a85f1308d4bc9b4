using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Rewards.Policy;

/// <summary>The first thing that went wrong with a submission, and the rung it stands on.</summary>
public sealed record Failure(Level Level, string Reason)
{
    /// <summary>The sizes at which it shows: <c>M=257 N=3 K=3</c>; null where no call shows it.</summary>
    public string? Sizes { get; init; }

    /// <summary>The first element of an output that is wrong; null where the call does not get that far.</summary>
    public DifferentElement? Element { get; init; }
}

/// <summary>
/// How fast a kernel ran at the scored sizes: billions of operations a second over the mean of the timed runs, and the
/// same as a ratio to the baseline timed in turn with it (null where the task has none).
/// </summary>
public sealed record Measurement(double Gflops, double? RatioToBaseline, ImmutableArray<double> SecondsPerRun)
{
    /// <summary>Billions of bytes a second, by the task's own count; not a number where it counts none, and likewise Gflops.</summary>
    public double Gbps { get; init; } = double.NaN;

    /// <summary>Which of the two the task is scored by.</summary>
    public Metric Metric { get; init; } = Metric.Gflops;

    /// <summary>The speed of the reference on the same inputs, in the task's own metric: what an honest naive kernel reaches; null where nobody timed it.</summary>
    public double? NaiveSpeed { get; init; }

    /// <summary>How the runs became one speed.</summary>
    public TimingProfile Timing { get; init; }

    /// <summary>The distance between the quartiles of the timed runs, as a part of their median; null where nobody summed it up.</summary>
    public double? Spread { get; init; }

    /// <summary>How much slower the machine did the same work of ours at the end than at the beginning, as a part: 0.02 is 2 % slower; null where nobody looked.</summary>
    public double? Drift { get; init; }

    /// <summary>Whether the team had processors of its own, with others left for everything else.</summary>
    public bool IsPinned { get; init; }

    /// <summary>How fast, in the task's own metric.</summary>
    public double Speed => Metric == Metric.Gbps ? Gbps : Gflops;
}

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
    ImmutableArray<StageTime> Stages)
{
    /// <summary>What was proved of it; null where nobody asked.</summary>
    public Proof? Proof { get; init; }

    /// <summary>Nothing is known of a submission, because something of ours failed.</summary>
    /// <param name="reason">A clause for people.</param>
    public static Evidence Unknown(string reason) => new([], null, null, reason, []);

    /// <summary>The same, because of an exception, which is a bug of ours.</summary>
    public static Evidence Unknown(Exception bug) => Unknown($"internal error: {bug.GetBaseException().GetType().Name}: {bug.GetBaseException().Message}");

    /// <summary>What verification found, with what timing found where the two were done apart: what goes wrong while it is timed counts, too.</summary>
    public Evidence TimedBy(Evidence timing) => this with
    {
        Findings = [.. Findings, .. timing.Findings.Where(finding => !Findings.Contains(finding))],
        Failure = Failure ?? timing.Failure,
        Measurement = timing.Measurement,
        Infrastructure = Infrastructure ?? timing.Infrastructure,
        Stages = [.. Stages, .. timing.Stages],
    };
}
