using HpcVerify.Trainer.Reports.TensorBoard;
using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Search.Archives;
using HpcVerify.Trainer.Tests.Search;

namespace HpcVerify.Trainer.Tests.Training;

/// <summary>A run that is killed anywhere and resumed leaves the archive, the weights and the logs of one that was left alone.</summary>
public sealed class TrainingResumeTests : IDisposable
{
    private const int Iterations = 3;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hpcverify-training");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(SearchPhase.Beginning, 1)]
    [InlineData(SearchPhase.Selecting, 2)]
    [InlineData(SearchPhase.Sampling, 3)]
    [InlineData(SearchPhase.Scoring, 6)]
    [InlineData(SearchPhase.Updating, 3)]
    [InlineData(SearchPhase.Recording, 3)]
    [InlineData(SearchPhase.Recorded, 3)]
    [InlineData(SearchPhase.Recorded, 4)]
    public async Task KilledInAnyPhaseItGoesOnAsIfNothingHadHappened(SearchPhase phase, int turn)
    {
        var (whole, broken) = (PathOf("whole"), PathOf("broken"));
        var left = await TinyRun.Run(whole, Iterations, _ => { });

        Assert.Equal(DyingSearch.KilledCode, TinyRun.Die(broken, Iterations, phase, turn));
        var resumed = await TinyRun.Run(broken, Iterations, _ => { });

        Assert.Equal(Print(whole), Print(broken));
        Assert.Equal(TinyPolicy.State(left), TinyPolicy.State(resumed));
        Assert.Equal(File.ReadAllText(Path.Combine(whole, "metrics.jsonl")), File.ReadAllText(Path.Combine(broken, "metrics.jsonl")));
        Assert.Equal(File.ReadAllBytes(Path.Combine(whole, EventFile.Name)), File.ReadAllBytes(Path.Combine(broken, EventFile.Name)));
    }

    [Fact]
    public async Task EachStepIsALineWithItsMetrics()
    {
        var folder = PathOf("whole");
        var policy = await TinyRun.Run(folder, Iterations, _ => { });
        var lines = File.ReadAllLines(Path.Combine(folder, "metrics.jsonl")).Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement).ToList();

        Assert.True(lines.Count > 4, $"{lines.Count} steps");
        Assert.Equal(Enumerable.Range(1, lines.Count), lines.Select(line => line.GetProperty("step").GetInt32()));
        Assert.Contains(lines, line => line.TryGetProperty("speed/best", out var best) && best.GetDouble() > 0);
        Assert.Contains(lines, line => line.TryGetProperty("seconds/scoring/compile", out var compile) && compile.GetDouble() >= 0.25);
        Assert.All(lines, line => Assert.Equal(
            1, line.EnumerateObject().Where(part => part.Name.StartsWith("share/", StringComparison.Ordinal) && part.Name != "share/proved").Sum(part => part.Value.GetDouble()), 9));
        Assert.NotEqual(TinyPolicy.State(TinyPolicy.Make()), TinyPolicy.State(policy));
    }

    private static string Print(string folder)
    {
        var (archive, _) = SearchArchive.Open(Path.Combine(folder, "archive.db"), mayMake: false);
        using (archive)
        {
            return ArchivePrint.Of(archive!);
        }
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
