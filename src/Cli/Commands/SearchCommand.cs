using System.CommandLine;
using System.Data.Common;
using System.Text;
using HpcVerify.Cli.Reports;
using HpcVerify.Rewards.Policy;
using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Search.Archives;
using HpcVerify.Trainer.Search.Prompting;
using HpcVerify.Trainer.Search.Reports;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify search</c>: staged quality-diversity search for fast kernels, all of it in an archive.</summary>
internal static class SearchCommand
{
    private const int MostIterations = 1_000_000, LargestKernel = 1 << 20, CheckpointInterval = 10;

    public static Command Create(Streams streams)
    {
        var task = new Argument<string>("task") { Description = "the kernel to be written, a folder of corpus/" };
        var archive = new Option<string>("--archive", "-a") { Description = "the file that everything is kept in", Required = true };
        var iterations = Inputs.Number("--iterations", "how many iterations there are in all", 5, 1, MostIterations, "-n");
        var resume = new Option<bool>("--resume") { Description = "go on with the search in the archive, as it was begun" };
        var prompts = new Option<string?>("--prompts") { Description = "a folder with prompts in place of the usual ones ('deepen.md', 'stage-3.md', and the like; 'TASK/deepen.md' for one task)" };
        var seedKernel = new Option<string?>("--seed-kernel") { Description = "the C file to begin with; by default the task's reference" };
        var (options, policy, scorer) = (new SearchOptionSet(), new PolicySelection(), new ScorerSelection());
        var command = new Command("search", "Search for fast kernels: a policy writes them, stage by stage, and each is verified and measured") { task, archive, iterations, resume, prompts, seedKernel };
        foreach (var option in options.All.Concat(policy.All).Concat(scorer.All))
        {
            command.Add(option);
        }

        command.SetAction(async (result, cancellation) =>
        {
            var request = new Request(
                result.GetValue(task)!, result.GetValue(archive)!, result.GetValue(iterations), result.GetValue(resume), result.GetValue(prompts), result.GetValue(seedKernel));
            var (code, problem) = await Run(
                request, begun => options.Of(result, request.Task, begun), client => policy.Open(result, client), (found, client) => scorer.Open(result, found, ResultsOf(request.Archive), client, cancellation), streams, cancellation);
            if (problem is not null)
            {
                streams.Errors.Complain(problem);
            }

            return (int)code;
        });
        return command;
    }

    /// <summary>Where a search keeps what it scored: beside its archive.</summary>
    internal static string ResultsOf(string archive) => archive + ".results";

    private static async Task<(ExitCode Code, string? Problem)> Run(
        Request request, Func<SearchOptions?, (SearchOptions? Options, string? Problem)> optionsOf, Func<HttpClient, (IPolicy? Policy, string? Problem)> policyOf,
        Func<SearchOptions, HttpClient, (OpenScorer? Scorer, string? Problem)> scorerOf, Streams streams, CancellationToken cancellation)
    {
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        var (archive, unreadable) = SearchArchive.Open(request.Archive, mayMake: !request.IsResumed);
        using var opened = archive;
        var (held, taken) = unreadable is null ? ArchiveLock.Take(request.Archive) : (null, unreadable);
        using var lasting = held;
        if (archive is null || taken is not null)
        {
            return (ExitCode.Usage, taken);
        }

        var begun = archive.Run;
        if (begun is not null && !request.IsResumed)
        {
            return (ExitCode.Usage, $"'{request.Archive}' holds a search already (go on with --resume, or name another file)");
        }

        var (options, wrong) = optionsOf(begun?.Options);
        var (policy, without) = wrong is null ? policyOf(client) : (null, wrong);
        var (templates, unfilled) = without is not null ? (null, without) : request.Prompts is { } folder ? PromptTemplates.Read(folder, request.Task) : (PromptTemplates.Usual, null);
        var (open, missing) = unfilled is null ? scorerOf(options!, client) : (null, unfilled);
        using var closing = open;
        if (open is null)
        {
            return (ExitCode.Usage, missing);
        }

        var writer = new PromptWriter(open.Task, templates!, open.HardwareText, options!.Level);
        var tools = new SearchTools(policy!, open.Scorer, writer, new ResponseReader(open.Task, open.FrontEnd).Read, CheckpointInterval, TimeProvider.System, _ => { });
        var wanted = new ArchivedRun(options!, policy!.Name, open.Scorer.Hardware, open.HardwareText, open.TaskHash, writer.Hash, Version.Current);
        if (begun?.DifferenceTo(wanted) is { } difference)
        {
            return (ExitCode.Usage, $"'{request.Archive}' cannot be gone on with: {difference}");
        }

        var (kernel, unread) = Seed(request.SeedKernel, open);
        return kernel is null ? (ExitCode.Usage, unread) : await Search(request, archive, new(archive, options!, tools), kernel, open, streams, cancellation);
    }

    private static async Task<(ExitCode Code, string? Problem)> Search(
        Request request, SearchArchive archive, StagedSearch search, string seedKernel, OpenScorer open, Streams streams, CancellationToken cancellation)
    {
        try
        {
            streams.Progress.Describe(() => "the kernel to begin with is scored");
            var seed = archive.Run is null ? await search.Begin(seedKernel, open.TaskHash, Version.Current, cancellation) : null;
            streams.Progress.Dispose();
            if (seed is { Level: null })
            {
                return (ExitCode.Open, $"the kernel to begin with cannot be scored: {seed.Reason}");
            }

            if (seed is { Level: not Level.Ok })
            {
                streams.Errors.Complain($"the kernel to begin with is not right ({seed.Reason}); what is made of it is asked to repair it");
            }

            var table = new SearchTable(streams.Errors, request.Iterations);
            table.Head();
            var end = await search.Run(request.Iterations, table.Row, cancellation);
            streams.Results.Write(PrintableText.Lines(SearchSummary.Print(archive, open.Scorer.Hardware)));
            return end switch
            {
                SearchEnd.Starved starved => (ExitCode.Open, $"{starved.Reason}; what there is is in '{request.Archive}' (go on with --resume)"),
                SearchEnd.Unscored unscored => (ExitCode.Open, $"nothing is scored any more: {unscored.Reason}; what there is is in '{request.Archive}' (go on with --resume)"),
                _ => (ExitCode.Clean, null),
            };
        }
        catch (Exception exception) when (exception is DbException or InvalidDataException)
        {
            return (ExitCode.Usage, $"'{request.Archive}' cannot be gone on with: {exception.Message}");
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return (ExitCode.Interrupted, FormattableString.Invariant($"ended after step {archive.Steps.Count}; what there is is in '{request.Archive}' (go on with --resume)"));
        }
    }

    private static (string? Kernel, string? Problem) Seed(string? path, OpenScorer open)
    {
        if (path is null)
        {
            return (SeedKernel.Of(open.Task), null);
        }

        var file = InputFile.Read(path, LargestKernel);
        return file.Problem is { } problem ? (null, $"'{path}': {problem.Message}")
            : file.Bytes.Length > LargestKernel ? (null, $"'{path}' is larger than 1 MiB")
            : (Encoding.UTF8.GetString(file.Bytes.AsSpan()), null);
    }

    private sealed record Request(string Task, string Archive, int Iterations, bool IsResumed, string? Prompts, string? SeedKernel);
}
