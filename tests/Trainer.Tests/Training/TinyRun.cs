using System.Diagnostics;
using System.Globalization;
using HpcVerify.Parser.Contracts;
using HpcVerify.TestKit;
using HpcVerify.Trainer.Reports;
using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Search.Archives;
using HpcVerify.Trainer.Search.Prompting;
using HpcVerify.Trainer.Training;

namespace HpcVerify.Trainer.Tests.Training;

/// <summary>
/// A run with a tiny model that learns, measurements from a table and a clock that stands still: everything else is real. As a program of its own, it kills
/// itself the so-manieth time that it comes to a phase.
/// </summary>
internal static class TinyRun
{
    public const string Word = "train";

    private const int CheckpointInterval = 3;
    private const double Begun = 1_500_000_000;

    private static readonly SearchOptions Options = SearchOptions.Usual with { Task = "axpy", GroupSize = 4, GroupsPerStep = 2, ParentsPerStage = 2, Seed = 3 };

    /// <summary>Begins or resumes in a folder, until so many iterations are done.</summary>
    public static async Task<EmbeddedPolicy> Run(string folder, int iterations, Action<SearchPhase> watch)
    {
        Directory.CreateDirectory(folder);
        var policy = TinyPolicy.Make();
        var (archive, problem) = SearchArchive.Open(Path.Combine(folder, "archive.db"), mayMake: true);
        Assert.Null(problem);
        using (archive)
        {
            var prompts = new PromptWriter(Task, PromptTemplates.Usual, "A table.", Options.Level);
            var tools = new SearchTools(policy, new TableScorer(), prompts, response => (response, []), CheckpointInterval, new StandingClock(), watch);
            var search = new StagedSearch(archive!, Options, tools);
            if (archive!.Run is null)
            {
                await search.Begin("double x;", "", "test", CancellationToken.None);
            }

            var log = RunLog.Open(folder, archive, Begun);
            Assert.IsType<SearchEnd.Done>(await search.Run(iterations, progress => log.Add(progress.Step, progress.Kernels), CancellationToken.None));
        }

        return policy;
    }

    /// <summary>What <c>run.json</c> says of such a run.</summary>
    public static RunRecord Record(ulong seed, double rate) => new(
        RunRecord.CurrentFormat, DateTimeOffset.UnixEpoch, "quick", Options with { Seed = seed, GroupSize = 8 }, TrainingSettings.Usual with { LearningRate = rate }, new Dictionary<string, string>(),
        "table", "GFLOPS", 200, "", "", "", 1);

    /// <summary>The same in a process of its own that dies; returns how it ended.</summary>
    public static int Die(string folder, int iterations, SearchPhase phase, int turn)
    {
        string[] arguments = [typeof(TinyRun).Assembly.Location, Word, folder, Text(iterations), phase.ToString(), Text(turn)];
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", arguments);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static KernelTask Task { get; } = KernelTaskReader.Read(Repository.PathOf("corpus/axpy"), FrontEndForTests.Parse).Value!;

    private sealed class StandingClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
