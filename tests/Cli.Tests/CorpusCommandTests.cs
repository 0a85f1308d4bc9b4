using System.Text.Json;
using HpcVerify.Cli.Reports;

namespace HpcVerify.Cli.Tests;

/// <summary><c>hpcverify corpus</c>: files that a seed decides, pairs that are verified or not, and files that cannot be taken.</summary>
public sealed class CorpusCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-corpus-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void TheSameSeedWritesTheSameBytes()
    {
        var (first, second, third) = (Built("--seed", "4"), Built("--seed", "4"), Built("--seed", "5"));

        Assert.Equal(first, second);
        Assert.NotEqual(first, third);
        Assert.Equal(12, first.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void ShowPrintsTheHashThatBuildPrinted()
    {
        var path = Path.Combine(_folder, "corpus.jsonl");
        var built = Tool.Run("corpus", "build", "--out", path, "--task", "dot", "--count", "12");
        var shown = Tool.Run("corpus", "show", path);
        using var document = JsonDocument.Parse(Tool.Run("corpus", "show", path, "--format", "json").Output);
        var corpus = document.RootElement.GetProperty("corpus");

        Assert.Equal((ExitCode.Clean, built.Output), (shown.Code, shown.Output));
        Assert.Contains(corpus.GetProperty("sha256").GetString()!, built.Output, StringComparison.Ordinal);
        Assert.Equal((12, 0), (corpus.GetProperty("edits").GetInt32(), corpus.GetProperty("verified").GetInt32()));
    }

    [Fact]
    public void AnEditIsVerifiedWhereBothSidesAreProved()
    {
        var lines = Built("--verify", "--seed", "6", "--count", "4").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Contains(lines, line => line.GetProperty("verified").GetBoolean());
        Assert.All(lines, line => Assert.Equal(
            line.GetProperty("source").GetProperty("verdict").GetString() == "proved" && line.GetProperty("target").GetProperty("verdict").GetString() == "proved",
            line.GetProperty("verified").GetBoolean()));
    }

    [Fact]
    public void PairsOfAFolderAreVerifiedUnderTheirContract()
    {
        Write("total-contract.c", "#include <hpcverify.h>\nvoid total_contract(int n, const float *x) { requires(n >= 0 && n <= 1000); readable(x, n); tolerance(4.0 * n); }\n");
        Write("total-Seq.c", "// SPDX-License-Identifier: BSD-3-Clause\nfloat total(int n, const float *x) { float s = 0; for (int i = 0; i < n; i++) s += x[i]; return s; }\n");
        Write("total-Down.c", "float total(int n, const float *x) { float s = 0; for (int i = n - 1; i >= 0; i--) s += x[i]; return s; }\n");
        Write("total-Short.c", "float total(int n, const float *x) { float s = 0; for (int i = 0; i < n - 1; i++) s += x[i]; return s; }\n");
        Write("total-Typo.c", "float total(int n, const float *x) { return y; }\n");
        Write("copy-Seq.c", "void copy(int n, const float *x, float *y) { for (int i = 0; i < n; i++) y[i] = x[i]; }\n");
        Write("copy-OpenMP.c", "void copy(int n, const float *x, float *y)\n{\n#pragma omp parallel for\n    for (int i = 0; i < n; i++)\n        y[i] = x[i];\n}\n");
        var path = Path.Combine(_folder, "out", "pairs.jsonl");

        var (code, _, errors) = Tool.Run("corpus", "build", "--out", path, "--count", "0", "--import", _folder, "--verify");
        var lines = File.ReadAllLines(path).Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(line => line.GetProperty("id").GetString()!);

        Assert.Equal(ExitCode.Clean, code);
        Assert.Contains("total-Typo.c' is left out: ", errors, StringComparison.Ordinal);
        Assert.Equal(["copy-Seq-copy-OpenMP", "total-Seq-total-Down", "total-Seq-total-Short"], lines.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((true, "BSD-3-Clause"), (lines["total-Seq-total-Down"].GetProperty("verified").GetBoolean(), lines["total-Seq-total-Down"].GetProperty("licence").GetString()));
        Assert.Equal((false, "refuted"), (lines["total-Seq-total-Short"].GetProperty("verified").GetBoolean(), lines["total-Seq-total-Short"].GetProperty("target").GetProperty("verdict").GetString()));
        Assert.Equal((false, "not verified: there is no contract"), (lines["copy-Seq-copy-OpenMP"].GetProperty("verified").GetBoolean(), lines["copy-Seq-copy-OpenMP"].GetProperty("scope").GetString()));
        Assert.Contains("openmp-threads", lines["copy-Seq-copy-OpenMP"].GetProperty("target").GetProperty("techniques").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AManifestNamesFilesAndEntries()
    {
        Write("pairs.json", """{ "licence": "MIT", "pairs": [ { "source": "a.c", "target": "b.c", "sourceEntry": "one", "targetEntry": "two" } ] }""");
        Write("a.c", "int one(int n) { return n; }\nint other(int n) { return n; }\n");
        Write("b.c", "int two(int n) { return n; }\n");
        var path = Path.Combine(_folder, "out", "pairs.jsonl");

        Assert.Equal(ExitCode.Clean, Tool.Run("corpus", "build", "--out", path, "--count", "0", "--import", _folder).Code);
        var line = JsonDocument.Parse(Assert.Single(File.ReadAllLines(path))).RootElement;
        Assert.Equal(("one", "two", "MIT"), (line.GetProperty("source").GetProperty("entry").GetString(), line.GetProperty("target").GetProperty("entry").GetString(), line.GetProperty("licence").GetString()));
    }

    /// <summary>A list from elsewhere has no business outside of its folder.</summary>
    [Fact]
    public void AManifestTakesNothingFromOtherFolders()
    {
        var inner = Directory.CreateDirectory(Path.Combine(_folder, "inner")).FullName;
        Write("secret.c", "int secret(int n) { return n; }\n");
        Write("inner/a.c", "int one(int n) { return n; }\n");
        Write("inner/pairs.json", $$"""{ "pairs": [ { "source": "a.c", "target": "../secret.c" }, { "source": "{{Path.Combine(_folder, "secret.c")}}", "target": "a.c" }, { "source": "a.c", "target": "../inner/a.c" } ] }""");
        var path = Path.Combine(_folder, "out", "pairs.jsonl");

        var errors = Tool.Run("corpus", "build", "--out", path, "--count", "0", "--import", inner).Errors;
        Assert.Equal(2, errors.Split('\n').Count(line => line.EndsWith("is left out: it lies outside of the folder", StringComparison.Ordinal)));
        Assert.Single(File.ReadAllLines(path));
    }

    /// <summary>The folder of kernels is a file: that is said before kernels are looked at.</summary>
    [Fact]
    public void WhereNothingCanBeWrittenNothingIsMade()
    {
        Write("file", "");
        var (code, _, errors) = Tool.Run("corpus", "build", "--out", Path.Combine(_folder, "file", "x.jsonl"), "--count", "100000");

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("cannot be written", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderWithoutPairsIsAUsageError()
    {
        var (code, _, errors) = Tool.Run("corpus", "build", "--out", Path.Combine(_folder, "x.jsonl"), "--count", "0", "--import", _folder);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("holds neither 'pairs.json' nor", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNoCorpusCannotBeShown()
    {
        Write("kernel.c", "int x;\n");

        Assert.Equal(ExitCode.NotAnalysable, Tool.Run("corpus", "show", Path.Combine(_folder, "kernel.c")).Code);
        Assert.Equal(ExitCode.NotAnalysable, Tool.Run("corpus", "show", Path.Combine(_folder, "none.jsonl")).Code);
        Assert.Equal(ExitCode.Usage, Tool.Run("corpus", "build", "--out", "x.jsonl", "--task", "fft_radix2").Code);
    }

    private string Built(params string[] options)
    {
        var path = Path.Combine(_folder, "built.jsonl");
        string[] counted = options.Contains("--count") ? [] : ["--count", "12"];
        Assert.Equal(ExitCode.Clean, Tool.Run(["corpus", "build", "--out", path, "--task", "axpy", .. counted, .. options]).Code);
        return File.ReadAllText(path);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
