using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using HpcVerify.Cli.Reports;
using HpcVerify.TestKit;

namespace HpcVerify.Cli.Tests;

/// <summary>What is handed to other tools works as they use it: the action's step, the hook, the problem matcher.</summary>
public sealed class IntegrationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-integration-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void TheActionAnnotatesLogsAndSummarises()
    {
        File.Copy(Repository.PathOf("corpus/matmul/reject/pasted_cblas_name.c"), Path.Combine(_folder, "a b.c"));
        var (sarif, summary) = (Path.Combine(_folder, "out.sarif"), Path.Combine(_folder, "summary.md"));

        var (code, output) = Step(new() { ["HPCVERIFY_FILES"] = $"{_folder}/*.c", ["HPCVERIFY_KERNEL"] = "matmul", ["HPCVERIFY_SARIF"] = sarif, ["GITHUB_STEP_SUMMARY"] = summary });

        Assert.Equal((int)ExitCode.Finding, code);
        Assert.Contains("::error file=", output, StringComparison.Ordinal);
        Assert.NotEmpty(JsonDocument.Parse(File.ReadAllText(sarif)).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray());
        Assert.Contains("HV1101", File.ReadAllText(summary), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", ExitCode.Clean)]
    [InlineData("warning", ExitCode.Finding)]
    public void TheActionFailsForWhatItIsAskedTo(string failOn, ExitCode expected)
    {
        File.WriteAllText(Path.Combine(_folder, "kernel.c"), "void matmul_optimized(double *A, double *B, double *C, int M, int N, int K) { static int calls; C[0] = calls++; }");

        var (code, output) = Step(new() { ["HPCVERIFY_FILES"] = $"{_folder}/*.c", ["HPCVERIFY_FAIL_ON"] = failOn, ["HPCVERIFY_SARIF"] = Path.Combine(_folder, "out.sarif") });

        Assert.Equal((int)expected, code);
        Assert.Contains("::warning file=", output, StringComparison.Ordinal);
    }

    [Fact]
    public void AnInputOfTheActionIsAVariableOfItsStep()
    {
        var action = File.ReadAllText(Repository.PathOf("action.yml"));
        var script = File.ReadAllText(Repository.PathOf("scripts/action.sh"));

        var passed = Regex.Matches(action, @"(HPCVERIFY_\w+): \$\{\{ inputs\.([\w-]+) \}\}", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => (Variable: match.Groups[1].Value, Input: match.Groups[2].Value)).ToList();

        Assert.Equal(Regex.Matches(action[..action.IndexOf("runs:", StringComparison.Ordinal)], "^  ([a-z-]+):$", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Select(match => match.Groups[1].Value).Order(), passed.Select(pair => pair.Input).Order());
        Assert.All(passed, pair => Assert.Contains(pair.Variable, script, StringComparison.Ordinal));
    }

    [Fact]
    public void AFileNameOfAWorkflowIsNoCommand()
    {
        var (code, _) = Step(new() { ["HPCVERIFY_FILES"] = $"$(touch {_folder}/ran);`touch {_folder}/ran`" });

        Assert.Equal((int)ExitCode.NotAnalysable, code);
        Assert.False(File.Exists(Path.Combine(_folder, "ran")));
    }

    [Fact]
    public void TheProblemMatcherReadsWhatCheckPrints()
    {
        var tasks = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("integrations/vscode/tasks.json")), new() { CommentHandling = JsonCommentHandling.Skip });
        var pattern = tasks.RootElement.GetProperty("tasks")[0].GetProperty("problemMatcher").GetProperty("pattern").GetProperty("regexp").GetString()!;
        var output = new StringWriter();

        CommandLine.Run(["check", Repository.PathOf("corpus/matmul/reject/pasted_cblas_name.c")], output, TextWriter.Null);

        Assert.All(output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)), line));
    }

    [Fact]
    public void TheHookNamesAProgramOfTheRepository()
    {
        var entry = File.ReadLines(Repository.PathOf(".pre-commit-hooks.yaml")).Single(line => line.TrimStart().StartsWith("entry:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.True(File.Exists(Repository.PathOf(entry[1])));
        Assert.Equal("check", entry[2]);
    }

    private static (int Code, string Output) Step(Dictionary<string, string> variables)
    {
        var start = new ProcessStartInfo("bash", [Repository.PathOf("scripts/action.sh")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }
}
