using HpcVerify.Rewards.Policy;
using HpcVerify.Verifier.Inputs;

namespace HpcVerify.Rewards.Scoring;

/// <summary>
/// What several calls together may take. A call costs the time it took or the processor time it used, whichever is
/// less, so that a busy machine is not held against a kernel. Calls that did come back, but took far longer than they
/// used, say something of the machine alone: a kernel has no means to sleep.
/// </summary>
internal sealed class TimeBudget(TimeSpan limit)
{
    private const int Patience = 4;
    private TimeSpan _elapsed;
    private TimeSpan _charged;

    /// <summary>Takes one call's time; gives the verdict when that was too much for the kernel or for the machine.</summary>
    public NativeVerdict Spend(TrialOutcome outcome, string what, string where)
    {
        if (outcome is TrialOutcome.Agreed { Call: var call })
        {
            _elapsed += call.Elapsed;
            _charged += call.ProcessorTime > TimeSpan.Zero && call.ProcessorTime < call.Elapsed ? call.ProcessorTime : call.Elapsed;
        }

        return _charged > limit ? NativeVerdict.Fail(Level.Timeout, FormattableString.Invariant($"{what} took more than {limit.TotalSeconds} s, at {where}"))
            : _elapsed > Patience * limit ? new(null, $"at {where}: the machine was too busy to grant the kernel its time")
            : NativeVerdict.Pass;
    }
}
