using System.Collections.Immutable;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Server;

/// <summary>
/// Watches the service itself: sends kernels that must not be paid for along the way that all samples go, and looks whether the shares of
/// verdicts jump.
/// </summary>
/// <param name="complain">Is told of what a person has to look at.</param>
internal sealed class Sentinel(HoneypotWatch honeypots, VerdictDrift drift, Action<string> complain)
{
    /// <summary>Why nothing that this service says should be believed; null while nothing is known against it.</summary>
    public string? Obstacle => honeypots.Record is { IsSound: false } record ? $"kernels were paid for that must not be: {string.Join(", ", record.Passed)}" : null;

    public IEnumerable<(string Name, string Help, double Value)> Gauges =>
    [
        ("hpcverify_honeypots_caught", "Honeypots that failed, as they should.", honeypots.Record.Caught),
        ("hpcverify_honeypots_unscored", "Honeypots that had no score.", honeypots.Record.Unscored),
        ("hpcverify_honeypots_passed", "Different honeypots that were paid for; not 0 needs a person.", honeypots.Record.Passed.Count),
        ("hpcverify_drift_alarms", "Verdicts whose share had jumped when last looked at.", drift.Alarms.Length),
        ("hpcverify_drift_alarms_raised", "Such jumps since the start.", drift.Raised),
    ];

    /// <summary>Counts a sample's verdict, and has a honeypot scored if one is due; nobody waits for that.</summary>
    /// <param name="score">Scores a honeypot as any sample; the number makes it another question each time.</param>
    public void Saw(string outcome, Func<Honeypot, long, Task<Score?>> score)
    {
        var before = drift.Raised;
        drift.Add(outcome);
        if (drift.Raised != before)
        {
            foreach (var alarm in drift.Alarms)
            {
                complain(FormattableString.Invariant($"the share of '{alarm.Outcome}' among verdicts went from {alarm.UsualShare:P1} to {alarm.Share:P1}"));
            }
        }

        if (honeypots.AfterSample() is var (honeypot, turn))
        {
            _ = Try(honeypot, turn, score);
        }
    }

    private async Task Try(Honeypot honeypot, long turn, Func<Honeypot, long, Task<Score?>> score)
    {
        try
        {
            var result = await score(honeypot, turn);
            honeypots.Remember(honeypot, result);
            if (result is Score.Scored { Reward: >= 0 } paid)
            {
                complain(FormattableString.Invariant($"'{honeypot.Name}' was paid {paid.Reward:0.##}, and must not be: this service is not ready any more"));
            }
        }
        catch (OperationCanceledException)
        {
            // The service ends.
        }
    }
}
