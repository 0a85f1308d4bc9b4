using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Search.Archives;

namespace HpcVerify.Trainer.Tests.Search;

/// <summary>A search that is killed anywhere and resumed leaves the archive of one that was left alone.</summary>
public sealed class ResumeTests : IDisposable
{
    private const int Iterations = 3;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hpcverify-resume");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(SearchPhase.Beginning, 1)]
    [InlineData(SearchPhase.Selecting, 1)]
    [InlineData(SearchPhase.Selecting, 3)]
    [InlineData(SearchPhase.Sampling, 1)]
    [InlineData(SearchPhase.Sampling, 8)]
    [InlineData(SearchPhase.Scoring, 1)]
    [InlineData(SearchPhase.Scoring, 7)]
    [InlineData(SearchPhase.Updating, 1)]
    [InlineData(SearchPhase.Updating, 5)]
    [InlineData(SearchPhase.Recording, 1)]
    [InlineData(SearchPhase.Recording, 4)]
    [InlineData(SearchPhase.Recording, 5)]
    [InlineData(SearchPhase.Recorded, 1)]
    [InlineData(SearchPhase.Recorded, 4)]
    [InlineData(SearchPhase.Recorded, 5)]
    public async Task KilledInAnyPhaseItGoesOnAsIfNothingHadHappened(SearchPhase phase, int turn)
    {
        var (whole, broken) = (PathOf("whole"), PathOf("broken"));
        var (left, resumed) = (new FakePolicy(), new FakePolicy());
        await FakeSearch.Run(whole, Iterations, _ => { }, left);

        Assert.Equal(DyingSearch.KilledCode, DyingSearch.Run(broken, Iterations, phase, turn));
        await FakeSearch.Run(broken, Iterations, _ => { }, resumed);

        Assert.Equal(FakeSearch.Print(whole), FakeSearch.Print(broken));
        Assert.Equal(left.State, resumed.State);
    }

    /// <summary>Every process dies at its second step's end, so that each does one step whole and one in vain.</summary>
    [Fact]
    public async Task KilledAgainAndAgainItComesToTheSameEnd()
    {
        var (whole, broken) = (PathOf("whole"), PathOf("broken"));
        await FakeSearch.Run(whole, Iterations, _ => { });

        var deaths = 0;
        while (DyingSearch.Run(broken, Iterations, SearchPhase.Recording, 2) == DyingSearch.KilledCode)
        {
            deaths++;
        }

        Assert.True(deaths > 4, $"{deaths} deaths");
        Assert.Equal(FakeSearch.Print(whole), FakeSearch.Print(broken));
    }

    [Fact]
    public async Task MoreIterationsGoOnFromWhereFewerEnded()
    {
        var (whole, split) = (PathOf("whole"), PathOf("split"));
        await FakeSearch.Run(whole, Iterations, _ => { });
        await FakeSearch.Run(split, 1, _ => { });
        await FakeSearch.Run(split, Iterations, _ => { });

        Assert.Equal(FakeSearch.Print(whole), FakeSearch.Print(split));
    }

    [Fact]
    public async Task WhoGivesUpLosesNoMoreThanTheStepUnderWay()
    {
        var (whole, broken) = (PathOf("whole"), PathOf("broken"));
        await FakeSearch.Run(whole, Iterations, _ => { });
        using var source = new CancellationTokenSource();
        var recorded = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FakeSearch.Run(broken, Iterations, phase => Cancel(source, phase, ref recorded), cancellation: source.Token));
        await FakeSearch.Run(broken, Iterations, _ => { });

        Assert.Equal(3, recorded);
        Assert.Equal(FakeSearch.Print(whole), FakeSearch.Print(broken));
    }

    [Fact]
    public async Task AnotherSeedFindsSomethingElse()
    {
        var (one, other) = (PathOf("one"), PathOf("other"));
        await FakeSearch.Run(one, 2, _ => { });
        await FakeSearch.Run(other, 2, _ => { }, options: FakeSearch.Options with { Seed = 12 });

        Assert.NotEqual(FakeSearch.Print(one).Split('\n')[1..], FakeSearch.Print(other).Split('\n')[1..]);
    }

    /// <summary>What the printed form stands for: the generator, parents of every purpose, and samples of every kind are in it.</summary>
    [Fact]
    public async Task ThePrintedFormTellsSearchesApart()
    {
        var path = PathOf("whole");
        await FakeSearch.Run(path, Iterations, _ => { });
        var print = FakeSearch.Print(path);

        Assert.All(["begin", "deepen", "improve", "repair", "unscored", "format", "runtime", "ok"], word => Assert.Contains($" {word} ", print, StringComparison.Ordinal));
    }

    private static void Cancel(CancellationTokenSource source, SearchPhase phase, ref int recorded)
    {
        recorded += phase == SearchPhase.Recorded ? 1 : 0;
        if (recorded == 3 && phase == SearchPhase.Scoring)
        {
            source.Cancel();
        }
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name + ".db");
}
