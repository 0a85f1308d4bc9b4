using System.Collections.Immutable;

namespace HpcVerify.Server.Page;

/// <summary>What came in of late, for people to look at: as many results as fit, and the fastest of each task.</summary>
internal sealed class Activity(TimeProvider clock)
{
    /// <summary>More would take memory that nobody looks at.</summary>
    private const int MostEntries = 500;

    private readonly Lock _lock = new();
    private readonly Queue<ActivityEntry> _recent = [];
    private readonly Dictionary<string, ActivityEntry> _best = [];
    private long _next = 1;

    /// <summary>When it began to look; tells one run of the service from the next.</summary>
    public DateTimeOffset Started { get; } = clock.GetUtcNow();

    public void Add(SampleResult result)
    {
        var seen = ActivityEntry.Of(result, clock.GetUtcNow());
        lock (_lock)
        {
            var entry = seen with { Number = _next++ };
            _recent.Enqueue(entry);
            if (_recent.Count > MostEntries)
            {
                _recent.Dequeue();
            }

            if (entry.Speed is { } speed && !(_best.GetValueOrDefault(entry.Task)?.Speed >= speed))
            {
                _best[entry.Task] = entry;
            }
        }
    }

    /// <summary>The recent ones from a number on, the number of the next, and the fastest by task.</summary>
    public (ImmutableArray<ActivityEntry> Recent, long Next, ImmutableDictionary<string, ActivityEntry> Best) Since(long number)
    {
        lock (_lock)
        {
            return ([.. _recent.Where(entry => entry.Number >= number)], _next, _best.ToImmutableDictionary());
        }
    }

    /// <summary>One by its number; null where it is not kept.</summary>
    public ActivityEntry? Find(long number)
    {
        lock (_lock)
        {
            return _recent.FirstOrDefault(entry => entry.Number == number) ?? _best.Values.FirstOrDefault(entry => entry.Number == number);
        }
    }
}
