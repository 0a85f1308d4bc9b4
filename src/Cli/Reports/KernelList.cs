using System.Text.Json;
using HpcVerify.Parser.Contracts;

namespace HpcVerify.Cli.Reports;

/// <summary>The tasks of the corpus, for people and for machines.</summary>
public static class KernelList
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = PrintableText.JsonEncoder,
    };

    /// <summary>One line for each task, in columns.</summary>
    public static string Text(IReadOnlyList<KernelTask> tasks)
    {
        var nameWidth = tasks.Select(task => task.Name.Length).DefaultIfEmpty().Max();
        var sizesWidth = tasks.Select(task => ScoredSizes(task).Length).DefaultIfEmpty().Max();
        return PrintableText.Lines(tasks.Select(task =>
            $"{task.Name.PadRight(nameWidth)}  {MetricName.Unit(task.Metric),-6}  {ScoredSizes(task).PadRight(sizesWidth)}  {task.Title}"));
    }

    /// <summary>One document with everything that kernel.json says of sizes.</summary>
    public static string Json(IEnumerable<KernelTask> tasks, string version) =>
        JsonSerializer.Serialize(new Document(JsonReport.SchemaVersion, Tool.Of(version), [.. tasks.Select(Entry)]), Options) + "\n";

    private static KernelEntry Entry(KernelTask task) => new(
        task.Name,
        task.Title,
        task.EntryPoint,
        MetricName.Key(task.Metric),
        task.Baseline is not null,
        [.. task.SizeNames],
        task.ScoredSizes.Values,
        [.. task.TestSizes.Select(sizes => sizes.Values)],
        task.Bounds.ToDictionary(bound => bound.Key, bound => new[] { bound.Value.Low, bound.Value.High }));

    private static string ScoredSizes(KernelTask task) => task.ScoredSizes.Describe(task.SizeNames);

    private sealed record Document(int SchemaVersion, Tool Tool, IReadOnlyList<KernelEntry> Kernels);

    private sealed record KernelEntry(
        string Name,
        string Title,
        string Entry,
        string Metric,
        bool HasBaseline,
        IReadOnlyList<string> SizeParameters,
        IReadOnlyDictionary<string, long> Score,
        IReadOnlyList<IReadOnlyDictionary<string, long>> Test,
        IReadOnlyDictionary<string, long[]> Bounds);
}
