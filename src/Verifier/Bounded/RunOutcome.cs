using HpcVerify.Parser.Text;

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
    public RunOutcome Outcome => outcome;
}
