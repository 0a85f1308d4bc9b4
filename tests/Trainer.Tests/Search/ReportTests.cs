using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using HpcVerify.Rewards.Policy;
using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Search.Archives;
using HpcVerify.Trainer.Search.Reports;

namespace HpcVerify.Trainer.Tests.Search;

/// <summary>Maps, trees and exports of a search worked out by hand.</summary>
public sealed class ReportTests
{
    private static readonly SearchExport Export = new(JavaScriptEncoder.Default);

    /// <summary>
    /// A seed; of it three children in group 1, of which the fastest has four in group 2: one as fast as another of its cell, one that nobody could score.
    /// </summary>
    private static readonly ImmutableArray<Kernel> Kernels =
    [
        Make(1, 0, null, 1, Level.Ok, 10, []),
        Make(2, 1, 1, 1, Level.Ok, 30, ["register-blocking", "unrolling"]),
        Make(3, 1, 1, 1, Level.Compile, null, []),
        Make(4, 1, 1, 1, Level.Ok, 8, ["loop-order"]),
        Make(5, 2, 2, 2, Level.Ok, 40, ["cache-blocking", "register-blocking"]),
        Make(6, 2, 2, 2, Level.Ok, 40, ["register-blocking", "cache-blocking", "fma"]),
        Make(7, 2, 2, 2, null, null, []),
        Make(8, 2, 2, 2, Level.Library, null, ["simd"]),
    ];

    /// <summary>Stage 1: none 10, register blocking 30. Stage 2: both blockings 40, and the older of two. 80 in three cells.</summary>
    [Fact]
    public void TheMapHasTheFastestOfEachCell()
    {
        var coverage = Coverage.Of(Kernels, SearchOptions.Usual);

        Assert.Equal([1L, 2L, 5L], coverage.Elites.Values.Select(kernel => kernel.Id).Order());
        Assert.Equal((80, 80 / 96.0, 40, 80 / 3.0, 3 / 96.0), (coverage.QdScore, coverage.NormalizedQdScore, coverage.Best, coverage.Mean, coverage.Filled));
    }

    /// <summary>Five techniques; stages 1 and 2 forbid three of them, stage 3 two, stage 4 one: 4 + 4 + 8 + 16 + 32 + 32.</summary>
    [Theory]
    [InlineData(1, 6, 96)]
    [InlineData(1, 2, 8)]
    [InlineData(3, 3, 8)]
    public void OnlyCellsThatAStageAllowsCount(int first, int last, int possible) =>
        Assert.Equal(possible, Coverage.Of(Kernels, SearchOptions.Usual with { FirstStage = first, LastStage = last }).Possible);

    [Fact]
    public void AnEmptySearchHasAnEmptyMap()
    {
        var coverage = Coverage.Of([], SearchOptions.Usual);
        Assert.Equal((0, 0, 0, 0), (coverage.QdScore, coverage.Best, coverage.Mean, coverage.Filled));
    }

    [Fact]
    public void TheTreeHasParentsAndCountsLeaves() => Assert.Equal(
        """
        #1 seed stage 1 ok 10: 2 ok, 1 compile
          #2 improve stage 1 ok 30: 2 ok, 1 library, 1 unscored

        """,
        SearchTree.Print(Kernels));

    [Fact]
    public void EverySampleIsExportedWithItsParent()
    {
        var lines = Export.Samples(Kernels).Select(Read).ToList();

        Assert.Equal(8, lines.Count);
        Assert.Equal("code 2", lines[4].GetProperty("parent_code").GetString());
        Assert.Equal(("prompt 2", "response 5", "code 5", "untested"), (Text(lines[4], "prompt"), Text(lines[4], "response"), Text(lines[4], "child"), Text(lines[4], "verdict")));
        Assert.Equal(JsonValueKind.Null, lines[6].GetProperty("reward").ValueKind);
        Assert.Equal(JsonValueKind.Null, lines[0].GetProperty("parent").ValueKind);
    }

