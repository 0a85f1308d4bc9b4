using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Trainer.Reports;
using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Training;

namespace HpcVerify.Cli.Reports;

/// <summary>What is seen of a run on standard error: how the base model learns, then a row for each step as soon as it is in the archive.</summary>
internal sealed class TrainTable(TextWriter errors)
{
    private const int PretrainingRows = 10;

    private double? _best;

    public void Head() => errors.WriteLine($"step  iteration  {StepColumns.Head}   reward    ±    speed     best      kl  entropy  tokens  seconds");

    public void Row(PretrainingStep step)
    {
        if (step.Step == 1 || step.Step % Math.Max(1, step.Steps / PretrainingRows) == 0)
        {
            errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"learning to write: step {step.Step} of {step.Steps}, loss {step.Loss:0.000}, gradient {step.GradientNorm:0.00}"));
        }
    }

    public void Row(SearchProgress progress)
    {
        var (step, kernels) = (progress.Step, progress.Kernels);
        var metrics = step.Report.Metrics;
        double[] speeds = [.. kernels.Select(kernel => KernelSpeed.Of(kernel.Outcome!)).OfType<double>()];
        _best = speeds.Append(_best ?? double.NegativeInfinity).Max() is var best && double.IsFinite(best) ? best : null;
        errors.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{step.Step,4}  {step.Iteration,9}  {StepColumns.Of(progress)}  {Number(metrics, "reward", "0.0"),7}  {Number(metrics, "reward_std", "0"),3}  {Number(speeds.Length == 0 ? null : speeds.Average(), "0.00"),7}  {Number(_best, "0.00"),7}  {Number(metrics, "kl", "0.000"),6}  {Number(metrics, "entropy", "0.000"),7}  {Number(metrics, "completions/mean_length", "0"),6}  {step.Seconds.Values.Sum(),7:0.0}"));
    }

    private static string Number(ImmutableSortedDictionary<string, double> metrics, string name, string format) => Number(metrics.TryGetValue(name, out var value) ? value : null, format);

    private static string Number(double? number, string format) => number is { } known ? known.ToString(format, CultureInfo.InvariantCulture) : "-";
}
