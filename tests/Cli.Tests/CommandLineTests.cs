using System.Text.Json;
using HpcVerify.Cli.Reports;

namespace HpcVerify.Cli.Tests;

/// <summary>What the program answers to a command line: output, complaints, exit code.</summary>
public sealed class CommandLineTests : IDisposable
{
    private const string Right = """
        void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
        {
            for (int i = 0; i < M; i++)
                for (int j = 0; j < N; j++) {
                    double sum = 0;
                    for (int k = 0; k < K; k++) sum += A[(long)i * K + k] * B[(long)k * N + j];
                    C[(long)i * N + j] = sum;
                }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void CleanKernelIsCleanAndExitsZero() => Assert.Equal((ExitCode.Clean, "no findings"), Summary(Check(Right)));

    [Fact]
    public void ForbiddenCallIsAFindingAndExitsOne()
    {
        var run = Check(Right.Replace("double sum = 0;", "double sum = system(\"ls\");", StringComparison.Ordinal));

        Assert.Equal(ExitCode.Finding, run.Code);
        Assert.Contains("error:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void UnmodelledSyntaxIsOpenAndExitsFive() =>
        Assert.Equal(ExitCode.Open, Check(Right.Replace("double sum = 0;", "double sum = __real__ 1.0i;", StringComparison.Ordinal)).Code);

    [Theory]
    [InlineData("--no-such-option")]
    [InlineData("--format", "xml")]
    [InlineData("-j", "0")]
    [InlineData("-j", "many")]
    [InlineData("--kernel", "no-such-kernel")]
    public void WrongOptionsExitTwo(params string[] options)
    {
        var run = Run(["check", Write("kernel.c", Right), .. options]);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.StartsWith("hpcverify: ", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData]
    [InlineData("frobnicate")]
    [InlineData("check")]
    public void IncompleteCommandLinesExitTwo(params string[] arguments) => Assert.Equal(ExitCode.Usage, Run(arguments).Code);

    [Fact]
    public void MissingFileIsNamedAndExitsThree()
    {
        var run = Run(["check", Path.Combine(_folder, "absent.c")]);

        Assert.Equal(ExitCode.NotAnalysable, run.Code);
        Assert.Contains("absent.c: no such file", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void JsonIsOneDocumentWithEveryKeyForEveryFile()
    {
        var run = Run(["check", "--format", "json", Write("a.c", Right), Write("b.c", "no code here")]);

        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(JsonReport.SchemaVersion, document.RootElement.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("hpcverify", document.RootElement.GetProperty("tool").GetProperty("name").GetString());
        var keys = document.RootElement.GetProperty("files").EnumerateArray().Select(file => string.Join(',', file.EnumerateObject().Select(member => member.Name)));
        Assert.Equal(["path,kernel,status,reason,level,reward,gflops,ratioToBaseline,findings,claims,stages,metric,speed,gbps"], keys.Distinct());
    }

    [Fact]
    public void ReportsKeepTheOrderOfTheCommandLine()
    {
        var files = Enumerable.Range(0, 6).Select(index => Write($"{9 - index}.c", Right)).ToArray();

        var run = Run(["check", "-j", "3", .. files]);

        Assert.Equal(files.Select(file => $"{file}: no findings"), run.Output.TrimEnd().Split('\n'));
    }

    [Fact]
    public void ControlCharactersOfTheSourceDoNotReachTheTerminal()
    {
        var run = Check("int x = \"\u001b[31m\";\nvoid matmul_optimized(void);\n");

        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public void ExplainSaysWhatARuleMeans()
    {
        var run = Run(["explain", "HV1001"]);

        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.StartsWith("HV1001: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ExplainOfAnUnknownRuleExitsTwo() => Assert.Equal(ExitCode.Usage, Run(["explain", "HV0000"]).Code);

    [Fact]
    public void RulesAreListedInTheOrderOfTheirIds()
    {
        var ids = Run(["rules"]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..6]).ToList();

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Contains("HV1101", ids);
    }

    [Fact]
    public void KernelsAreListedWithMetricAndSizes()
    {
        var run = Run(["kernels"]);

        Assert.Equal((ExitCode.Clean, ""), (run.Code, run.Errors));
        Assert.Contains(run.Output.Split('\n'), line => line.StartsWith("matmul ", StringComparison.Ordinal) && line.Contains("GFLOPS  M=256 N=256 K=256", StringComparison.Ordinal));
    }

    [Fact]
    public void KernelsAreListedForMachines()
    {
        using var document = JsonDocument.Parse(Run(["kernels", "--format", "json"]).Output);

        Assert.Equal(JsonReport.SchemaVersion, document.RootElement.GetProperty("schemaVersion").GetInt32());
        Assert.Equal(
            ["name,title,entry,metric,hasBaseline,sizeParameters,score,test,bounds"],
            document.RootElement.GetProperty("kernels").EnumerateArray().Select(kernel => string.Join(',', kernel.EnumerateObject().Select(member => member.Name))).Distinct());
    }

    private (ExitCode Code, string Output, string Errors) Check(string text) => Run(["check", Write("kernel.c", text)]);

    private static (ExitCode, string) Summary((ExitCode Code, string Output, string Errors) run) =>
        (run.Code, run.Output.Contains("no findings", StringComparison.Ordinal) ? "no findings" : run.Output);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static (ExitCode Code, string Output, string Errors) Run(string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = CommandLine.Run(arguments, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
