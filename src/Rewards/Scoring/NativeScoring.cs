using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
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

    /// <summary>Drawn sizes beside the listed ones.</summary>
    private const int Drawn = 6;

    /// <summary>Of how many listed sizes one is tried again with another team.</summary>
    private const int TeamStride = 4;

    private readonly DifferentialTrial _trial = new(task, trusted.Reference, trusted.Magnitude);

    /// <summary>
    /// Compares with the reference at the scored sizes, at every test size and at some drawn ones, with a guard page at
    /// either end of every buffer over poisoned outputs, and again with no better alignment than promised over outputs that
    /// hold numbers. A wrong answer does not end it, because a crash at a later size stands on a lower rung; a crash or a
    /// time-out does.
    /// </summary>
    /// <param name="kernel">What was submitted, for calls of its own; null where nobody has read it.</param>
    public NativeVerdict Verify(KernelSession candidate, Module? kernel, CancellationToken cancellation)
    {
        var verdict = Verify(candidate, [task.ScoredSizes, .. task.TestSizes, .. DrawnSizes.Draw(task, options.Seed, Drawn)], "", cancellation);
        return verdict.IsPass ? new UnusualTrials(task, _trial, trusted.Answers, options.Seed).Verify(candidate, kernel, cancellation) : verdict;
    }

    /// <summary>The same for a part of the sizes, by a team of another size.</summary>
    public NativeVerdict VerifyTeam(KernelSession candidate, int threads, CancellationToken cancellation) =>
        Verify(
            candidate, task.TestSizes.Where((_, position) => position % TeamStride == threads % TeamStride),
            FormattableString.Invariant($", with a team of {threads}"), cancellation);

    /// <summary>One call at the scored sizes, where every thread has a share, by a team of another size.</summary>
    public NativeVerdict VerifyLargerTeam(KernelSession candidate, int threads, CancellationToken cancellation)
    {
        var where = FormattableString.Invariant($"{task.Describe(task.ScoredSizes)}, with a team of {threads}");
        return Known(task.ScoredSizes, 0, cancellation) is not ({ } input, { } answer)
            ? NativeVerdict.Of(new TrialOutcome.NoReference("the reference does not run at the scored sizes"), where)
            : NativeVerdict.Of(DifferentialTrial.Run(candidate, input, answer, BufferLayout.EndsAtGuard, cancellation), where).At(task.Describe(task.ScoredSizes));
    }

    /// <summary>The same for generated inputs, as many as there is time for.</summary>
    public NativeVerdict VerifyCases(KernelSession candidate, IEnumerable<TrialInput> inputs, CancellationToken cancellation)
    {
        var budget = new TimeBudget(TimeLimit);
        foreach (var input in inputs)
        {
            var where = $"{task.Describe(input.Sizes)}, a generated case";
            foreach (var outcome in Try(candidate, input, _trial.Answer(input, cancellation), options.Seed, cancellation))
            {
                if (NativeVerdict.Of(outcome, where) is { IsPass: false } verdict)
                {
                    return verdict.At(task.Describe(input.Sizes));
                }

                if (!budget.Spend(outcome, "the generated cases", where).IsPass)
                {
                    return NativeVerdict.Pass;
                }
            }
        }

        return NativeVerdict.Pass;
    }

    private NativeVerdict Verify(KernelSession candidate, IEnumerable<Sizes> all, string team, CancellationToken cancellation)
    {
        var firstDifference = NativeVerdict.Pass;
        var budget = new TimeBudget(TimeLimit);
        var position = 0;
        foreach (var sizes in all)
        {
            var where = task.Describe(sizes) + team;
            foreach (var outcome in Try(candidate, sizes, (ulong)position, cancellation))
            {
                var verdict = NativeVerdict.Of(outcome, where).At(task.Describe(sizes));
                if (outcome is TrialOutcome.Stopped or TrialOutcome.NoReference)
                {
                    return verdict;
                }

                firstDifference = firstDifference.IsPass ? verdict : firstDifference;
                if (budget.Spend(outcome, "the test sizes", where) is { IsPass: false } late)
                {
                    return late;
                }
            }

            position++;
        }

        return firstDifference;
    }

    /// <summary>One warm-up and the timed runs, each in turn with the baseline on the same inputs.</summary>
    public (NativeVerdict Verdict, Measurement? Measurement) Measure(KernelSession candidate, CancellationToken cancellation) =>
        new TimedRuns(task, trusted, options, _trial).Measure(candidate, run => Known(task.ScoredSizes, (ulong)(task.TestSizes.Length + Drawn + 1 + run), cancellation), cancellation);

    private IEnumerable<TrialOutcome> Try(KernelSession candidate, Sizes sizes, ulong seed, CancellationToken cancellation) =>
        Known(sizes, seed, cancellation) is ({ } input, var answer)
            ? Try(candidate, input, answer, seed, cancellation)
            : [new TrialOutcome.NoReference("the contract's extents cannot be computed")];

    private static IEnumerable<TrialOutcome> Try(KernelSession candidate, TrialInput input, ReferenceAnswer? answer, ulong seed, CancellationToken cancellation)
    {
        if (answer is null)
        {
            yield return new TrialOutcome.NoReference("the reference does not run");
        }
        else
        {
            yield return DifferentialTrial.Run(candidate, input, answer, BufferLayout.EndsAtGuard, cancellation);
            if (!input.FillsPages)
            {
                yield return DifferentialTrial.Run(candidate, input, answer, BufferLayout.StartsAtGuard, cancellation);
            }

            yield return DifferentialTrial.Run(candidate, input.OverNumbers(seed), answer, BufferLayout.BetweenCanaries, cancellation);
        }
    }

    private (TrialInput? Input, ReferenceAnswer? Answer) Known(Sizes sizes, ulong position, CancellationToken cancellation) => trusted.Answers.Find(
        options.Seed, FormattableString.Invariant($"{task.Describe(sizes)} {position}"), () => InputAt(sizes, position), input => _trial.Answer(input, cancellation));

    private TrialInput? InputAt(Sizes sizes, ulong position) => TrialInput.Generate(task, sizes, (options.Seed * 1_000_003) + position);
}
