using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;
using HpcVerify.Verifier.Inputs;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Rewards.Scoring;

/// <summary>
/// Runs one compiled candidate: first at the scored sizes and at every test size against the reference, then timed.
/// Every call has fresh inputs, new addresses and a checked output.
/// </summary>
public sealed class NativeScoring(KernelTask task, TrustedKernels trusted, ScoringOptions options)
{
    /// <summary>The paper's limit on one program: the warm-up and the timed runs together.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(8);

    /// <summary>Two places for every buffer, so that an overrun at either end meets a guard page.</summary>
    private static readonly ImmutableArray<BufferLayout> Layouts = [BufferLayout.EndsAtGuard, BufferLayout.StartsAtGuard];

    private readonly DifferentialTrial _trial = new(task, trusted.Reference, trusted.Magnitude);

    /// <summary>
    /// Compares with the reference at the scored sizes and at every test size. A wrong answer does not end it, because a
    /// crash at a later size stands on a lower rung; a crash or a time-out does.
    /// </summary>
    public NativeVerdict Verify(KernelSession candidate, CancellationToken cancellation)
    {
        var firstDifference = NativeVerdict.Pass;
        var budget = new TimeBudget(TimeLimit);
        var position = 0;
        foreach (var sizes in task.TestSizes.Prepend(task.ScoredSizes))
        {
            var where = task.Describe(sizes);
            var outcome = Try(candidate, sizes, Layouts[position % Layouts.Length], (ulong)position++, cancellation);
            var verdict = NativeVerdict.Of(outcome, where);
            if (outcome is TrialOutcome.Stopped or TrialOutcome.NoReference)
            {
                return verdict;
            }

            firstDifference = firstDifference.IsPass ? verdict : firstDifference;
            budget.Spend(outcome);
            if (budget.IsSpent)
            {
                return NativeVerdict.Fail(Level.Timeout, $"the test sizes took more than {TimeLimit.TotalSeconds} s, at {where}");
            }
        }

        return firstDifference;
    }

    /// <summary>One warm-up and the timed runs, each in turn with the baseline on the same inputs.</summary>
    public (NativeVerdict Verdict, Measurement? Measurement) Measure(KernelSession candidate, CancellationToken cancellation)
    {
        var budget = new TimeBudget(TimeLimit);
        var candidateSeconds = new List<double>();
        var baselineSeconds = new List<double>();
        var where = $"{task.ScoredSizes.Describe(task.SizeNames)}, timed";
        for (var run = 0; run <= options.TimedRuns; run++)
        {
            var seed = (ulong)(task.TestSizes.Length + 1 + run);
            if (InputAt(task.ScoredSizes, seed) is not { } input || _trial.Answer(input, cancellation) is not { } answer)
            {
                return (new(null, "the reference does not run at the scored sizes"), null);
            }

            var outcome = DifferentialTrial.Run(candidate, input, answer, BufferLayout.EndsAtGuard, cancellation);
            if (NativeVerdict.Of(outcome, where) is { IsPass: false } verdict)
            {
                return (verdict, null);
            }

            candidateSeconds.Add(((TrialOutcome.Agreed)outcome).Call.Elapsed.TotalSeconds);
            budget.Spend(outcome);
            if (budget.IsSpent)
            {
                return (NativeVerdict.Fail(Level.Timeout, $"warm-up and timed runs took more than {TimeLimit.TotalSeconds} s"), null);
            }

            if (CompareWithBaseline(candidate, input, answer, seed, baselineSeconds, cancellation) is { IsPass: false } difference)
            {
                return (difference, null);
            }
        }

        return (NativeVerdict.Pass, Summarise([.. candidateSeconds.Skip(1)], [.. baselineSeconds.Skip(1)]));
    }

    private NativeVerdict CompareWithBaseline(
        KernelSession candidate, TrialInput input, ReferenceAnswer answer, ulong seed, List<double> seconds, CancellationToken cancellation)
    {
        if (trusted.Baseline is not { } baseline)
        {
            return SampledCheck.OfReference(task, input, seed, candidate, answer);
        }

        if (baseline.Call(input.Request(BufferLayout.EndsAtGuard), cancellation) is not CallOutcome.Completed completed)
        {
            return new(null, "the baseline does not run at the scored sizes");
        }

        seconds.Add(completed.Elapsed.TotalSeconds);
        return SampledCheck.Of(task, input, seed, candidate, baseline);
    }

    private Measurement Summarise(ImmutableArray<double> candidate, ImmutableArray<double> baseline)
    {
        var mean = candidate.Average();
        return new(
            task.WorkAt(task.ScoredSizes) / mean / 1e9,
            baseline.IsEmpty ? null : baseline.Average() / mean,
            candidate)
        {
            Gbps = task.TrafficAt(task.ScoredSizes) / mean / 1e9,
            Metric = task.Metric,
        };
    }

    private TrialOutcome Try(KernelSession candidate, Sizes sizes, BufferLayout layout, ulong seed, CancellationToken cancellation) =>
        InputAt(sizes, seed) is not { } input ? new TrialOutcome.NoReference("no data keep the contract at these sizes")
        : _trial.Answer(input, cancellation) is not { } answer ? new TrialOutcome.NoReference("the reference does not run")
        : DifferentialTrial.Run(candidate, input, answer, layout, cancellation);

    private TrialInput? InputAt(Sizes sizes, ulong position) => TrialInput.Generate(task, sizes, (options.Seed * 1_000_003) + position);
}
