using System.Globalization;
using System.Text;
using HpcVerify.Rewards.Policy;
using HpcVerify.Trainer.Search.Archives;

namespace HpcVerify.Trainer.Search.Reports;

/// <summary>A search in a page: what it was begun with, how each iteration went, the map, and the fastest kernels.</summary>
public static class SearchSummary
{
    private const int Fastest = 10;

    public static string Print(SearchArchive archive, string hardware)
    {
        if (archive.Run is not { } run)
        {
            return "nothing was begun yet\n";
        }

        var kernels = archive.Kernels(hardware);
        var coverage = Coverage.Of(kernels, run.Options);
        var text = new StringBuilder();
        Line(text, $"task {run.Options.Task}, profile {run.Options.Profile}, stages {run.Options.FirstStage} to {run.Options.LastStage}, groups of {run.Options.GroupSize}, seed {run.Options.Seed}");
        Line(text, $"policy {run.Policy}");
        Line(text, $"hardware {hardware}{(hardware == run.Hardware ? "" : $" (scored again; the search was made on {run.Hardware})")}");
        Line(text, $"{archive.Steps.Count} steps, {kernels.Count} samples, {kernels.Count(kernel => kernel.Outcome?.Level == Level.Ok)} right, {kernels.Count(kernel => kernel.Outcome is { Level: null })} unscored");
        text.AppendLine();
        text.AppendLine("iteration  parents  samples  right  unscored    mean reward    best performance");
        foreach (var iteration in kernels.GroupBy(kernel => kernel.Group.Iteration))
        {
            var right = iteration.Count(kernel => kernel.Outcome?.Level == Level.Ok);
            Line(text, $"{iteration.Key,9}  {iteration.Select(kernel => kernel.Group.Group).Distinct().Count(),7}  {iteration.Count(),7}  {right,5}  {iteration.Count(kernel => kernel.Outcome is { Level: null }),8}  {Number(iteration.Average(kernel => kernel.Outcome?.Reward)),13}  {Number(iteration.Max(kernel => kernel.Outcome?.Performance)),18}");
        }

        text.AppendLine().Append(coverage.Print()).AppendLine();
        Line(text, $"coverage {coverage.Elites.Count} of {coverage.Possible} cells ({100 * coverage.Filled:0.#} %), QD score {coverage.QdScore:0.###}, {coverage.NormalizedQdScore:0.###} a cell, best {coverage.Best:0.###}, mean {coverage.Mean:0.###}");
        text.AppendLine();
        foreach (var kernel in Best(kernels).Take(Fastest))
        {
            Line(text, $"{SearchTree.Line(kernel)}, {kernel.Outcome!.Verdict}{From(kernel)}");
        }

        return text.ToString();
    }

    /// <summary>Right kernels, fastest first, each C once.</summary>
    public static IEnumerable<Kernel> Best(IEnumerable<Kernel> kernels) => kernels
        .Where(kernel => kernel.Outcome is { Level: Level.Ok, Performance: not null })
        .OrderByDescending(kernel => kernel.Outcome!.Performance).ThenBy(kernel => kernel.Id)
        .DistinctBy(kernel => kernel.Sample.Code);

    /// <summary>One sample with its prompt, its response and what became of it.</summary>
    public static string Print(Kernel kernel)
    {
        var text = new StringBuilder();
        Line(text, $"{SearchTree.Line(kernel)}{From(kernel)}, group {kernel.Group.Group}, iteration {kernel.Group.Iteration}, step {kernel.Group.Step}");
        Line(text, $"techniques: {(kernel.Sample.Techniques.IsEmpty ? "none" : string.Join(' ', kernel.Sample.Techniques))}");
        Line(text, $"reward {Number(kernel.Outcome?.Reward)}, paid {Number(kernel.Sample.Reward)}, {kernel.Outcome?.Verdict ?? "not scored here"}: {kernel.Outcome?.Reason}");
        Line(text, $"result {kernel.Outcome?.Result ?? "none"}");
        text.AppendLine().AppendLine("--- prompt").AppendLine(kernel.Group.Prompt).AppendLine("--- response").AppendLine(kernel.Sample.Completion.Text);
        return text.ToString();
    }

    private static string From(Kernel kernel) => kernel.Group.Parent is { } parent ? FormattableString.Invariant($", from #{parent}") : "";

    private static void Line(StringBuilder text, FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));

    private static string Number(double? number) => number is { } known ? known.ToString("0.###", CultureInfo.InvariantCulture) : "-";
}
