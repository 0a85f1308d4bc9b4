using System.Collections.Immutable;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Rewards.Service;

/// <summary>How the honeypots of a service have fared so far.</summary>
/// <param name="Caught">Failed, as they should.</param>
/// <param name="Unscored">Had no score, which says nothing either way.</param>
/// <param name="Passed">The names of those that were paid; one is one too many.</param>
public sealed record HoneypotRecord(long Caught, long Unscored, ImmutableSortedSet<string> Passed)
{
    public static HoneypotRecord Empty { get; } = new(0, 0, ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    /// <summary>Whether the service may go on paying.</summary>
    public bool IsSound => Passed.IsEmpty;

    /// <summary>The same with one more outcome; null for one that did not come in time.</summary>
    public HoneypotRecord With(Honeypot honeypot, Score? score) => score switch
    {
        Score.Scored { Reward: < 0 } => this with { Caught = Caught + 1 },
        Score.Scored => this with { Passed = Passed.Add(honeypot.Name) },
        _ => this with { Unscored = Unscored + 1 },
    };
}

/// <summary>
/// Says when a honeypot is due, one after every so many samples and all of them in turn, and remembers what became of them. What was paid
/// once stays on the record until somebody has looked: the service has to be started again.
/// </summary>
/// <param name="interval">Samples between two honeypots; 0 for none at all.</param>
public sealed class HoneypotWatch(ImmutableArray<Honeypot> honeypots, int interval)
{
    private readonly Lock _lock = new();
    private HoneypotRecord _record = HoneypotRecord.Empty;
    private long _samples;

    public HoneypotRecord Record
    {
        get
        {
            lock (_lock)
            {
                return _record;
            }
        }
    }

    /// <summary>Counts a sample; what is due now, and how many were due before, so that no two times are one question.</summary>
    public (Honeypot Honeypot, long Turn)? AfterSample()
    {
        var count = Interlocked.Increment(ref _samples);
        if (interval == 0 || honeypots.IsEmpty || count % interval != 0)
        {
            return null;
        }

        var turn = (count / interval) - 1;
        return (honeypots[(int)(turn % honeypots.Length)], turn);
    }

    public void Remember(Honeypot honeypot, Score? score)
    {
        lock (_lock)
        {
            _record = _record.With(honeypot, score);
        }
    }
}
