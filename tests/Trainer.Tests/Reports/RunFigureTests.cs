using System.Xml.Linq;
using HpcVerify.Trainer.Reports.Runs;
using HpcVerify.Trainer.Tests.Training;

namespace HpcVerify.Trainer.Tests.Reports;

public sealed class RunFigureTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hpcverify-figures");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task RunsBecomeTheFiguresAndTablesOfThePaper()
    {
        List<TrainingRun> runs = [await Make("one", 1, 0), await Make("two", 2, 0), await Make("three", 1, 1e-2)];
        var files = RunFigures.Of(runs);

        Assert.Equal(
            [
                "figure-3-mean-reward.svg", "figure-4-best-by-step.svg", "figure-7-mean-by-iteration.svg", "figure-8-best-by-iteration.svg", "settings.svg", "tables.md",
                "verdicts-o3-lr-0-p-2-2-prompts-a-step.svg", "verdicts-o3-lr-0.01-p-2-2-prompts-a-step.svg",
            ],
            files.Keys);
        Assert.All(files.Where(file => file.Key.EndsWith(".svg", StringComparison.Ordinal)), file => Assert.Equal("svg", XDocument.Parse(file.Value).Root!.Name.LocalName));
        var lines = files["tables.md"].Split('\n');
        Assert.Single(lines, line => line.StartsWith("| O3, LR=0, P=2, 2 prompts a step | 2 | 0.0 | ", StringComparison.Ordinal) && line.Contains(" |  | ", StringComparison.Ordinal) && line.EndsWith(" % |", StringComparison.Ordinal));
        Assert.Single(lines, line => line.StartsWith("| O3, LR=0.01, P=2, 2 prompts a step | 1 | ", StringComparison.Ordinal) && line.Contains(" | - | +0 % | ", StringComparison.Ordinal) && line.EndsWith(" % |", StringComparison.Ordinal));
        Assert.Single(lines, line => line.StartsWith("| O3, LR=0, P=2, 2 prompts a step | ", StringComparison.Ordinal) && line.Contains(" | proved | none | none | ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NumbersThatAreKeptDrawTheSame()
    {
        List<TrainingRun> runs = [await Make("one", 1, 0), await Make("two", 1, 1e-2)];
        var kept = Path.Combine(_folder.FullName, "kept");
        List<TrainingRun> again = [];
        foreach (var run in runs)
        {
            var folder = Path.Combine(kept, run.Name);
            run.Keep(folder);
            again.Add(TrainingRun.Read(folder).Run!);
        }

        Assert.Equal(["metrics.jsonl", "run.json", "samples.csv"], Directory.EnumerateFiles(again[0].Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(RunFigures.Of(runs), RunFigures.Of(again));
        Assert.Equal(File.ReadAllText(Path.Combine(runs[0].Folder, "metrics.jsonl")), File.ReadAllText(Path.Combine(again[0].Folder, "metrics.jsonl")));
    }

    [Theory]
    [InlineData("samples.csv", "sample,step\n1,2\n", ":1: this is not what")]
    [InlineData("samples.csv", "head\n1,1,1,1,ok,,,untested,\n", ":1: this is not what")]
    [InlineData("samples.csv", RunSample.Head + "\n1,1,1,1,5,,,untested,\n", ":2: this is not what")]
    [InlineData("samples.csv", RunSample.Head + "\n1,1,1,1,ok,NaN,,untested,\n", ":2: this is not what")]
    [InlineData("samples.csv", RunSample.Head + "\n1,1,1,1,ok,1,1e999,untested,\n", ":2: this is not what")]
    [InlineData("samples.csv", RunSample.Head + "\n1,1,1,1,ok,1,-1,untested,\n", ":2: this is not what")]
    [InlineData("samples.csv", "", ":1: this is not what")]
    [InlineData("metrics.jsonl", "{\"step\": 1}\n{", ":2: this is not what")]
    public async Task KeptNumbersThatAreNoneHaveAPlace(string file, string text, string sentence)
    {
        var run = await Make("one", 1, 0);
        var kept = Path.Combine(_folder.FullName, "kept");
        run.Keep(kept);
        File.WriteAllText(Path.Combine(kept, file), text);

        Assert.StartsWith(Path.Combine(kept, file) + sentence, TrainingRun.Read(kept).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATableThatIsCutOffIsSeen()
    {
        var run = await Make("one", 1, 0);
        var kept = Path.Combine(_folder.FullName, "kept");
        run.Keep(kept);
        var table = Path.Combine(kept, "samples.csv");
        File.WriteAllLines(table, File.ReadAllLines(table).SkipLast(run.Samples.Count(sample => sample.Step == run.Steps.Length)));

        Assert.Contains("one of the files is cut off", TrainingRun.Read(kept).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneRunIsNotTwo()
    {
        var run = await Make("one", 1, 0);

        Assert.Contains("are runs of one setting with one seed", TrainingRun.Conflict([run, run]), StringComparison.Ordinal);
        Assert.Contains("different machines", TrainingRun.Conflict([run, run with { Record = run.Record with { Hardware = "another" } }]), StringComparison.Ordinal);
        Assert.Null(TrainingRun.Conflict([run, run with { Record = TinyRun.Record(2, 0) }]));
        Assert.Throws<IOException>(() => run.Keep(run.Folder));
    }

    [Theory]
    [InlineData("O3, LR=0, 2 prompts a step", 0, 0)]
    [InlineData("O3, LR=0, stage 3 alone, 2 prompts a step", 3, 3)]
    [InlineData("O3, LR=0, stages 1 to 3, 2 prompts a step", 1, 3)]
    public void ASettingSaysWhatIsNotAsUsual(string setting, int first, int last)
    {
        var record = TinyRun.Record(1, 0);
        var search = first == 0 ? record.Search : record.Search with { FirstStage = first, LastStage = last };
        search = first == last && first > 0 ? search with { DeepenPercent = 0, ImprovePercent = 0, RepairPercent = 0 } : search;

        Assert.Equal(setting, new TrainingRun("", record with { Search = search with { ParentsPerStage = 8 } }, [], []).Setting);
    }

    [Fact]
    public void WhatIsNoRunIsSaidToBeNone() => Assert.Contains("run.json", TrainingRun.Read(_folder.FullName).Problem, StringComparison.Ordinal);

    /// <summary>A run as it is, with the record of one that differs in seed and rate.</summary>
    private async Task<TrainingRun> Make(string name, ulong seed, double rate)
    {
        var folder = Path.Combine(_folder.FullName, name);
        await TinyRun.Run(folder, 2, _ => { });
        TinyRun.Record(seed, rate).Write(folder);
        var (run, problem) = TrainingRun.Read(folder);
        Assert.Null(problem);
        return run!;
    }
}
