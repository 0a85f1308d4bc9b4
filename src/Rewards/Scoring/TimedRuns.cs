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

    public (NativeVerdict Verdict, Measurement? Measurement) Measure(KernelSession candidate, Func<int, TrialInput?> inputOf, CancellationToken cancellation)
    {
        var runs = Math.Max(options.TimedRuns, ScoringOptions.PaperTimedRuns) + 1;
        var budget = new TimeBudget(TimeLimit * runs / (ScoringOptions.PaperTimedRuns + 1));
        for (var run = 0; run <= options.TimedRuns; run++)
        {
            if (Time(candidate, inputOf(run), (ulong)run, budget, cancellation) is { IsPass: false } verdict)
            {
                return (verdict, null);
            }
        }

        if (RunGauge(cancellation) is { IsPass: false } broken)
        {
            return (broken, null);
        }

        var series = new TimedSeries([.. _candidate.Skip(1)], [.. _baseline.Skip(1)], [.. _naive.Skip(1)], [.. _gauge.Skip(1)]);
        return (NativeVerdict.Pass, series.Summarise(task, options.Timing) with { IsPinned = !candidate.Processors.IsEmpty });
    }

    private NativeVerdict Time(KernelSession candidate, TrialInput? input, ulong run, TimeBudget budget, CancellationToken cancellation)
    {
        if (input is null || trial.Answer(input, cancellation) is not { } answer)
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

        _naive.Add(answer.Elapsed.TotalSeconds);
        _candidate.Add(((TrialOutcome.Agreed)outcome).Call.Elapsed.TotalSeconds);
        return budget.Spend(outcome, "warm-up and timed runs", where) is { IsPass: false } late ? late : CompareWithBaseline(candidate, input, answer, run, cancellation);
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
