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

    /// <summary>Calls in a row at one size: who is right for the first few has to be found out before it is timed.</summary>
    private const int Repeats = 16;

    /// <summary>What the seeds of the kinds of sizes begin with.</summary>
    private const ulong OwnNumbers = 1000, ListedNumbers = 2000, RepeatedNumbers = 3000;

    /// <param name="kernel">What was submitted; null where nobody has read it.</param>
    public NativeVerdict Verify(KernelSession candidate, Module? kernel, CancellationToken cancellation) =>
        Groups(kernel).Select(calls => Verify(candidate, calls, cancellation)).FirstOrDefault(verdict => !verdict.IsPass) ?? NativeVerdict.Pass;

    /// <summary>
    /// Each group has a budget of its own, so that no kernel can spend that of one on another. Who spends it where the reference needs next to nothing is
    /// late; where the reference is slow as well, the rest of the group is left out.
    /// </summary>
    private NativeVerdict Verify(KernelSession candidate, IEnumerable<UnusualCall> calls, CancellationToken cancellation)
    {
        var (budget, expected) = (new TimeBudget(TimeLimit), TimeSpan.Zero);
        foreach (var call in calls)
        {
            var where = task.Describe(call.Sizes) + call.What;

            // Where the reference's own answer comes near to overflow, another order of operations may overflow.
            if (Find(where, call, cancellation) is not ({ } input, { } answer) || !DifferentialTrial.IsModerate(input, answer))
            {
                continue;
            }

            var outcome = DifferentialTrial.Run(candidate, input, answer, BufferLayout.EndsAtGuard, cancellation);
            if (NativeVerdict.Of(outcome, where) is { IsPass: false } verdict)
            {
                return verdict.At(task.Describe(call.Sizes));
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
    private (TrialInput? Input, ReferenceAnswer? Answer) Find(string where, UnusualCall call, CancellationToken cancellation) =>
        call.IsOwn ? Made(call) is { } own ? (own, trial.Answer(own, cancellation)) : (null, null)
        : answers.Find(seed, FormattableString.Invariant($"{where} {call.Number}"), () => Made(call), made => trial.Answer(made, cancellation));

    private TrialInput? Made(UnusualCall call) =>
        TrialInput.Generate(task, call.Sizes, call.Number) is not { } usual ? null : call.What == Uneven ? UnusualData.Uneven(usual, call.Number) : UnusualData.Alike(usual, call.Number);

    private ulong First => seed * 1_000_003;

    /// <summary>What does not come from the kernel is the same for every kernel.</summary>
    private IEnumerable<IEnumerable<UnusualCall>> Groups(Module? kernel)
    {
        var listed = task.TestSizes.Where((_, position) => position % Stride == 0);
        var own = kernel is null ? [] : OwnSizes.Of(task, kernel, MostOwnSizes);
        Sizes[] dear = DrawnSizes.Above(task, seed) is { } above ? [task.ScoredSizes, above] : [task.ScoredSizes];
        var middling = task.TestSizes.ElementAtOrDefault(task.TestSizes.Length / 2);
        return
        [
            Calls(middling is null ? [] : Enumerable.Repeat(middling, Repeats), First + RepeatedNumbers, isOwn: false, Uneven),
            Calls(listed, First + ListedNumbers, isOwn: false, Uneven, Alike),
            Calls(own, First + OwnNumbers, isOwn: true, Uneven, Alike),
            .. Calls(dear, First, isOwn: false, Uneven).Select(call => new[] { call }),
        ];
    }

    private static IEnumerable<UnusualCall> Calls(IEnumerable<Sizes> all, ulong first, bool isOwn, params string[] kinds) =>
        all.SelectMany((sizes, position) => kinds.Select(what => new UnusualCall(sizes, first + (ulong)position, what, isOwn)));

    /// <param name="Number">Seeds the data.</param>
    /// <param name="IsOwn">Whether the kernel's own numbers lead to it.</param>
    private sealed record UnusualCall(Sizes Sizes, ulong Number, string What, bool IsOwn);
}
