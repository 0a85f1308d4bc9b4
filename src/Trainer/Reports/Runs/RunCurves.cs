using System.Collections.Immutable;
using HpcVerify.Rewards.Policy;
using HpcVerify.Trainer.Reports.Plots;

namespace HpcVerify.Trainer.Reports.Runs;

/// <summary>What is drawn over the steps or iterations of runs: for each setting the mean of its runs, and their range.</summary>
internal static class RunCurves
{
    /// <summary>The mean of the rewards of a step; null where nothing was scored.</summary>
    public static double? MeanReward(IEnumerable<RunSample> samples) => samples.Average(sample => sample.Reward);

    /// <summary>The mean speed of right kernels.</summary>
    public static double? MeanSpeed(IEnumerable<RunSample> samples) => samples.Average(sample => sample.Speed);

    /// <summary>The speed of the fastest right kernel.</summary>
    public static double? BestSpeed(IEnumerable<RunSample> samples) => samples.Max(sample => sample.Speed);

    /// <summary>A line for each setting; without learning it is solid and with learning it is dashed, in one colour for both.</summary>
    /// <param name="xOf">The step or the iteration of a sample.</param>
    public static ImmutableArray<PlotSeries> Of(IReadOnlyList<TrainingRun> runs, Func<RunSample, int> xOf, Func<IEnumerable<RunSample>, double?> quantity)
    {
        var colours = runs.Select(run => run.Baseline).Distinct().ToList();
        return
        [
            .. runs.GroupBy(run => run.Setting).Select(setting => new PlotSeries(
                setting.Key, Points([.. setting], xOf, quantity), colours.IndexOf(setting.First().Baseline), setting.First().IsLearning)),
        ];
    }

    /// <summary>The share of each rung over the steps of a setting's runs, right kernels first; unscored ones last.</summary>
    public static (ImmutableArray<double> Steps, ImmutableArray<(string Name, ImmutableArray<double> Shares)> Layers) Shares(IReadOnlyList<TrainingRun> runs)
    {
        var steps = runs.SelectMany(run => run.Samples).GroupBy(sample => sample.Iteration).OrderBy(step => step.Key).ToList();
        (string Name, Level? Level)[] rungs = [.. Enum.GetValues<Level>().Reverse().Select(level => (level.ToString().ToLowerInvariant(), (Level?)level)), ("unscored", null)];
        return (
            [.. steps.Select(step => (double)step.Key)],
            [.. rungs.Select(rung => (rung.Name, steps.Select(step => step.Count(sample => sample.Level == rung.Level) / (double)step.Count()).ToImmutableArray()))]);
    }

    private static ImmutableArray<PlotPoint> Points(IReadOnlyList<TrainingRun> runs, Func<RunSample, int> xOf, Func<IEnumerable<RunSample>, double?> quantity) =>
    [
        .. runs.SelectMany(run => run.Samples.GroupBy(xOf).Select(step => (X: step.Key, Y: quantity(step))))
            .Where(point => point.Y is not null).GroupBy(point => point.X).OrderBy(step => step.Key)
            .Select(step => new PlotPoint(step.Key, step.Average(point => point.Y!.Value), step.Min(point => point.Y!.Value), step.Max(point => point.Y!.Value))),
    ];
}
