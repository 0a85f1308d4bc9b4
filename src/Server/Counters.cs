using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace HpcVerify.Server;

/// <summary>What the service has done since it was started, in the text format of Prometheus.</summary>
internal sealed class Counters
{
    private readonly ConcurrentDictionary<(string Task, string Outcome), long> _samples = [];
    private readonly ConcurrentDictionary<(string Route, int Status), long> _requests = [];
    private long _cached;

    public void Count(SampleResult result)
    {
        _samples.AddOrUpdate((result.Sample.Task, OutcomeOf(result)), 1, (_, count) => count + 1);
        if (result.Answer is { IsCached: true })
        {
            Interlocked.Increment(ref _cached);
        }
    }

    public void Count(string route, int status) => _requests.AddOrUpdate((route, status), 1, (_, count) => count + 1);

    /// <summary>How many samples of each task came out in which way, in the order of names.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> Outcomes() => new SortedDictionary<string, IReadOnlyDictionary<string, long>>(
        _samples.GroupBy(entry => entry.Key.Task).ToDictionary(
            task => task.Key, IReadOnlyDictionary<string, long> (task) => task.ToDictionary(entry => entry.Key.Outcome, entry => entry.Value)),
        StringComparer.Ordinal);

    /// <param name="gauges">Names, explanations and values of what is so at this moment.</param>
    public string Exposition(IEnumerable<(string Name, string Help, double Value)> gauges)
    {
        var text = new StringBuilder();
        Family(text, "hpcverify_samples_total", "counter", "Samples by task and by the rung they stand on, or 'unscored' or 'partial'.");
        foreach (var (key, count) in _samples.OrderBy(entry => entry.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"hpcverify_samples_total{{task=\"{Label(key.Task)}\",outcome=\"{key.Outcome}\"}} {count}\n");
        }

        Family(text, "hpcverify_cached_total", "counter", "Samples whose evidence was known before.");
        text.Append(CultureInfo.InvariantCulture, $"hpcverify_cached_total {Interlocked.Read(ref _cached)}\n");
        Family(text, "hpcverify_requests_total", "counter", "Requests by route and status.");
        foreach (var (key, count) in _requests.OrderBy(entry => entry.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"hpcverify_requests_total{{route=\"{Label(key.Route)}\",status=\"{key.Status}\"}} {count}\n");
        }

        foreach (var (name, help, value) in gauges)
        {
            Family(text, name, "gauge", help);
            text.Append(CultureInfo.InvariantCulture, $"{name} {value}\n");
        }

        return text.ToString();
    }

    /// <summary>The rung it stands on, or why it stands on none.</summary>
    public static string OutcomeOf(SampleResult result) =>
        result.Level is { } level ? level.ToString().ToLowerInvariant()
        : result.Score is null ? "partial"
        : "unscored";

    private static void Family(StringBuilder text, string name, string kind, string help) =>
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {kind}\n");

    private static string Label(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
