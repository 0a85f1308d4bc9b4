using HpcVerify.Parser.Contracts;
using HpcVerify.TestKit;
using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Search.Archives;
using HpcVerify.Trainer.Search.Prompting;

namespace HpcVerify.Trainer.Tests.Search;

/// <summary>A search with a policy that learns and measurements from a table; everything else is real.</summary>
internal static class FakeSearch
{
    public const string SeedKernel = "1 500";

    public static SearchOptions Options { get; } = SearchOptions.Usual with { Task = "axpy", GroupSize = 5, GroupsPerStep = 2, ParentsPerStage = 3, Seed = 11 };

    /// <summary>Begins or resumes, until so many iterations are done.</summary>
    public static async Task<SearchEnd> Run(string path, int iterations, Action<SearchPhase> watch, FakePolicy? policy = null, IScorer? scorer = null, SearchOptions? options = null, CancellationToken cancellation = default)
    {
        var (archive, problem) = SearchArchive.Open(path, mayMake: true);
        Assert.Null(problem);
        using (archive)
        {
            var prompts = new PromptWriter(Task, PromptTemplates.Usual, "A table.", "O3");
            var tools = new SearchTools(policy ?? new(), scorer ?? new FakeScorer(), prompts, Read, 4, TimeProvider.System, watch);
            var search = new StagedSearch(archive!, options ?? Options, tools);
            if (archive!.Run is null)
            {
                await search.Begin(SeedKernel, "", "test", cancellation);
            }

            return await search.Run(iterations, _ => { }, cancellation);
        }
    }

    public static string Print(string path)
    {
        var (archive, _) = SearchArchive.Open(path, mayMake: false);
        using (archive)
        {
            return ArchivePrint.Of(archive!);
        }
    }

    private static KernelTask Task { get; } = KernelTaskReader.Read(Repository.PathOf("corpus/axpy"), FrontEndForTests.Parse).Value!;

    private static (string Code, System.Collections.Immutable.ImmutableArray<string> Techniques) Read(string response) =>
        (response, int.Parse(response.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture) % 2 == 0 ? ["register-blocking"] : ["cache-blocking", "unrolling"]);
}
