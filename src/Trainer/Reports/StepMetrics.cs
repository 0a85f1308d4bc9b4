using System.Collections.Immutable;
using HpcVerify.Rewards.Policy;
using HpcVerify.Trainer.Search.Archives;

namespace HpcVerify.Trainer.Reports;

/// <summary>What is logged of a step: everything follows from the archive, so that logs can be made again at any time.</summary>
public static class StepMetrics
{
    /// <summary>
    /// The update's own numbers under TRL's names; of the step's kernels the shares of each rung, of all samples; the mean and the best speed of right
    /// ones, over all and by stage; and the seconds that its parts took, those of scoring summed over kernels, of which equal ones are scored once.
    /// </summary>
    public static ImmutableSortedDictionary<string, double> Of(ArchivedStep step, IReadOnlyList<Kernel> kernels)
    {
        var metrics = step.Report.Metrics.ToBuilder();
        metrics["iteration"] = step.Iteration;
        metrics["samples"] = kernels.Count;
        foreach (var level in Enum.GetValues<Level>())
        {
            metrics[$"share/{level.ToString().ToLowerInvariant()}"] = Share(kernels, kernel => kernel.Outcome!.Level == level);
        }

        metrics["share/unscored"] = Share(kernels, kernel => kernel.Outcome!.Level is null);
        metrics["share/proved"] = Share(kernels, kernel => kernel.Outcome!.Verdict == "proved");
        Add(metrics, "speed", kernels);
        foreach (var stage in kernels.GroupBy(kernel => kernel.Group.Stage))
        {
            Add(metrics, FormattableString.Invariant($"speed/stage_{stage.Key}"), stage);
        }

        foreach (var (part, seconds) in step.Seconds)
        {
            metrics[$"seconds/{part}"] = seconds;
        }

        foreach (var stage in kernels.DistinctBy(kernel => kernel.Outcome!.Result ?? FormattableString.Invariant($"{kernel.Id}")).SelectMany(kernel => KernelSpeed.Stages(kernel.Outcome!)).GroupBy(stage => stage.Stage))
        {
            metrics[$"seconds/scoring/{stage.Key}"] = stage.Sum(part => part.Seconds);
        }

        return metrics.ToImmutable();
    }

    private static double Share(IReadOnlyList<Kernel> kernels, Func<Kernel, bool> counts) => kernels.Count == 0 ? 0 : kernels.Count(counts) / (double)kernels.Count;

    /// <summary>Where no kernel is right, there is no speed, and none is logged.</summary>
    private static void Add(ImmutableSortedDictionary<string, double>.Builder metrics, string name, IEnumerable<Kernel> kernels)
    {
        double[] speeds = [.. kernels.Select(kernel => KernelSpeed.Of(kernel.Outcome!)).OfType<double>()];
        if (speeds.Length > 0)
        {
            metrics[$"{name}/mean"] = speeds.Average();
            metrics[$"{name}/best"] = speeds.Max();
        }
    }
}
