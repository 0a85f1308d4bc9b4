using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using HpcVerify.Parser.Text;
using HpcVerify.Trainer.Search.Archives;

namespace HpcVerify.Trainer.Reports.Runs;

/// <summary>
/// A run's numbers in files of text: <c>samples.csv</c> and <c>metrics.jsonl</c> beside <c>run.json</c>. A folder with them is drawn like the run itself,
/// whose archive holds every prompt and kernel as well.
/// </summary>
internal static class RunData
{
    private const string SamplesFile = "samples.csv", MetricsFile = "metrics.jsonl", ArchiveName = "archive.db";

    /// <summary>The samples that a policy wrote, oldest first, from the table or else from the archive; else the sentence that says what is wrong.</summary>
    public static (ImmutableArray<RunSample> Samples, string? Problem) Samples(string folder)
    {
        var path = Path.Combine(folder, SamplesFile);
        return File.Exists(path) ? Lines(path, 1, RunSample.Parse) : Archived(Path.Combine(folder, ArchiveName));
    }

    /// <summary>The metrics of all steps by name; else the sentence that says what is wrong.</summary>
    public static (ImmutableArray<ImmutableSortedDictionary<string, double>> Steps, string? Problem) Steps(string folder) => Lines(Path.Combine(folder, MetricsFile), 0, Metrics);

    /// <summary>Writes what was read of a run to a folder of its own.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static void Write(TrainingRun run, string folder)
    {
        Directory.CreateDirectory(folder);
        run.Record.Write(folder);
        File.WriteAllLines(Path.Combine(folder, SamplesFile), run.Samples.Select(sample => sample.Print()).Prepend(RunSample.Head));
        File.WriteAllLines(Path.Combine(folder, MetricsFile), run.Steps.Select((step, place) => MetricsLine.Of(place + 1, step)));
    }

    private static (ImmutableArray<RunSample> Samples, string? Problem) Archived(string path)
    {
        var (archive, problem) = SearchArchive.Open(path, mayMake: false);
        using (archive)
        {
            return archive is null ? ([], problem)
                : archive.Run is not { } run ? ([], $"'{path}' holds no run")
                : ([.. archive.Kernels(run.Hardware).Where(kernel => kernel.Group.Parent is not null).Select(RunSample.Of)], null);
        }
    }

    /// <summary>What each line stands for, but for the first ones.</summary>
    private static (ImmutableArray<T> Values, string? Problem) Lines<T>(string path, int skipped, Func<string, T?> parse)
        where T : class
    {
        var (text, problem) = RegularFile.TextOf(path);
        if (text is null)
        {
            return ([], $"'{path}' cannot be read: {problem}");
        }

        var values = ImmutableArray.CreateBuilder<T>();
        foreach (var (number, line) in text.Split('\n').Index().Skip(skipped).Where(line => line.Item.Length > 0))
        {
            if (parse(line) is not { } value)
            {
                return ([], string.Create(CultureInfo.InvariantCulture, $"{path}:{number + 1}: this is not what 'train' or 'plot --data' writes there"));
            }

            values.Add(value);
        }

        return (values.ToImmutable(), null);
    }

    /// <summary>A number that was not finite is null, and left out.</summary>
    private static ImmutableSortedDictionary<string, double>? Metrics(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, double?>>(line)?.Where(metric => metric is { Key: not "step", Value: not null })
                .ToImmutableSortedDictionary(metric => metric.Key, metric => metric.Value!.Value, StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
