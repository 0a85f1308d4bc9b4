using System.Text.Json;
using HpcVerify.Cli.Reports;
using HpcVerify.TestKit;

namespace HpcVerify.Cli.Tests;

/// <summary><c>hpcverify techniques</c> and <c>--stage</c>: a table, a document, and which function is looked at.</summary>
public sealed class TechniquesCommandTests : IDisposable
{
    private const string Prefetching = "void ahead(const double *x, double *y, int n)\n{\n    for (int i = 0; i < n; i++) {\n        __builtin_prefetch(x + i + 16);\n        y[i] = x[i];\n    }\n}\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hpcverify-techniques");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void TableHasTechniqueLineAndParameters()
    {
        var (code, output, _) = Tool.Run("techniques", Write(Prefetching));

        Assert.Equal(ExitCode.Clean, code);
        Assert.Equal(["loop-order 3 order i", "prefetch 4 distance i+16"], output.Split('\n')[1..^1].Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public void DocumentHasSpansAndParameters()
    {
        using var document = JsonDocument.Parse(Tool.Run("techniques", Write(Prefetching), "--format", "json").Output);
        var file = document.RootElement.GetProperty("files")[0];
        var prefetch = file.GetProperty("techniques").EnumerateArray().Single(finding => finding.GetProperty("technique").GetString() == "prefetch");

        Assert.Equal(
            ("ahead", 4, 9, "i+16"),
            (file.GetProperty("entry").GetString(), prefetch.GetProperty("span").GetProperty("line").GetInt32(),
                prefetch.GetProperty("span").GetProperty("column").GetInt32(), prefetch.GetProperty("parameters").GetProperty("distance").GetString()));
    }

    [Fact]
    public void SeveralFunctionsThatNobodyCallsNeedAName()
    {
        var path = Write(Prefetching + "void other(void)\n{\n}\n");

        Assert.Equal(ExitCode.NotAnalysable, Tool.Run("techniques", path).Code);
        Assert.Equal(ExitCode.Clean, Tool.Run("techniques", path, "--entry", "other").Code);
        Assert.EndsWith("other: none\n", Tool.Run("techniques", path, "--entry", "other").Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.NotAnalysable, Tool.Run("techniques", path, "--entry", "missing").Code);
    }

    [Fact]
    public void FileOfACorpusTaskIsLookedAtFromItsEntryPoint()
    {
        var (code, output, _) = Tool.Run("techniques", Repository.PathOf("corpus/matmul-paper/accept/fig14_array_of_sums.c"));

        Assert.Equal(ExitCode.Clean, code);
        Assert.Contains("manual-split", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3", ExitCode.Finding)]
    [InlineData("4", ExitCode.Clean)]
    public void StageRefusesWhatItDoesNotAllow(string stage, ExitCode expected)
    {
        var (code, output, _) = Tool.Run("check", Repository.PathOf("corpus/matmul-paper/accept/fig14_array_of_sums.c"), "--stage", stage);

        Assert.Equal((expected, expected == ExitCode.Finding), (code, output.Contains("stage 3 does not allow openmp-threads", StringComparison.Ordinal)));
    }

    [Fact]
    public void StagesAreNumberedOneToSix() => Assert.Equal(ExitCode.Usage, Tool.Run("check", Write(Prefetching), "--stage", "7").Code);

    private string Write(string code)
    {
        var path = Path.Combine(_folder.FullName, "kernel.c");
        File.WriteAllText(path, code);
        return path;
    }
}
