using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;
using HpcVerify.Verifier.Inputs;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Rewards.Scoring;

/// <summary>What running a kernel showed: a failure of its own, a failure of ours, or neither.</summary>
public sealed record NativeVerdict(Failure? Failure, string? Infrastructure)
{
    public static readonly NativeVerdict Pass = new(null, null);

    public bool IsPass => Failure is null && Infrastructure is null;

    public static NativeVerdict Of(TrialOutcome outcome, string where) => outcome switch
    {
        TrialOutcome.Agreed => Pass,
        TrialOutcome.Differs { Mismatch: var mismatch } => new(Differing(mismatch, where), null),
        TrialOutcome.WroteOutside => Fail(Level.Verification, $"at {where}: the kernel wrote outside its output"),
        TrialOutcome.Stopped { Outcome: var stopped } => Of(stopped, where),
        TrialOutcome.NoReference { Reason: var reason } => new(null, reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static NativeVerdict Of(CallOutcome outcome, string where) => outcome switch
    {
        CallOutcome.Completed => Pass,
        CallOutcome.KeptRunning => Fail(Level.Runtime, $"at {where}: the call was answered while code of the kernel was still running"),
        CallOutcome.LeftBehind left => Fail(Level.Runtime, $"at {where}: the kernel returned and left {left.What} behind"),
        CallOutcome.Crashed crashed => Fail(Level.Runtime, $"at {where}: the process died of {crashed.SignalName}"),
        CallOutcome.Exited exited => Fail(Level.Runtime, $"at {where}: the kernel left the process with code {exited.Code}"),
        CallOutcome.OutOfMemory => Fail(Level.Runtime, $"at {where}: the kernel used more memory than it is given"),
        CallOutcome.NotLoaded notLoaded => Fail(Level.Runtime, $"the kernel cannot be loaded: {notLoaded.Reason}"),
        CallOutcome.TimedOut { IsStarved: true } => new(null, $"at {where}: the machine was too busy to grant the kernel its time"),
        CallOutcome.TimedOut timedOut => Fail(
            Level.Timeout, FormattableString.Invariant($"at {where}: no answer within {timedOut.WallTime.TotalSeconds:0.#} s")),
        CallOutcome.Infrastructure infrastructure => new(null, infrastructure.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The same, with the sizes where a failure shows.</summary>
    public NativeVerdict At(string sizes) => this with { Failure = Failure is { } failure ? failure with { Sizes = sizes } : null };

    private static Failure Differing(Mismatch mismatch, string where) => new(
        Level.Verification,
        FormattableString.Invariant($"at {where}: {mismatch.Place} is {mismatch.Actual:R} where the reference has {mismatch.Expected:R} (tolerated: {mismatch.Tolerated:0.##e+0})"))
    {
        Element = new(mismatch.Place, mismatch.Expected, mismatch.Actual),
    };

    public static NativeVerdict Fail(Level level, string reason) => new(new(level, reason), null);
}
