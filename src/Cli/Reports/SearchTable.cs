using System.Globalization;
using HpcVerify.Trainer.Search;

namespace HpcVerify.Cli.Reports;

/// <summary>A row on standard error for each step of a search, as soon as it is in the archive.</summary>
internal sealed class SearchTable(TextWriter errors, int iterations)
{
    private double? _best;

    public void Head() => errors.WriteLine($"iteration  {StepColumns.Head}  mean reward        best    seconds");

    public void Row(SearchProgress progress)
    {
        var (step, kernels) = (progress.Step, progress.Kernels);
        double? fastest = kernels.Max(kernel => kernel.Outcome!.Performance);
        _best = fastest > (_best ?? double.NegativeInfinity) ? fastest : _best;
        errors.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{step.Iteration + "/" + iterations,9}  {StepColumns.Of(progress)}  {Number(kernels.Average(kernel => kernel.Sample.Reward)),11}  {Number(_best),10}  {step.Seconds.Values.Sum(),9:0.0}"));
    }

    private static string Number(double? number) => number is { } known ? known.ToString("0.###", CultureInfo.InvariantCulture) : "-";
}
