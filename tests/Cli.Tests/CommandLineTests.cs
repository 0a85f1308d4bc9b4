using System.Text.Json;
using System.Text.RegularExpressions;
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
    [InlineData("-j", "100000")]
    [InlineData("--kernel", "no-such-kernel")]
    [InlineData("--kernel", "../matmul")]
    [InlineData("-", "-")]
    public void WrongOptionsExitTwo(params string[] options)
    {
        var run = Tool.Run(["check", Write("kernel.c", Right), .. options]);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.StartsWith("hpcverify: ", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void ValuesThatAreAllowedAreListedOnOneLine() =>
        Assert.StartsWith(
            "hpcverify: Argument 'O2' not recognized. Must be one of: 'O0', 'O1', 'O3'\n",
            Tool.Run(["score", "--opt", "O2", "x.c"]).Errors,
            StringComparison.Ordinal);

    [Theory]
    [InlineData]
    [InlineData("frobnicate")]
    [InlineData("check")]
    [InlineData("dump", "--format")]
    [InlineData("explain", "--foo")]
    [InlineData("score", "--threads", "0", "x.c")]
    [InlineData("score", "--threads", "-5", "x.c")]
    [InlineData("score", "--threads", "100000", "x.c")]
    [InlineData("score", "--seed", "-1", "x.c")]
    public void WrongCommandLinesExitTwo(params string[] arguments) => Assert.Equal(ExitCode.Usage, Tool.Run(arguments).Code);

    [Fact]
    public void MissingFileIsNamedAndExitsThree()
    {
        var run = Tool.Run(["check", Path.Combine(_folder, "absent.c")]);

        Assert.Equal(ExitCode.NotAnalysable, run.Code);
        Assert.Contains("absent.c:1:1: error: file cannot be read: no such file [HV0019]", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ComplaintAboutANumberNamesWhatIsAllowed() =>
        Assert.Contains("--jobs is a number from 1 to 64, not '0'", Tool.Run(["check", "-j", "0", "x.c"]).Errors, StringComparison.Ordinal);

    [Fact]
    public void ComplaintAboutAKernelNamesThoseThereAreAndNoFolder()
    {
        var run = Tool.Run(["check", "--kernel", "nosuch", Write("kernel.c", Right)]);

        Assert.Contains("there is no kernel 'nosuch'; there are: axpy, ", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('/', run.Errors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "name": "x", "entry": "f", "title": "", "score": null, "test": [], "flops": "1.0" }""")]
    [InlineData("""{ "name": "x", "entry": "f", "title": "", "metric": "gflops", "score": { "M": 1 }, "test": [], "flops": "1.0", "tests": [] }""")]
    [InlineData("""{ "name": "x", "entry": "f", "title": "", "metric": "gflops", "score": { "M": 1 }, "test": [], "flops": "1.0" }""")]
    public void UnusableSpecificationOfAKernelExitsTwo(string specification)
    {
        Write("kernel.json", specification);

        var run = Check(Right);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("no usable kernel specification", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatFollowsTwoDashesIsAFile() => Assert.Contains("-x.c:1:1: error: file cannot be read", Tool.Run(["check", "--", "-x.c"]).Output, StringComparison.Ordinal);

    [Fact]
    public void FileWithoutANameIsNoCrash() => Assert.Equal(ExitCode.NotAnalysable, Tool.Run(["check", ""]).Code);

    [Theory]
    [InlineData("check", null)]
    [InlineData("score", "unscored")]
    public void EveryInputIsInTheDocument(string command, string? status)
    {
        var run = Tool.Run([command, "--format", "json", Path.Combine(_folder, "absent.c"), _folder]);

        using var document = JsonDocument.Parse(run.Output);
        var files = document.RootElement.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(ExitCode.NotAnalysable, run.Code);
        Assert.Equal(["HV0019", "HV0019"], files.Select(file => file.GetProperty("findings")[0].GetProperty("ruleId").GetString()));
        Assert.All(files, file => Assert.Equal((status, null), (file.GetProperty("status").GetString(), file.GetProperty("level").GetString())));
    }

    [Theory]
    [InlineData("a\u001b[31mb.c", "a\\x1b[31mb.c")]
    [InlineData("a\nb.c", "a\\x0ab.c")]
    [InlineData("a\u202eb.c", "a\\u{202e}b.c")]
    [InlineData("größe.c", "größe.c")]
    public void FileNamesArePrintedHarmlessly(string name, string printed)
    {
        Assert.Contains($"{printed}: no findings", Tool.Run(["check", Write(name, Right)]).Output, StringComparison.Ordinal);
        Assert.Contains($"{printed}x:1:1: error", Tool.Run(["check", Path.Combine(_folder, name + "x")]).Output, StringComparison.Ordinal);
        Assert.Contains($"'-{printed}'", Tool.Run(["check", "-" + name]).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void TerminalsGetColoursAndTheSameWords()
    {
        var bad = Write("bad[0].c", Right.Replace("double sum = 0;", "double sum = system(\"ls\");", StringComparison.Ordinal));
        string[][] commandLines = [["check", bad, Write("good.c", Right)], ["rules"], ["doctor"]];
        foreach (var commandLine in commandLines)
        {
            var (plain, coloured) = (Tool.Run(commandLine), Tool.Run(200, commandLine));

            Assert.DoesNotContain('\u001b', plain.Output);
            Assert.Contains('\u001b', coloured.Output);
            Assert.Equal(plain.Code, coloured.Code);
        }

        Assert.Equal(Tool.Run(commandLines[0]).Output, Regex.Replace(Tool.Run(20, commandLines[0]).Output, "\u001b\\[[0-9;]*m", ""));
    }

    [Fact]
    public void DumpPrintsTheBlockOfAResponse()
    {
        var plain = Tool.Run(["dump", Write("kernel.c", Right)]);
        var response = Tool.Run(["dump", Write("answer.md", $"Here it is:\n\n```c\n{Right}\n```\n\nHave fun!\n")]);

        Assert.Equal((ExitCode.Clean, plain.Output), (response.Code, response.Output));
    }

    [Fact]
    public void DumpOfAResponseWithoutTheEntryPointSaysSo() =>
        Assert.Contains("[HV0001]", Tool.Run(["dump", Write("answer.md", "```c\nint x;\n```\n")]).Errors, StringComparison.Ordinal);

    [Fact]
    public void DumpOfACFileNeedsNoEntryPoint() => Assert.Equal(ExitCode.Clean, Tool.Run(["dump", Write("x.c", "int f(void) { return 1; }\n")]).Code);

    [Fact]
    public void JsonIsOneDocumentWithEveryKeyForEveryFile()
    {
        var run = Tool.Run(["check", "--format", "json", Write("a.c", Right), Write("b.c", "no code here")]);

        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(JsonReport.SchemaVersion, document.RootElement.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("hpcverify", document.RootElement.GetProperty("tool").GetProperty("name").GetString());
        var keys = document.RootElement.GetProperty("files").EnumerateArray().Select(file => string.Join(',', file.EnumerateObject().Select(member => member.Name)));
        Assert.Equal(["path,kernel,status,reason,level,reward,gflops,ratioToBaseline,findings,claims,stages,metric,speed,gbps,verdict,failingSizes,naiveSpeed,sides,withdrawn,timing"], keys.Distinct());
    }

    [Fact]
    public void ReportsKeepTheOrderOfTheCommandLine()
    {
        var files = Enumerable.Range(0, 6).Select(index => Write($"{9 - index}.c", Right)).ToArray();

        var run = Tool.Run(["check", "-j", "3", .. files]);

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
        var run = Tool.Run(["explain", "HV1001"]);

        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.StartsWith("HV1001: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ExplainOfAnUnknownRuleExitsTwo() => Assert.Equal(ExitCode.Usage, Tool.Run(["explain", "HV0000"]).Code);

    [Fact]
    public void RulesAreListedInTheOrderOfTheirIds()
    {
        var ids = Tool.Run(["rules"]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..6]).ToList();

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Contains("HV1101", ids);
    }

    [Fact]
    public void KernelsAreListedWithMetricAndSizes()
    {
        var run = Tool.Run(["kernels"]);

        Assert.Equal((ExitCode.Clean, ""), (run.Code, run.Errors));
        Assert.Contains(run.Output.Split('\n'), line => line.StartsWith("matmul ", StringComparison.Ordinal) && line.Contains("GFLOPS  M=256 N=256 K=256", StringComparison.Ordinal));
    }

    [Fact]
    public void KernelsAreListedForMachines()
    {
        using var document = JsonDocument.Parse(Tool.Run(["kernels", "--format", "json"]).Output);

        Assert.Equal(JsonReport.SchemaVersion, document.RootElement.GetProperty("schemaVersion").GetInt32());
        Assert.Equal(
            ["name,title,entry,metric,hasBaseline,sizeParameters,score,test,bounds"],
            document.RootElement.GetProperty("kernels").EnumerateArray().Select(kernel => string.Join(',', kernel.EnumerateObject().Select(member => member.Name))).Distinct());
    }

    private Answer Check(string text) => Tool.Run(["check", Write("kernel.c", text)]);

    private static (ExitCode, string) Summary(Answer run) =>
        (run.Code, run.Output.Contains("no findings", StringComparison.Ordinal) ? "no findings" : run.Output);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
