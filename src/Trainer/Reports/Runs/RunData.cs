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
    private const string SamplesFile = "samples.csv";

    /// <summary>The samples that a policy wrote, oldest first, from the archive or else from the table; else the sentence that says what is wrong.</summary>
    public static (ImmutableArray<RunSample> Samples, string? Problem) Samples(string folder)
    {
        var archive = Path.Combine(folder, TrainingRun.ArchiveFile);
        return File.Exists(archive) ? Archived(archive) : Lines(Path.Combine(folder, SamplesFile), RunSample.Head, RunSample.Parse);
    }

    /// <summary>The metrics of all steps by name; else the sentence that says what is wrong.</summary>
    public static (ImmutableArray<ImmutableSortedDictionary<string, double>> Steps, string? Problem) Steps(string folder) => Lines(Path.Combine(folder, RunLog.MetricsFile), null, Metrics);

    /// <summary>Writes what was read of a run to a folder of its own.</summary>
    /// <exception cref="IOException">The folder cannot be written to, or is that of a run with an archive.</exception>
    public static void Write(TrainingRun run, string folder)
    {
        if (File.Exists(Path.Combine(folder, TrainingRun.ArchiveFile)))
        {
            throw new IOException("it holds a run with its archive, which is more than its numbers");
        }

        Directory.CreateDirectory(folder);
        run.Record.Write(folder);
        File.WriteAllLines(Path.Combine(folder, SamplesFile), run.Samples.Select(sample => sample.Print()).Prepend(RunSample.Head));
        File.WriteAllLines(Path.Combine(folder, RunLog.MetricsFile), run.Steps.Select((step, place) => MetricsLine.Of(place + 1, step)));
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

    /// <summary>What each line stands for.</summary>
    /// <param name="head">The first line; null where there is none.</param>
    private static (ImmutableArray<T> Values, string? Problem) Lines<T>(string path, string? head, Func<string, T?> parse)
        where T : class
    {
        var (text, problem) = RegularFile.TextOf(path);
        if (text is null)
        {
            return ([], $"'{path}' cannot be read: {problem}");
        }

        var values = ImmutableArray.CreateBuilder<T>();
        foreach (var (number, line) in text.Split('\n').Index().Where(line => line.Item.Length > 0 || line.Index == 0))
        {
            var value = parse(line);
            if (value is null && (number > 0 || line != head))
            {
                return ([], string.Create(CultureInfo.InvariantCulture, $"{path}:{number + 1}: this is not what 'train' or 'plot --data' writes there"));
            }

            if (value is not null)
            {
                values.Add(value);
            }
        }

        return (values.ToImmutable(), null);
    }

    /// <summary>A number that was not finite is null, and left out.</summary>
    private static ImmutableSortedDictionary<string, double>? Metrics(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, double?>>(line)?.Where(metric => metric is { Key: not "step", Value: { } value } && double.IsFinite(value))
                .ToImmutableSortedDictionary(metric => metric.Key, metric => metric.Value!.Value, StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
