using HpcVerify.Verifier.Inputs;

namespace HpcVerify.Rewards.Scoring;

/// <summary>
/// What several calls together may take. A call costs the time it took or the processor time it used, whichever is
/// less, so that a busy machine is not held against a kernel; one that sleeps instead meets the patience.
/// </summary>
internal sealed class TimeBudget(TimeSpan limit)
{
    private const int Patience = 4;
    private TimeSpan _elapsed;
    private TimeSpan _charged;

    public bool IsSpent => _charged > limit || _elapsed > Patience * limit;

    public void Spend(TrialOutcome outcome)
    {
        if (outcome is TrialOutcome.Agreed { Call: var call })
        {
            _elapsed += call.Elapsed;
            _charged += call.ProcessorTime > TimeSpan.Zero && call.ProcessorTime < call.Elapsed ? call.ProcessorTime : call.Elapsed;
        }
    }
}
