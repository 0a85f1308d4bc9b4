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
internal sealed class UnusualTrials(KernelTask task, DifferentialTrial trial, AnswerBook answers, ulong seed)
{
    /// <summary>The kernel's own time for a group of calls.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);

    /// <summary>How many times slower than the optimised reference a kernel may be that is compiled without optimisation.</summary>
    private const int Slowness = 50;

    /// <summary>Of how many listed sizes one is tried.</summary>
    private const int Stride = 3;

    private const int MostOwnSizes = 24;

    private const string Uneven = ", on uneven data", Alike = ", on data that are alike";

    /// <summary>What the seeds of the two kinds of sizes begin with.</summary>
    private const ulong OwnNumbers = 1000, ListedNumbers = 2000;

    /// <param name="kernel">What was submitted; null where nobody has read it.</param>
    public NativeVerdict Verify(KernelSession candidate, Module? kernel, CancellationToken cancellation) =>
        Groups(kernel).Select(calls => Verify(candidate, calls, cancellation)).FirstOrDefault(verdict => !verdict.IsPass) ?? NativeVerdict.Pass;

    /// <summary>
    /// Each group has a budget of its own, so that no kernel can spend that of one on another. Who spends it where the reference needs next to nothing is
    /// late; where the reference is slow as well, the rest of the group is left out.
    /// </summary>
    private NativeVerdict Verify(KernelSession candidate, IEnumerable<(Sizes Sizes, ulong Number, string What)> calls, CancellationToken cancellation)
    {
        var (budget, expected) = (new TimeBudget(TimeLimit), TimeSpan.Zero);
        foreach (var (sizes, number, what) in calls)
        {
            var where = task.Describe(sizes) + what;
            var make = () => TrialInput.Generate(task, sizes, number) is not { } usual ? null : what == Uneven ? UnusualData.Uneven(usual, number) : UnusualData.Alike(usual, number);

            // Where the reference's own answer comes near to overflow, another order of operations may overflow.
            if (Find(where, number, make, cancellation) is not ({ } input, { IsModerate: true } answer))
            {
                continue;
            }

            var outcome = DifferentialTrial.Run(candidate, input, answer, BufferLayout.EndsAtGuard, cancellation);
            if (NativeVerdict.Of(outcome, where) is { IsPass: false } verdict)
            {
                return verdict.At(task.Describe(sizes));
            }

            expected += answer.Elapsed;
            if (budget.Spend(outcome, "the unusual calls", where) is { IsPass: false } late)
            {
                return late.Failure is not null && expected * Slowness > TimeLimit ? NativeVerdict.Pass : late;
            }
        }

        return NativeVerdict.Pass;
    }

    /// <summary>Calls that a kernel's own numbers lead to are not asked for again.</summary>
    private (TrialInput? Input, ReferenceAnswer? Answer) Find(string where, ulong number, Func<TrialInput?> make, CancellationToken cancellation) =>
        IsOwn(number) ? make() is { } own ? (own, trial.Answer(own, cancellation)) : (null, null)
        : answers.Find(seed, FormattableString.Invariant($"{where} {number}"), make, made => trial.Answer(made, cancellation));

    private bool IsOwn(ulong number) => number - First is >= OwnNumbers and < ListedNumbers;

    private ulong First => seed * 1_000_003;

    /// <summary>What does not come from the kernel is the same for every kernel.</summary>
    private IEnumerable<IEnumerable<(Sizes Sizes, ulong Number, string What)>> Groups(Module? kernel)
    {
        var listed = task.TestSizes.Where((_, position) => position % Stride == 0);
        var own = kernel is null ? [] : OwnSizes.Of(task, kernel, MostOwnSizes);
        Sizes[] dear = DrawnSizes.Above(task, seed) is { } above ? [task.ScoredSizes, above] : [task.ScoredSizes];
        return
        [
            Numbered(listed, First + ListedNumbers).SelectMany(call => new[] { (call.Sizes, call.Number, Uneven), (call.Sizes, call.Number, Alike) }),
            Numbered(own, First + OwnNumbers).SelectMany(call => new[] { (call.Sizes, call.Number, Uneven), (call.Sizes, call.Number, Alike) }),
            .. Numbered(dear, First).Select(call => new[] { (call.Sizes, call.Number, Uneven) }),
        ];
    }

    private static IEnumerable<(Sizes Sizes, ulong Number)> Numbered(IEnumerable<Sizes> all, ulong first) => all.Select((sizes, position) => (sizes, first + (ulong)position));
}
