using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace HpcVerify.Trainer.Reports.Runs;

/// <summary>Where the time of steps goes, in Markdown.</summary>
internal static class StepTable
{
    /// <summary>The parts of a step, which come one after the other.</summary>
    public static readonly ImmutableArray<string> Parts = ["sampling", "scoring", "update"];

    private static readonly string[] ScoringParts = ["compile", "check", "verify", "measure"];

    /// <summary>
    /// For each setting the mean seconds of a step by its parts, and samples a second. Scoring is what a step waits for; its own parts are summed over the
    /// evaluations that run at once, waits included.
    /// </summary>
    public static string Of(IEnumerable<TrainingRun> runs)
    {
        var text = new StringBuilder("| Setting | Steps | Samples a step | Sampling | Scoring | Update | Samples a second | Compile | Check | Verify | Measure |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var setting in TrainingRun.BySetting(runs))
        {
            var steps = setting.SelectMany(run => run.Steps).ToList();
            if (steps.Count > 0)
            {
                double Mean(string metric) => steps.Average(step => step.GetValueOrDefault(metric));
                var (samples, parts) = (Mean("samples"), Parts.Select(part => Mean($"seconds/{part}")).ToList());
                var columns = parts.Append(samples / parts.Sum()).Concat(ScoringParts.Select(part => Mean($"seconds/scoring/{part}")));
                text.AppendLine(CultureInfo.InvariantCulture, $"| {setting.Key} | {steps.Count} | {samples:0} | {string.Join(" | ", columns.Select(column => column.ToString("0.00", CultureInfo.InvariantCulture)))} |");
            }
        }

        return text.ToString();
    }
}
