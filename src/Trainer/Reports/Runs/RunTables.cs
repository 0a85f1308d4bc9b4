using System.Globalization;
using System.Text;

namespace HpcVerify.Trainer.Reports.Runs;

/// <summary>The paper's Tables II and III, in Markdown, of real runs.</summary>
public static class RunTables
{
    /// <summary>Student's t for two-sided intervals of 95 %, from one degree of freedom on.</summary>
    private static readonly double[] Student = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];

    private static readonly (string Title, string Technique)[] Techniques =
        [("Registers", "register-blocking"), ("Blocking", "cache-blocking"), ("SIMD", "simd"), ("Threads", "openmp-threads"), ("Prefetch", "prefetch")];

    /// <summary>Best speeds, as parts of what the machine could do, and against the same without learning.</summary>
    public static string Second(IReadOnlyList<TrainingRun> runs)
    {
        var text = new StringBuilder("| Setting | Runs | Samples | Right | Best (mean) | 95 % interval | Best of all | Peak ratio | Learning gain |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var setting in Settings(runs))
        {
            double[] best = Best(setting);
            var samples = setting.SelectMany(run => run.Samples).ToList();
            var right = samples.Count == 0 ? 0 : samples.Count(kernel => kernel.Outcome!.Level == Rewards.Policy.Level.Ok) / (double)samples.Count;
            text.AppendLine(CultureInfo.InvariantCulture, $"| {setting.Key} | {setting.Count()} | {samples.Count} | {100 * right:0} % | {(best.Length == 0 ? "-" : Number(best.Average()))} | {Interval(best)} | {(best.Length == 0 ? "-" : Number(best.Max()))} | {Ratio(best, setting.First())} | {Gain(best, setting.First(), runs)} |");
        }

        return text.ToString();
    }

    /// <summary>What the fastest kernel of each setting is made of.</summary>
    public static string Third(IReadOnlyList<TrainingRun> runs)
    {
        var text = new StringBuilder($"| Setting | Speed | Verdict | {string.Join(" | ", Techniques.Select(technique => technique.Title))} | Sample |\n|---|--:|---|{string.Concat(Techniques.Select(_ => "---|"))}---|\n");
        foreach (var setting in Settings(runs))
        {
            var found = setting.Select(run => (Run: run, run.Best)).Where(run => run.Best is not null).OrderByDescending(run => run.Best!.Value.Speed).FirstOrDefault();
            if (found.Best is { } best)
            {
                var marks = Techniques.Select(technique => best.Kernel.Sample.Techniques.Contains(technique.Technique) ? "yes" : "none");
                text.AppendLine(CultureInfo.InvariantCulture, $"| {setting.Key} | {Number(best.Speed)} | {best.Kernel.Outcome!.Verdict} | {string.Join(" | ", marks)} | {Path.GetFileName(Path.TrimEndingDirectorySeparator(found.Run.Folder))} #{best.Kernel.Id} |");
            }
        }

        return text.ToString();
    }

    /// <summary>An interval for the mean by Student's t; of one run there is none.</summary>
    public static string Interval(IReadOnlyList<double> values)
    {
        if (values.Count < 2)
        {
            return "-";
        }

        var mean = values.Average();
        var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
        var half = Student[Math.Min(values.Count - 1, Student.Length) - 1] * deviation / Math.Sqrt(values.Count);
        return $"{Number(mean - half)} to {Number(mean + half)}";
    }

    private static IEnumerable<IGrouping<string, TrainingRun>> Settings(IEnumerable<TrainingRun> runs) =>
        runs.GroupBy(run => run.Setting).OrderBy(setting => setting.First().Baseline, StringComparer.Ordinal).ThenBy(setting => setting.First().Record.Settings.LearningRate);

    private static double[] Best(IEnumerable<TrainingRun> runs) => [.. runs.Select(run => run.Best?.Speed).OfType<double>()];

    private static string Ratio(double[] best, TrainingRun run) =>
        best.Length > 0 && run.Record.PeakGflops is { } peak ? string.Create(CultureInfo.InvariantCulture, $"{100 * best.Max() / peak:0.0} %") : "-";

    private static string Gain(double[] best, TrainingRun run, IEnumerable<TrainingRun> runs)
    {
        double[] without = Best(runs.Where(other => other.Setting == run.Baseline));
        return run.IsLearning && best.Length > 0 && without.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"{100 * ((best.Average() / without.Average()) - 1):+0;-0} %") : "";
    }

    private static string Number(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);
}