    /// <summary>Slower than its parent is nothing to be imitated, and the seed kernel was nobody's answer.</summary>
    [Fact]
    public void WhatIsBetterThanItsParentIsAConversation() => Assert.Equal(
        ["prompt 1/response 2", "prompt 2/response 5", "prompt 2/response 6"],
        Export.Conversations(Kernels, 1.25).Select(Read).Select(line => line.GetProperty("messages")).Select(turns => $"{Text(turns[0], "content")}/{Text(turns[1], "content")}"));

    /// <summary>40 is 1.33 times 30, and what was timed once may have been lucky.</summary>
    [Fact]
    public void ALittleFasterIsNoConversation() => Assert.Single(Export.Conversations(Kernels, 1.5));

    [Fact]
    public void TheSameKernelAgainIsNoConversation() => Assert.Empty(Export.Conversations(
        [Kernels[0], Kernels[1] with { Sample = Kernels[1].Sample with { Code = Kernels[0].Sample.Code } }], 1.25));

    [Fact]
    public void TheBestOfAGroupIsPreferredToWhatIsPaidLess() => Assert.Equal(
        ["response 2>response 3", "response 2>response 4", "response 5>response 8"],
        Export.Preferences(Kernels, 10).Select(Read).Select(line => $"{Text(line.GetProperty("chosen")[0], "content")}>{Text(line.GetProperty("rejected")[0], "content")}"));

    [Fact]
    public void ASmallDifferenceIsNoPreference() => Assert.Equal(2, Export.Preferences(Kernels, 100).Count());

    /// <summary>New scores stand beside the old ones; what could not be scored is tried the next time.</summary>
    [Fact]
    public async Task ScoresOfOtherHardwareStandBesideTheOld()
    {
        var folder = Directory.CreateTempSubdirectory("hpcverify-rescore");
        var path = Path.Combine(folder.FullName, "search.db");
        await FakeSearch.Run(path, 2, _ => { });
        var before = FakeSearch.Print(path);
        using (var archive = SearchArchive.Open(path, mayMake: false).Archive!)
        {
            var whole = archive.Kernels("table").GroupBy(kernel => kernel.Group.Group).Where(group => group.All(kernel => kernel.Outcome!.Level is not null)).Sum(group => group.Count());
            var (scored, unscored) = await Rescoring.Run(archive, new FakeScorer("elsewhere"), (_, _) => { }, default);
            var again = await Rescoring.Run(archive, new FakeScorer("elsewhere"), (_, _) => { }, default);

            Assert.Equal(["elsewhere", "table"], archive.Hardware);
            Assert.Equal((whole, archive.Kernels("table").Count - whole), (scored, unscored));
            Assert.Equal((0, unscored), again);
            Assert.All(archive.Kernels("elsewhere").Where(kernel => kernel.Outcome is not null), kernel => Assert.Equal(archive.Find("table", kernel.Id)!.Outcome, kernel.Outcome));
        }

        Assert.Equal(before[before.IndexOf("scores on table", StringComparison.Ordinal)..], FakeSearch.Print(path) is var after ? after[after.IndexOf("scores on table", StringComparison.Ordinal)..] : "");
        folder.Delete(recursive: true);
    }

    private static JsonElement Read(string line) => JsonDocument.Parse(line).RootElement.Clone();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static Kernel Make(long sample, long group, long? parent, int stage, Level? level, double? performance, ImmutableArray<string> techniques)
    {
        double? reward = level switch { null => null, Level.Ok => performance, _ => -100 };
        return new(
            new(sample, group, 0, new($"response {sample}", [], [], false), $"code {sample}", techniques, reward),
            new(group, (int)group, (int)group, 0, parent, Purpose.Improve, stage, $"prompt {group}", "", 0),
            new(level, reward, performance, "untested", "because", "", null, "{}"));
    }
}
