using System.Text.Json;
using HpcVerify.Cli.Reports;

namespace HpcVerify.Cli.Tests;

/// <summary>What <c>testgen</c> writes, and its exit code.</summary>
public sealed class TestgenCommandTests : IDisposable
{
    private const string Right = """
        void axpy_optimized(int n, double alpha, const double *x, double *y)
        {
            for (int i = 0; i < n; i++)
                y[i] += alpha * x[i];
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-testgen-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void RightKernelHasCasesWithTheirReasonsAndExitsZero()
    {
        var (code, document) = Json(Right);

        Assert.Equal((ExitCode.Clean, "hpcverify-tests-1", "proved"), (code, document.GetProperty("schema").GetString(), document.GetProperty("verdict").GetString()));
        var cases = document.GetProperty("cases").EnumerateArray().ToList();
        Assert.All(cases, test => Assert.NotEmpty(test.GetProperty("why").GetString()!));
        Assert.Equal(["boundary", "special"], cases.Select(test => test.GetProperty("origin").GetString()).Distinct());
        Assert.All(document.GetProperty("sides").EnumerateArray(), side => Assert.Equal(JsonValueKind.Number, side.GetProperty("case").ValueKind));
    }

    [Fact]
    public void SmallCasesSayWhatIsExpected()
    {
        var (_, document) = Json(Right);
        var one = document.GetProperty("cases").EnumerateArray().Single(test => test.GetProperty("why").GetString() == "all sizes 1");

        var (arguments, expected) = (one.GetProperty("arguments"), one.GetProperty("expected"));
        var (alpha, x, y) = (Number(arguments[1]), Number(arguments[2]), Number(arguments[3]));
        Assert.Equal(y + (alpha * x), Number(expected[0]));
        Assert.Equal("axpy_reference", one.GetProperty("expectedFrom").GetString());
    }

    [Fact]
    public void WrongKernelHasItsCounterexampleFirstAndExitsOne()
    {
        var (code, document) = Json(Right.Replace("i < n", "i < n - 1", StringComparison.Ordinal));

        Assert.Equal((ExitCode.Finding, "counterexample"), (code, document.GetProperty("cases")[0].GetProperty("origin").GetString()));
    }

    [Fact]
    public void DocumentAndProgramAreWritten()
    {
        var (code, output) = Run(Right, "text", "--output", Path.Combine(_folder, "out"));

        Assert.Equal(ExitCode.Clean, code);
        Assert.Equal([".c", ".json"], Directory.GetFiles(Path.Combine(_folder, "out")).Select(Path.GetExtension).Order());
        Assert.Contains("sides of branches and loops are taken", output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSameSeedWritesTheSameDocument() => Assert.Equal(Run(Right, "json"), Run(Right, "json"));

    [Fact]
    public void TextWithoutAKernelIsNotAnalysable() => Assert.Equal(ExitCode.NotAnalysable, Run("int none;", "text").Code);

    private static double Number(JsonElement argument) => argument.GetProperty("reals")[0].GetDouble();

    private (ExitCode Code, JsonElement Document) Json(string kernel)
    {
        var (code, output) = Run(kernel, "json");
        return (code, JsonDocument.Parse(output).RootElement);
    }

    private (ExitCode Code, string Output) Run(string kernel, string format, params string[] more)
    {
        var path = Path.Combine(_folder, "kernel.c");
        File.WriteAllText(path, kernel);
        var (code, output, _) = Tool.Run(["testgen", "--kernel", "axpy", "--format", format, .. more, path]);
        return (code, output);
    }
}
