using System.Globalization;

namespace HpcVerify.Alarms;

/// <summary>One thing that must not be: an unsound verdict, a false refutation, or two answers to one question.</summary>
public sealed record Alarm(string Kind, string What, string Code);

/// <summary>Counts of what became of kernels and calls, by name.</summary>
public sealed class Tally
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public List<Alarm> Alarms { get; } = [];

    public int this[string name] => _counts.GetValueOrDefault(name);

    public void Count(string name, int by = 1) => _counts[name] = this[name] + by;

    public void Add(Tally other)
    {
        foreach (var (name, count) in other._counts)
        {
            Count(name, count);
        }

        Alarms.AddRange(other.Alarms);
    }

    /// <summary>Counts, most specific last, then alarms.</summary>
    public void Print(TextWriter output)
    {
        foreach (var (name, count) in _counts)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,9}  {name}"));
        }

        foreach (var alarm in Alarms)
        {
            output.WriteLine($"ALARM {alarm.Kind}: {alarm.What}");
        }
    }
}
