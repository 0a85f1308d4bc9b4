using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
using HpcVerify.Verifier.Cases;
using HpcVerify.Verifier.Inputs;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Rewards.Scoring;

/// <summary>
/// Calls that listed sizes and even data do not make: somewhat above the scored sizes, around the numbers that the kernel is written with, and on
/// data as unlike or as alike as the contract allows.
/// </summary>
internal sealed class UnusualTrials(KernelTask task, DifferentialTrial trial, ulong seed)
{
    /// <summary>The kernel's own time for all of them; what does not fit is not held against it.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);

    /// <summary>Of how many listed sizes one is tried.</summary>
    private const int Stride = 3;

    private const int MostOwnSizes = 24;

    /// <param name="kernel">What was submitted; null where nobody has read it.</param>
    public NativeVerdict Verify(KernelSession candidate, Module? kernel, CancellationToken cancellation)
    {
        var budget = new TimeBudget(TimeLimit);
        foreach (var (input, what) in Inputs(kernel))
        {
            var where = task.Describe(input.Sizes) + what;

            // Where the reference's own answer comes near to overflow, another order of operations may overflow.
            if (trial.Answer(input, cancellation) is not { IsModerate: true } answer)
            {
                continue;
            }

            var outcome = DifferentialTrial.Run(candidate, input, answer, BufferLayout.EndsAtGuard, cancellation);
            if (NativeVerdict.Of(outcome, where) is { IsPass: false } verdict)
            {
                return verdict.At(task.Describe(input.Sizes));
            }

            if (!budget.Spend(outcome, "the unusual calls", where).IsPass)
            {
                return NativeVerdict.Pass;
            }
        }

        return NativeVerdict.Pass;
    }

    private IEnumerable<(TrialInput Input, string What)> Inputs(Module? kernel)
    {
        var listed = task.TestSizes.Where((_, position) => position % Stride == 0);
        var own = kernel is null ? [] : OwnSizes.Of(task, kernel, MostOwnSizes);
        Sizes[] dear = DrawnSizes.Above(task, seed) is { } above ? [above, task.ScoredSizes] : [task.ScoredSizes];
        foreach (var (position, sizes) in dear.Concat(own).Concat(listed).Index())
        {
            var number = (seed * 1_000_003) + (ulong)position;
            if (TrialInput.Generate(task, sizes, number) is not { } input)
            {
                continue;
            }

            yield return (UnusualData.Uneven(input, number), ", on uneven data");
            if (position >= dear.Length)
            {
                yield return (UnusualData.Alike(input, number), ", on data that are alike");
            }
        }
    }
}
