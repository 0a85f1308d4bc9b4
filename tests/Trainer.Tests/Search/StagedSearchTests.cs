using System.Collections.Immutable;
using HpcVerify.Rewards.Policy;
using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Search.Archives;
using HpcVerify.Trainer.Search.Policies;

namespace HpcVerify.Trainer.Tests.Search;

/// <summary>Iterations from the seed on, and how a search ends that cannot go on.</summary>
public sealed class StagedSearchTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hpcverify-search");

    private string Path => System.IO.Path.Combine(_folder.FullName, "search.db");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Pool(0) is the seed kernel: it is a parent as the seed, and as the best of its stage it goes deeper.</summary>
    [Fact]
    public async Task TheFirstIterationExpandsTheSeedTwice()
    {
        await FakeSearch.Run(Path, 1, _ => { });
        using var archive = SearchArchive.Open(Path, mayMake: false).Archive!;

        Assert.Equal<IEnumerable<Parent>>([new(1, 1, Purpose.Begin), new(1, 2, Purpose.Deepen)], archive.Parents(1));
        Assert.Equal([1, 1, 1, 1, 1, 2, 2, 2, 2, 2], archive.Kernels("table", 1).Select(kernel => kernel.Group.Stage));
    }

    /// <summary>The pool is that of one iteration: but for the seed kernel, no parent is older than the iteration before.</summary>
    [Fact]
    public async Task ThePoolIsResetInEveryIteration()
    {
        await FakeSearch.Run(Path, 4, _ => { });
        using var archive = SearchArchive.Open(Path, mayMake: false).Archive!;

        Assert.All(Enumerable.Range(1, 4), iteration => Assert.All(
            archive.Parents(iteration).Where(parent => parent.Sample != 1), parent => Assert.Equal(iteration - 1, archive.Find("table", parent.Sample)!.Group.Iteration)));
        Assert.All(Enumerable.Range(1, 4), iteration => Assert.Equal(new Parent(1, 1, Purpose.Begin), archive.Parents(iteration)[0]));
    }

    /// <summary>Two groups to a step, and a step less where an iteration has an odd number of parents.</summary>
    [Fact]
    public async Task AStepHasAsManyGroupsAsItIsTold()
    {
        await FakeSearch.Run(Path, 3, _ => { });
        using var archive = SearchArchive.Open(Path, mayMake: false).Archive!;

        Assert.All(archive.Steps, step => Assert.Equal(Math.Min(2, archive.Parents(step.Iteration).Length - step.Position), step.Parents));
        Assert.Equal(archive.Kernels("table").Count - 1, archive.Steps.Sum(step => step.Parents) * FakeSearch.Options.GroupSize);
    }

    [Fact]
    public async Task ASearchWhosePromptsAreForAnotherTaskIsRefused()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => FakeSearch.Run(Path, 1, _ => { }, options: FakeSearch.Options with { Task = "matmul" }));
        Assert.StartsWith("the search is for 'matmul', and its prompts are for 'axpy'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASearchWithoutScoresEndsAndSaysWhy()
    {
        var end = await FakeSearch.Run(Path, 4, _ => { }, scorer: new BrokenScorer(), options: FakeSearch.Options with { GroupsPerStep = 1 });
        Assert.Equal(new SearchEnd.Unscored("the service is down"), end);
        using var archive = SearchArchive.Open(Path, mayMake: false).Archive!;
        Assert.All(archive.Kernels("table").Where(kernel => kernel.Id > 1), kernel => Assert.Null(kernel.Sample.Reward));
    }

    [Fact]
    public void AFolderIsAPolicy()
    {
        File.WriteAllText(System.IO.Path.Combine(_folder.FullName, "a.c"), "int a;");
        Directory.CreateDirectory(System.IO.Path.Combine(_folder.FullName, "stage-2"));
        File.WriteAllText(System.IO.Path.Combine(_folder.FullName, "stage-2", "b.md"), "int b;");
        var policy = ScriptedPolicy.Read(_folder.FullName).Policy!;

        Assert.Equal(["int a;"], Texts(policy, 1).Distinct());
        Assert.Equal(["int a;", "int b;"], Texts(policy, 2).Distinct().Order());
        Assert.Equal(Texts(policy, 2), Texts(policy, 2));
    }

    [Fact]
    public void AFolderWithoutAnswersIsNone() =>
        Assert.Equal($"'{_folder.FullName}' has no answer for stage 1 (files end in .c, .md, .txt)", ScriptedPolicy.Read(_folder.FullName).Problem);

    private static IEnumerable<string> Texts(ScriptedPolicy policy, int stage) =>
        ((Sampling.Answered)policy.Sample(new("axpy", stage, Purpose.Improve, "", new(1, "", ""), ""), 20, 5, default).Result).Completions.Select(completion => completion.Text);

    /// <summary>Breaks down as soon as the seed kernel is scored.</summary>
    private sealed class BrokenScorer : IScorer
    {
        public string Hardware => "table";

        public Task<ImmutableArray<Outcome>> Score(ScoringGroup group, CancellationToken cancellation) => Task.FromResult<ImmutableArray<Outcome>>(
            [.. group.Responses.Select(response => response == FakeSearch.SeedKernel ? new(Level.Ok, 100, 5, "untested", "right", "", null, "{}") : Outcome.Unscored("the service is down"))]);
    }
}
