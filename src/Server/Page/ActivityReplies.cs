using System.Globalization;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Server.Page;

/// <summary>What goes on.</summary>
/// <param name="Started">When the service was started: numbers begin anew then.</param>
/// <param name="Next">The number to ask for the next time.</param>
/// <param name="Obstacle">Why no work is taken; null while it is.</param>
/// <param name="Queues">Where jobs wait, and for how many hands; empty where that is not known.</param>
/// <param name="Gauges">What <c>/metrics</c> says of this moment.</param>
/// <param name="Entries">What came in, oldest first; no more than the service remembers.</param>
public sealed record ActivityReply(
    string Started, long Next, string? Obstacle, IReadOnlyList<TaskActivity> Tasks, IReadOnlyList<QueueItem> Queues, IReadOnlyList<GaugeItem> Gauges, IReadOnlyList<ActivityItem> Entries);

/// <summary>What came in for one task.</summary>
/// <param name="Outcomes">How many by rung since the start, and how many 'unscored' or 'partial'.</param>
/// <param name="Best">The fastest kernel that was right; null where there is none.</param>
public sealed record TaskActivity(string Task, IReadOnlyDictionary<string, long> Outcomes, ActivityItem? Best);

/// <summary>A queue of jobs.</summary>
/// <param name="Class">The class of machines that they are for; empty where it is the service's own process.</param>
/// <param name="Stage"><c>verification</c>, <c>timing</c>, or <c>all</c>.</param>
/// <param name="Waiting">Jobs that nobody has taken.</param>
/// <param name="Workers">Jobs that can be taken at once; a worker process takes several.</param>
public sealed record QueueItem(string Class, string Stage, long Waiting, int Workers)
{
    internal static QueueItem Of(QueueState queue) => new(queue.Class, queue.Stage.ToString().ToLowerInvariant(), queue.Waiting, queue.Workers);
}

/// <summary>What is so at this moment.</summary>
public sealed record GaugeItem(string Name, string Help, double Value);

/// <summary>One result in a line.</summary>
/// <param name="Speed">In <paramref name="Metric"/>; null where it was not measured, or is worth nothing.</param>
public sealed record ActivityItem(
    long Number, string At, string Task, string Profile, string Status, string? Level, double? Reward, double? Speed, string Metric, bool IsCached, bool HasWitness, string Reason)
{
    internal static ActivityItem Of(ActivityEntry entry) => new(
        entry.Number, entry.At.ToString("O", CultureInfo.InvariantCulture), entry.Task, entry.Sample.Profile, entry.Item.Status, entry.Item.Level, entry.Item.Reward, entry.Speed,
        MetricName.Unit(entry.Metric), entry.Item.IsCached, entry.Witness is not null, entry.Item.Reason);
}

/// <summary>One result with its text.</summary>
/// <param name="Code">The response; null where it was too long to be kept.</param>
/// <param name="Marks">Findings and techniques, by line.</param>
public sealed record ActivityDetail(ActivityItem Entry, string? Code, IReadOnlyList<MarkItem> Marks, IReadOnlyList<ClaimItem> Claims, WitnessItem? Witness);

/// <summary>Something to be said of a line.</summary>
/// <param name="Kind"><c>error</c>, <c>warning</c>, <c>info</c> or <c>technique</c>.</param>
public sealed record MarkItem(int Line, string Kind, string Rule, string Message)
{
    internal static MarkItem Of(FindingItem finding) => new(finding.Line, finding.Severity, finding.Rule, finding.Message);

    internal static MarkItem OfTechnique(Diagnostic technique, int line) => new(line, "technique", technique.Rule.Id, ActivityEntry.Cut(technique.Message));
}
