using System.Text.Json;
using HpcVerify.Cli.Reports;

namespace HpcVerify.Cli.Tests;

/// <summary>Runs with a model that has learnt next to nothing: what it writes is no kernel, and everything around it is real.</summary>
public sealed class TrainCommandTests : IDisposable
{
    private static readonly string[] Small =
        ["--texts", "20", "--pretrain-steps", "2", "--width", "32", "--layers", "1", "--max-tokens", "12", "--model-threads", "1", "-g", "2", "--per-step", "1", "--minutes", "0", "--temperature", "0.5"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hpcverify-train");

    public void Dispose() => _folder.Delete(recursive: true);

    private string Out => Path.Combine(_folder.FullName, "run");

    [Fact]
    public void ARunLeavesItsFolderIsGoneOnWithAndDrawn()
    {
        var (code, output, errors) = Train("-n", "1", "--lr", "2e-4");
        Assert.True(code == ExitCode.Clean, errors);
        Assert.Contains("policy embedded ", output, StringComparison.Ordinal);
        Assert.All(["archive.db", "metrics.jsonl", "run.json", "checkpoint.safetensors", "events.out.tfevents.hpcverify"], name => Assert.True(new FileInfo(Path.Combine(Out, name)).Length > 0, name));

        Assert.Equal(ExitCode.Clean, Train("-n", "2", "--resume").Code);
        var lines = File.ReadAllLines(Path.Combine(Out, "metrics.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(Enumerable.Range(1, lines.Count), lines.Select(line => line.GetProperty("step").GetInt32()));
        Assert.Equal(2, lines[^1].GetProperty("iteration").GetInt32());
        Assert.All(lines.Index(), line => Assert.Equal(0.0002 * (line.Index + 1) / 10, line.Item.GetProperty("learning_rate").GetDouble(), 12));

        Assert.Contains("holds a run already (go on with --resume, or name another folder)", Refused(Train("-n", "2")), StringComparison.Ordinal);
        Assert.Contains("cannot be gone on with: the policy", Refused(Train("-n", "2", "--resume", "--lr", "0")), StringComparison.Ordinal);

        var figures = Path.Combine(_folder.FullName, "figures");
        var kept = Path.Combine(_folder.FullName, "kept");
        Assert.Equal(ExitCode.Clean, Tool.Run("plot", Out, "--out", figures, "--data", kept).Code);
        Assert.Equal(ExitCode.Clean, Tool.Run("plot", Path.Combine(kept, Path.GetFileName(Out)), "--out", figures).Code);
        Assert.Contains("are runs of one setting with one seed", Tool.Run("plot", Out, Path.Combine(kept, Path.GetFileName(Out)), "--out", figures, "--data", kept).Errors, StringComparison.Ordinal);
        Assert.Contains("| O3, LR=0.0002", File.ReadAllText(Path.Combine(figures, "tables.md")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(figures, "figure-8-best-by-iteration.svg")));
    }

    [Fact]
    public void TheBaseModelIsTriedOnEveryStage()
    {
        var (code, output, _) = Tool.Run(["train", "axpy", "--pretrain-only", .. Small]);

        Assert.Equal(ExitCode.Clean, code);
        Assert.Contains("8 samples for each of six stages\n", output, StringComparison.Ordinal);
        Assert.Contains("format           48  100.0 %\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there are no texts to learn 'fft_radix2' from; there are for: axpy, ", "train", "fft_radix2", "--out", "x")]
    [InlineData("a run is kept in a folder (name it with --out)", "train", "axpy")]
    [InlineData("'/nowhere' holds no run to go on with (begin it without --resume)", "train", "axpy", "--out", "/nowhere", "--resume")]
    public void WhatCannotBeDoneIsSaid(string said, params string[] arguments) => Assert.Contains(said, Refused(Tool.Run(arguments)), StringComparison.Ordinal);

    [Fact]
    public void WhatIsNoRunCannotBeDrawn()
    {
        var (code, output, errors) = Tool.Run("plot", "/nowhere", "--out", "x");

        Assert.Equal((ExitCode.NotAnalysable, ""), (code, output));
        Assert.Contains("'/nowhere/run.json'", errors, StringComparison.Ordinal);
    }

    private static string Refused(Answer answer)
    {
        Assert.Equal((ExitCode.Usage, ""), (answer.Code, answer.Output));
        return answer.Errors;
    }

    private Answer Train(params string[] arguments) => Tool.Run(["train", "axpy", "--out", Out, .. Small, .. arguments]);
}
