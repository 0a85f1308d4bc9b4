using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;
using HpcVerify.Verifier.Inputs;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Rewards.Scoring;

/// <summary>
/// Times one kernel at the scored sizes. Every run, the warm-up too, has inputs of its own, and its whole output is compared with the reference's.
/// </summary>
internal sealed class TimedRuns(KernelTask task, TrustedKernels trusted, ScoringOptions options, DifferentialTrial trial)
{
    /// <summary>The paper's limit on one program: a warm-up and three timed runs together. More runs may take as much more.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(8);

    private readonly List<double> _candidate = [];
    private readonly List<double> _baseline = [];
    private readonly List<double> _naive = [];
    private readonly List<double> _gauge = [];

    public (NativeVerdict Verdict, Measurement? Measurement) Measure(
        KernelSession candidate, Func<int, (TrialInput? Input, ReferenceAnswer? Answer)> callOf, CancellationToken cancellation)
    {
        var runs = Math.Max(options.TimedRuns, ScoringOptions.PaperTimedRuns) + 1;
        var budget = new TimeBudget(TimeLimit * runs / (ScoringOptions.PaperTimedRuns + 1));
        for (var run = 0; run <= options.TimedRuns; run++)
        {
            if (Time(candidate, callOf(run), run, budget, cancellation) is { IsPass: false } verdict)
            {
                return (verdict, null);
            }
        }

        if (RunGauge(cancellation) is { IsPass: false } broken)
        {
            return (broken, null);
        }

        var series = new TimedSeries([.. _candidate.Skip(1)], [.. _baseline.Skip(1)], [.. _naive], [.. _gauge.Skip(1)]);
        return (NativeVerdict.Pass, series.Summarise(task, options.Timing) with { IsPinned = !candidate.Processors.IsEmpty });
    }

    private NativeVerdict Time(KernelSession candidate, (TrialInput? Input, ReferenceAnswer? Answer) call, int run, TimeBudget budget, CancellationToken cancellation)
    {
        if (call is not ({ } input, { } answer) || !TimeReference(input, run, cancellation))
        {
            return new(null, "the reference does not run at the scored sizes");
        }

        if (RunGauge(cancellation) is { IsPass: false } broken)
        {
            return broken;
        }

        var where = $"{task.ScoredSizes.Describe(task.SizeNames)}, timed";
        var outcome = DifferentialTrial.Run(candidate, input, answer, BufferLayout.EndsAtGuard, cancellation);
        if (NativeVerdict.Of(outcome, where) is { IsPass: false } verdict)
        {
            return verdict;
        }

        _candidate.Add(((TrialOutcome.Agreed)outcome).Call.Elapsed.TotalSeconds);
        return budget.Spend(outcome, "warm-up and timed runs", where) is { IsPass: false } late ? late : CompareWithBaseline(candidate, input, answer, (ulong)run, cancellation);
    }

    /// <summary>The answers are known from other kernels; the reference only shows how fast the machine is now, and is not the slower part of all runs.</summary>
    private bool TimeReference(TrialInput input, int run, CancellationToken cancellation)
    {
        if (run is 0 or > ScoringOptions.PaperTimedRuns)
        {
            return true;
        }

        if (trial.TimeReference(input, cancellation) is not { } elapsed)
        {
            return false;
        }

        _naive.Add(elapsed.TotalSeconds);
        return true;
    }

    private NativeVerdict CompareWithBaseline(KernelSession candidate, TrialInput input, ReferenceAnswer answer, ulong run, CancellationToken cancellation)
    {
        if (trusted.Baseline is not { } baseline)
        {
            return SampledCheck.OfReference(task, input, run, candidate, answer);
        }

        if (baseline.Call(input.Request(BufferLayout.EndsAtGuard), cancellation) is not CallOutcome.Completed completed)
        {
            return new(null, "the baseline does not run at the scored sizes");
        }

        _baseline.Add(completed.Elapsed.TotalSeconds);
        return SampledCheck.Of(task, input, run, candidate, baseline);
    }

    /// <summary>Nothing where drift is not looked for.</summary>
    private NativeVerdict RunGauge(CancellationToken cancellation)
    {
        if (trusted.Gauge is not { } gauge)
        {
            return NativeVerdict.Pass;
        }

        if (gauge.Call(GaugeProgram.Request, cancellation) is not CallOutcome.Completed completed)
        {
            return new(null, "the gauge does not run");
        }

        _gauge.Add(completed.Elapsed.TotalSeconds);
        return NativeVerdict.Pass;
    }
}
