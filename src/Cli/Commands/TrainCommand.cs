using System.CommandLine;
using HpcVerify.Cli.Reports;
using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Training;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify train</c>: a model of this process learns to write fast kernels from verified, measured rewards.</summary>
internal static class TrainCommand
{
    private const int MostIterations = 1_000_000;

    public static Command Create(Streams streams)
    {
        var task = new Argument<string>("task") { Description = "the kernel to be written, a folder of corpus/" };
        var folder = new Option<string?>("--out", "-o") { Description = "the folder of the run: archive.db, metrics.jsonl, run.json, checkpoint.safetensors, and a file for TensorBoard" };
        var preset = new Option<string>("--preset") { Description = "settings that go together: within ten minutes on two cores, or of the paper's sizes", DefaultValueFactory = _ => "quick" };
        preset.AcceptOnlyFromAmong([.. TrainingPreset.All.Select(known => known.Name)]);
        var iterations = Inputs.Number("--iterations", "how many iterations there are in all; by default the preset's", 0, 0, MostIterations, "-n");
        var minutes = Inputs.Number("--minutes", "after how many the run ends, at the end of a step; 0 for never, by default the preset's", -1.0, 0, 1e6);
        var resume = new Option<bool>("--resume") { Description = "go on with the run in the folder, as it was begun" };
        var only = new Option<bool>("--pretrain-only") { Description = "make the base model, say what it can do, and end" };
        var isFixed = new Option<bool>("--fixed-prompts") { Description = "ask for all techniques from the seed kernel alone, as in the paper's first experiment" };
        var (search, training, scorer) = (new SearchOptionSet(), new TrainOptionSet(), new ScorerSelection());
        var command = new Command("train", "Train a model to write fast kernels: it writes them stage by stage, each is verified and measured, and it learns from that")
        {
            task, folder, preset, iterations, minutes, resume, only, isFixed,
        };
        foreach (var option in search.All.Concat(training.All).Concat(scorer.All))
        {
            command.Add(option);
        }

        command.SetAction(async (result, cancellation) =>
        {
            var usual = TrainingPreset.Named(result.GetValue(preset)!);
            var request = new TrainRequest(
                result.GetValue(task)!, result.GetValue(folder), usual.Name, result.GetValue(iterations) is > 0 and var number ? number : usual.Iterations,
                result.GetValue(minutes) is >= 0 and var limit ? limit == 0 ? null : TimeSpan.FromMinutes(limit) : usual.Minutes is { } usually ? TimeSpan.FromMinutes(usually) : null,
                result.GetValue(resume), result.GetValue(only));
            var run = new TrainSession(
                request,
                begun => search.Of(result, request.Task, begun?.Search ?? (result.GetValue(isFixed) ? Fixed(usual.Search) : usual.Search)),
                begun => training.Of(result, begun?.Settings ?? usual.Settings),
                (options, client) => scorer.Open(result, options, request.Folder is { } run ? Path.Combine(run, "results.db") : null, client, cancellation), streams);
            var (code, problem) = await run.Run(cancellation);
            if (problem is not null)
            {
                streams.Errors.Complain(problem);
            }

            return (int)code;
        });
        return command;
    }

    /// <summary>One prompt and no selection: every iteration asks for the last stage, from the seed kernel.</summary>
    private static SearchOptions Fixed(SearchOptions options) => options with { FirstStage = options.LastStage, DeepenPercent = 0, ImprovePercent = 0, RepairPercent = 0, GroupsPerStep = 1 };
}

/// <summary>What was asked of <c>train</c>.</summary>
/// <param name="Limit">After how long the run ends; null for never.</param>
internal sealed record TrainRequest(string Task, string? Folder, string Preset, int Iterations, TimeSpan? Limit, bool IsResumed, bool IsPretrainingOnly);
