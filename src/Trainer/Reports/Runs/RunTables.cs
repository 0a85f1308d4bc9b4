using System.Globalization;
using System.Text;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Trainer.Reports.Runs;

/// <summary>The paper's Tables II and III, in Markdown, of real runs.</summary>
public static class RunTables
{
    /// <summary>Student's t for two-sided intervals of 95 %, from one degree of freedom on.</summary>
    private static readonly double[] Student = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];

    private static readonly (string Title, string Technique)[] Techniques =
        [("Registers", "register-blocking"), ("Blocking", "cache-blocking"), ("SIMD", "simd"), ("Threads", "openmp-threads"), ("Prefetch", "prefetch")];

    /// <summary>What a policy writes on average at the end of a run, and the best it wrote: against the same without learning, and as a part of what the machine could do.</summary>
    public static string Second(IReadOnlyList<TrainingRun> runs)
    {
        var text = new StringBuilder("| Setting | Runs | Minutes a run | Samples | Right | Mean of the last third | 95 % interval | Learning gain | Best (mean) | 95 % interval | Learning gain | Best of all | Peak ratio |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var setting in TrainingRun.BySetting(runs))
        {
            double[] best = Best(setting), late = Late(setting);
            var samples = setting.SelectMany(run => run.Samples).ToList();
            var right = samples.Count == 0 ? 0 : samples.Count(sample => sample.Level == Level.Ok) / (double)samples.Count;
            text.AppendLine(CultureInfo.InvariantCulture, $"| {setting.Key} | {setting.Count()} | {setting.Average(run => run.Minutes):0.0} | {samples.Count} | {100 * right:0} % | {Mean(late)} | {Interval(late)} | {Gain(Late, setting, runs)} | {Mean(best)} | {Interval(best)} | {Gain(Best, setting, runs)} | {(best.Length == 0 ? "-" : Number(best.Max()))} | {Ratio(best, setting.First())} |");
        }

        return text.ToString();
    }

    /// <summary>What the fastest kernel of each setting is made of.</summary>
    public static string Third(IReadOnlyList<TrainingRun> runs)
    {
        var text = new StringBuilder($"| Setting | Speed | Verdict | {string.Join(" | ", Techniques.Select(technique => technique.Title))} | Sample |\n|---|--:|---|{string.Concat(Techniques.Select(_ => "---|"))}---|\n");
        foreach (var setting in TrainingRun.BySetting(runs))
        {
            if (setting.Where(run => run.Best is not null).MaxBy(run => run.Best!.Speed) is { Best: { } best } run)
            {
                var marks = Techniques.Select(technique => best.Techniques.Contains(technique.Technique) ? "yes" : "none");
                text.AppendLine(CultureInfo.InvariantCulture, $"| {setting.Key} | {Number(best.Speed!.Value)} | {best.Verdict} | {string.Join(" | ", marks)} | {run.Name} #{best.Id} |");
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

    private static double[] Best(IEnumerable<TrainingRun> runs) => [.. runs.Select(run => run.Best?.Speed).OfType<double>()];

    private static double[] Late(IEnumerable<TrainingRun> runs) => [.. runs.Select(run => run.LateMean).OfType<double>()];

    private static string Mean(double[] values) => values.Length == 0 ? "-" : Number(values.Average());

    private static string Ratio(double[] best, TrainingRun run) =>
        best.Length > 0 && run.Record.PeakGflops is { } peak ? string.Create(CultureInfo.InvariantCulture, $"{100 * best.Max() / peak:0.0} %") : "-";

    private static string Gain(Func<IEnumerable<TrainingRun>, double[]> quantity, IGrouping<string, TrainingRun> setting, IEnumerable<TrainingRun> runs)
    {
        double[] with = quantity(setting), without = quantity(runs.Where(other => other.Setting == setting.First().Baseline));
        return setting.First().IsLearning && with.Length > 0 && without.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100 * ((with.Average() / without.Average()) - 1)):+0;-0;+0} %") : "";
    }

    private static string Number(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);
}
