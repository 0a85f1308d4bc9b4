using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HpcVerify.Trainer.Reports.Plots;

namespace HpcVerify.Trainer.Reports.Runs;

/// <summary>All plots and tables of runs, as files by name.</summary>
public static partial class RunFigures
{
    /// <summary>The paper's Figs 3, 4, 7 and 8, verdict shares of each setting, a bar for each setting, Tables II and III, and where the time of steps goes.</summary>
    /// <param name="runs">Of one task, at least one.</param>
    public static ImmutableSortedDictionary<string, string> Of(IReadOnlyList<TrainingRun> runs)
    {
        var unit = runs[0].Record.Unit;
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        files["figure-3-mean-reward.svg"] = LinePlot.Write("Mean reward", "step", "reward", RunCurves.Of(runs, sample => sample.Step, RunCurves.MeanReward));
        files["figure-4-best-by-step.svg"] = LinePlot.Write("Fastest right kernel of each step", "step", unit, RunCurves.Of(runs, sample => sample.Step, RunCurves.BestSpeed));
        files["figure-7-mean-by-iteration.svg"] = LinePlot.Write("Mean speed of right kernels", "iteration", unit, RunCurves.Of(runs, sample => sample.Iteration, RunCurves.MeanSpeed));
        files["figure-8-best-by-iteration.svg"] = LinePlot.Write("Fastest right kernel of each iteration", "iteration", unit, RunCurves.Of(runs, sample => sample.Iteration, RunCurves.BestSpeed));
        files["settings.svg"] = BarPlot.Write(
            "Fastest right kernel", unit, [.. runs.GroupBy(run => run.Setting).Select(setting => (setting.Key, setting.Select(run => run.Best?.Speed).OfType<double>().ToImmutableArray()))]);
        foreach (var setting in runs.GroupBy(run => run.Setting))
        {
            var (steps, layers) = RunCurves.Shares([.. setting]);
            files[$"verdicts-{Slug(setting.Key)}.svg"] = AreaPlot.Write($"What became of samples: {setting.Key}", "iteration", steps, layers);
        }

        files["tables.md"] = $"Speeds are in {unit}.\n\n{RunTables.Second(runs)}\n{RunTables.Third(runs)}\nSeconds of a step; compile to measure are summed over the evaluations that run at once, waits included.\n\n{StepTable.Of(runs)}";
        return files.ToImmutable();
    }

    private static string Slug(string setting) => NoWord().Replace(setting.ToLowerInvariant(), "-").Trim('-');

    [GeneratedRegex("[^a-z0-9.]+")]
    private static partial Regex NoWord();
}
