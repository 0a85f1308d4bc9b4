using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.Bounded;

/// <summary>What a run can do that C leaves undefined, or that the contract forbids.</summary>
public enum Violation
{
    OutOfBounds,
    NullPointer,
    DeadObject,
    Indeterminate,
    WriteToConstant,
    Misaligned,
    SignedOverflow,
    Shift,
    DivisionByZero,
    Assertion,
    BrokenPromise,
    Race,
    StackOverflow,
    Barrier,
    EndlessLoop,
}

/// <summary>How one run ended.</summary>
public abstract record RunOutcome
{
    private RunOutcome() { }

    public sealed record Finished : RunOutcome;

    /// <summary>The run does what C leaves undefined, whatever the contents of its inputs.</summary>
    public sealed record Violated(Violation Kind, string What, TextSpan Span) : RunOutcome
    {
        /// <summary>The other place that has to do with it.</summary>
        public TextSpan? Related { get; init; }

        /// <summary>The thread of a team that did it; null outside of teams.</summary>
        public int? Thread { get; init; }

        /// <summary>The lane of a vector that it was; null outside of vectors.</summary>
        public int? Lane { get; init; }

        /// <summary>What the counters of the loops around the place held.</summary>
        public ImmutableArray<LoopIndex> Indices { get; init; } = [];
    }

    /// <summary>The run comes to something that is not modelled.</summary>
    public sealed record Unsupported(string Construct, TextSpan Span) : RunOutcome;

    /// <summary>Both sides of a condition end for a reason of their own, each owed under its condition.</summary>
    public sealed record NoWayOn : RunOutcome;

    /// <summary>The run took more steps than were granted.</summary>
    public sealed record OutOfSteps(long Steps) : RunOutcome;
}

/// <summary>Ends a run from the depth of an expression; caught once, where the run began.</summary>
internal sealed class RunEnded(RunOutcome outcome) : Exception
{
    public RunOutcome Outcome { get; private set; } = outcome;

    /// <summary>
    /// Looks at a frame the exception is about to leave, while its slots still hold what they held. Meant for an exception
    /// filter, and so false: the innermost frame of the kernel's own text says which turn of its loops it was.
    /// </summary>
    public bool IsCaughtIn(Machine machine, FunctionCode code, int start)
    {
        if (Outcome is RunOutcome.Violated { Thread: null, Indices.IsEmpty: true } violated && code.Function is { Symbol.Origin: SymbolOrigin.Kernel } function)
        {
            var placed = (RunOutcome.Violated)machine.Placed(violated);
            Outcome = placed with
            {
                Thread = machine.Team is null ? null : machine.ThreadId,
                Lane = machine.Lane,
                Indices = [.. CountersAround(function, placed.Span).SelectMany(counter => ValueOf(counter, machine, code, start))],
            };
        }

        return false;
    }

    private static IEnumerable<Variable> CountersAround(KernelFunction function, TextSpan span) =>
        KernelWalk.DescendantsAndSelf(function.Body!).OfType<KernelStatement.Loop>()
            .Where(loop => loop.Counted is not null && loop.Span.Start <= span.Start && span.Start < loop.Span.End)
            .Select(loop => loop.Counted!.Index).Distinct();

    private static IEnumerable<LoopIndex> ValueOf(Variable counter, Machine machine, FunctionCode code, int start)
    {
        if (code.RegisterOf(counter) is { } slot && counter.Type is CType.Integer type && Layout.SortOf(type) is { } sort
            && machine.Stack[start + slot] is { IsConcrete: true, Bits: var bits })
        {
            yield return new(counter.Name, Layout.IsSigned(type) ? sort.Signed(bits) : (long)bits);
        }
    }
}
