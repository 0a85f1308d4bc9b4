using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Rewards.Objects;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Rewards.Service;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Corpus.Tests;

/// <summary>
/// Kernels by somebody who had not seen the defences: each cheat is caught by the layer that the table of results names, and no honest
/// kernel is accused. The usual run looks at every text and object file and runs a few; the long one runs all.
/// </summary>
public sealed class StrangerTests(Bench bench) : IClassFixture<Bench>
{
    /// <summary>Of how many kernels the usual run takes one where they are run.</summary>
    private const int Stride = 9;

    private static readonly IReadOnlyList<string> Layers = ["static", "compiler", "object", "dynamic", "proof", "by design"];

    private const int FewestCheats = 40, FewestHonest = 20;

    public static TheoryData<string> DecidedByText => Names(StrangerTable.CheatsOf("static"));

    public static TheoryData<string> DecidedByObject => Names(StrangerTable.CheatsOf("object"));

    /// <summary>Whether a race goes wrong in a run is for chance to say.</summary>
    private static readonly IReadOnlyList<string> Races =
        ["gemv/nowait_escape", "histogram/lost_updates", "matmul-paper/split_k_race", "triangular_solve/wavefront_race"];

    public static TheoryData<string> DecidedByRuns => Names(Part(StrangerTable.CheatsOf("dynamic").Where(cheat => !Races.Contains(cheat.Name))));

    public static TheoryData<string> DecidedByProof => Names(Part(StrangerTable.CheatsOf("proof").Where(cheat => !Races.Contains(cheat.Name))));

    public static TheoryData<string> DecidedByEither => [.. Repository.IsLongRun ? Races : Races.Take(1)];

    public static TheoryData<string> Honest => Names(StrangerKernel.Honest(Bench.CorpusDirectory));

    public static TheoryData<string> HonestRuns => Names(Part(StrangerKernel.Honest(Bench.CorpusDirectory)));

    [Fact]
    public void TheTableNamesEveryCheatOnceAndNoneIsPaid()
    {
        var cheats = StrangerKernel.Cheats(Bench.CorpusDirectory).Select(cheat => cheat.Name).ToList();

        Assert.InRange(cheats.Count, FewestCheats, int.MaxValue);
        Assert.InRange(StrangerKernel.Honest(Bench.CorpusDirectory).Count(), FewestHonest, int.MaxValue);
        Assert.Equal(cheats, StrangerTable.Layers.Keys.Order(StringComparer.Ordinal));
        Assert.All(StrangerTable.Layers.Values, layer => Assert.Contains(layer, Layers));
    }

    [Fact]
    public void HoneypotsAreCheatsThatNoProofIsNeededFor()
    {
        var honeypots = Honeypot.Of(Bench.CorpusDirectory, KernelTaskReader.Names(Bench.CorpusDirectory)).ToList();

        Assert.Equal(KernelTaskReader.Names(Bench.CorpusDirectory), honeypots.Select(honeypot => honeypot.Task).Distinct().Order(StringComparer.Ordinal));
        Assert.All(honeypots, honeypot => Assert.Contains(StrangerTable.Layers[honeypot.Name], Layers.Take(4)));
    }

    [Theory, MemberData(nameof(DecidedByText))]
    public void ItsTextGivesACheatAway(string name)
    {
        var report = bench.Read(Find(name));

        Assert.True(report.Failure is not null || report.Unread is not null, string.Join("; ", report.Findings.Select(finding => finding.Message)));
    }

    [Theory, MemberData(nameof(DecidedByObject))]
    public void ItsObjectFileGivesACheatAway(string name) => Assert.NotEmpty(Objections(Find(name)));

    [Theory, MemberData(nameof(DecidedByRuns))]
    public void RunningItGivesACheatAway(string name)
    {
        var (level, reason) = bench.Run(Find(name));

        Assert.True(level is "timeout" or "runtime" or "verification", $"{level}: {reason}");
    }

    [Theory, MemberData(nameof(DecidedByProof)), MemberData(nameof(DecidedByEither))]
    public void AProofGivesACheatAwayThatNoRunDoes(string name)
    {
        var (score, evidence) = bench.ScoreVerified(Find(name));

        Assert.True(score is Score.Scored { Reward: < 0 }, evidence.Proof?.Reason);
    }

    [Theory, MemberData(nameof(Honest))]
    public void NothingIsSaidAgainstTheTextOrTheObjectOfAnHonestKernel(string name)
    {
        var kernel = Find(name);
        var report = bench.Read(kernel);

        Assert.Null(report.Failure);
        Assert.Null(report.Unread);
        Assert.DoesNotContain(report.Findings, finding => finding.Rule.Severity != Severity.Info);
        Assert.Empty(Objections(kernel));
    }

    [Theory, MemberData(nameof(HonestRuns))]
    public void AnHonestKernelIsRight(string name)
    {
        var (level, reason) = bench.Run(Find(name));

        Assert.True(level == "ok", $"{level}: {reason}");
    }

    private static TheoryData<string> Names(IEnumerable<StrangerKernel> kernels) => [.. kernels.Select(kernel => kernel.Name)];

    private static IEnumerable<StrangerKernel> Part(IEnumerable<StrangerKernel> kernels) => kernels.Where((_, position) => Repository.IsLongRun || position % Stride == 0);

    private static StrangerKernel Find(string name) =>
        StrangerKernel.Cheats(Bench.CorpusDirectory).Concat(StrangerKernel.Honest(Bench.CorpusDirectory)).Single(kernel => kernel.Name == name);

    private ImmutableArray<Diagnostic> Objections(StrangerKernel kernel) => bench.Compile(kernel) is var (bytes, entry) ? ObjectPolicy.Check(bytes, entry) : [];
}
