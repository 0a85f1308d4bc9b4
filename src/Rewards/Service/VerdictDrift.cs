using System.Collections.Immutable;

namespace HpcVerify.Rewards.Service;

/// <summary>How drift is looked for.</summary>
/// <param name="Window">Verdicts in the recent window, and between two looks.</param>
/// <param name="Windows">How many windows before it the recent one is compared with.</param>
/// <param name="Significance">An alarm is raised where chance alone would do it less often than this, over all outcomes of one look.</param>
public sealed record DriftOptions(int Window, int Windows, double Significance)
{
    /// <summary>A false alarm in a million looks, or in 250 million verdicts that do not drift.</summary>
    public static DriftOptions Usual { get; } = new(250, 8, 1e-6);
}

/// <summary>An outcome whose share has jumped.</summary>
/// <param name="Share">In the recent window.</param>
/// <param name="UsualShare">In the windows before.</param>
/// <param name="Probability">Of chance alone doing that, by <see cref="ShareTest"/>.</param>
public sealed record DriftAlarm(string Outcome, double Share, double UsualShare, double Probability);

/// <summary>
/// Whether the share of some verdict has jumped: a learner that has found a hole, or a service that has broken, shows in the shares first.
/// Each time a window is full, the count of every outcome in it is compared with the windows before it. A drift that is slow against them is
/// what learning looks like, and raises nothing.
/// </summary>
public sealed class VerdictDrift(DriftOptions options)
{
    private readonly Lock _lock = new();
    private readonly Queue<ImmutableSortedDictionary<string, int>> _before = [];
    private ImmutableSortedDictionary<string, int> _window = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);
    private ImmutableArray<DriftAlarm> _alarms = [];
    private long _raised;

    /// <summary>What the last full window showed; empty where nothing has jumped.</summary>
    public ImmutableArray<DriftAlarm> Alarms
    {
        get
        {
            lock (_lock)
            {
                return _alarms;
            }
        }
    }

    /// <summary>Alarms since the start.</summary>
    public long Raised => Interlocked.Read(ref _raised);

    /// <summary>Counts a verdict.</summary>
    public void Add(string outcome)
    {
        lock (_lock)
        {
            _window = _window.SetItem(outcome, _window.GetValueOrDefault(outcome) + 1);
            if (_window.Values.Sum() >= options.Window)
            {
                Look();
            }
        }
    }

    private void Look()
    {
        // With fewer windows before there is nothing yet that could be called usual.
        _alarms = _before.Count < options.Windows ? [] : [.. Jumps()];
        Interlocked.Add(ref _raised, _alarms.Length);
        _before.Enqueue(_window);
        if (_before.Count > options.Windows)
        {
            _before.Dequeue();
        }

        _window = _window.Clear();
    }

    private IEnumerable<DriftAlarm> Jumps()
    {
        var outcomes = _before.Append(_window).SelectMany(window => window.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var usualCount = options.Window * _before.Count;
        foreach (var outcome in outcomes)
        {
            var (now, usual) = (_window.GetValueOrDefault(outcome), _before.Sum(window => window.GetValueOrDefault(outcome)));
            var probability = ShareTest.Probability(now, options.Window, usual, usualCount);
            if (probability < options.Significance / outcomes.Count)
            {
                yield return new(outcome, (double)now / options.Window, (double)usual / usualCount, probability);
            }
        }
    }
}
