using System.Globalization;
using HpcVerify.Rewards.Policy;
using HpcVerify.Trainer.Search;

namespace HpcVerify.Cli.Reports;

/// <summary>The columns that all tables of steps have: whose turn it was, and what became of the answers.</summary>
internal static class StepColumns
{
    public const string Head = " parent  stage  purpose   right  failed  unscored";

    public static string Of(SearchProgress progress)
    {
        var (step, kernels, group) = (progress.Step, progress.Kernels, progress.Kernels[0].Group);
        var (right, unscored) = (kernels.Count(kernel => kernel.Outcome!.Level == Level.Ok), kernels.Count(kernel => kernel.Outcome!.Level is null));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{$"{step.Position + step.Parents}/{progress.Parents}",7}  {group.Stage,5}  {group.Purpose.ToString().ToLowerInvariant(),-8}  {right,5}  {kernels.Count - right - unscored,6}  {unscored,8}");
    }
}
