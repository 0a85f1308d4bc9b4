using System.Collections.Immutable;

namespace HpcVerify.Trainer.Search;

/// <summary>Adds up how long the parts of a step take.</summary>
internal sealed class PhaseClock(TimeProvider clock)
{
    private ImmutableSortedDictionary<string, double> _seconds = ImmutableSortedDictionary<string, double>.Empty;

    public ImmutableSortedDictionary<string, double> Seconds => _seconds;

    public T Time<T>(string part, Func<T> run)
    {
        var start = clock.GetTimestamp();
        var result = run();
        Add(part, start);
        return result;
    }

    public async Task<T> Time<T>(string part, Func<Task<T>> run)
    {
        var start = clock.GetTimestamp();
        var result = await run();
        Add(part, start);
        return result;
    }

    private void Add(string part, long start) => _seconds = _seconds.SetItem(part, _seconds.GetValueOrDefault(part) + clock.GetElapsedTime(start).TotalSeconds);
}
