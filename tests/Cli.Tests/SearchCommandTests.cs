using System.Diagnostics;
using System.Text.Json;
using HpcVerify.Cli.Reports;
using HpcVerify.TestKit;

namespace HpcVerify.Cli.Tests;

/// <summary><c>hpcverify search</c> and <c>archive</c>, with kernels that are compiled, run and timed.</summary>
public sealed class SearchCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hpcverify-search");

    private string Archive => Path.Combine(_folder.FullName, "search.db");

    private string Policy => $"scripted:{_folder.FullName}/kernels";

    public SearchCommandTests()
    {
        var kernels = _folder.CreateSubdirectory("kernels").FullName;
        foreach (var sample in new[] { "accept/scalar.c", "accept/unrolled_by_eight.c", "reject/tail_dropped.c" })
        {
            File.Copy(Repository.PathOf($"corpus/axpy/{sample}"), Path.Combine(kernels, Path.GetFileName(sample)));
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void ASearchIsMadeResumedShownExportedAndJudged()
    {
        var (code, output, errors) = Search("-n", "1", "-g", "3", "--seed", "7");
        Assert.Equal((ExitCode.Clean, true), (code, output.Contains("2 steps, 7 samples", StringComparison.Ordinal)));
        Assert.Equal(["1/1 1/2 1 begin", "1/1 2/2 2 deepen"], errors.Split('\n').Where(line => line.StartsWith("      1/1", StringComparison.Ordinal)).Select(line => string.Join(' ', Words(line)[..4])));

        var (again, resumed, _) = Search("-n", "2", "--resume");
        Assert.Equal((ExitCode.Clean, true), (again, resumed.Contains("groups of 3, seed 7", StringComparison.Ordinal)));
        Assert.Equal(resumed, Tool.Run("archive", "show", Archive).Output);
        Assert.StartsWith("#1 seed stage 1 ok ", Tool.Run("archive", "show", Archive, "--tree").Output, StringComparison.Ordinal);
        Assert.Contains("--- prompt\nWrite a fast C implementation of `axpy_optimized`", Tool.Run("archive", "show", Archive, "--sample", "2").Output, StringComparison.Ordinal);

        var lines = Tool.Run("archive", "export", Archive).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Contains(lines, line => line.GetProperty("level").GetString() == "verification" && line.GetProperty("reward").GetDouble() == -10);
        Assert.Contains(lines, line => line.GetProperty("level").GetString() == "ok" && line.GetProperty("result").GetString()!.Length == 64);
        Assert.All(
            Tool.Run("archive", "export", Archive, "--format", "preferences").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Equal(["prompt", "chosen", "rejected"], JsonDocument.Parse(line).RootElement.EnumerateObject().Select(member => member.Name)));

        Assert.Equal(ExitCode.Clean, Tool.Run("archive", "opinion", Archive, "2", "reject", "--comment", "not this one").Code);
        Assert.Equal("all samples have scores on", Tool.Run("archive", "rescore", Archive).Output[..26]);
    }

    [Fact]
    public void ASearchThatWasBegunIsNotBegunAgainNorMadeAnother()
    {
        Search("-n", "1", "-g", "1", "--stages", "1-1");

        Assert.Equal($"hpcverify: '{Archive}' holds a search already (go on with --resume, or name another file)\n", Said(Search("-n", "2")));
        Assert.Equal($"hpcverify: '{Archive}' cannot be gone on with: the option 'groupSize' was not '2' when it was begun, but '1'\n", Said(Search("-n", "2", "--resume", "-g", "2")));
        File.AppendAllText(Path.Combine(_folder.FullName, "kernels", "scalar.c"), "\n");
        Assert.StartsWith($"hpcverify: '{Archive}' cannot be gone on with: the policy was not 'scripted ", Said(Search("-n", "2", "--resume")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--stages 0-6", "--stages is one stage or two, as in '1-6', and not '0-6'")]
    [InlineData("--stages 4-2", "--stages is one stage or two, as in '1-6', and not '4-2'")]
    [InlineData("--deepen 80 --improve 30", "shares of a stage are percentages, and those of right kernels come to no more than 100")]
    [InlineData("--policy nonsense", "--policy is a URL, or 'scripted:FOLDER', and not 'nonsense'")]
    [InlineData("--policy scripted:/none", "'/none' is no folder with kernels")]
    [InlineData("--policy http://127.0.0.1:1", "an endpoint is asked for a model (name it with --model)")]
    [InlineData("--policy http://me:secret@127.0.0.1:1 --model m", "a key belongs into an environment variable")]
    [InlineData("--prompts /none", "'/none' is no folder with prompts")]
    [InlineData("--hardware toaster", "there is no machine 'toaster'")]
    [InlineData("--service nonsense", "--service is a URL, as 'hpcverify serve' prints it, and not 'nonsense'")]
    [InlineData("--weights absent.json", "absent.json")]
    [InlineData("--seed-kernel absent.c", "'absent.c': file cannot be read")]
    public void WhatIsWrongIsSaidInASentence(string arguments, string said)
    {
        var words = arguments.Split(' ');
        var (code, output, errors) = Tool.Run(["search", "axpy", "--archive", Archive, .. words.Contains("--policy") ? [] : new[] { "--policy", Policy }, .. words]);

        Assert.Equal((ExitCode.Usage, ""), (code, output));
        Assert.Contains(said, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show")]
    [InlineData("export")]
    [InlineData("rescore")]
    [InlineData("opinion", "1", "accept")]
    public void WhatIsNoArchiveIsSaidToBeNone(string command, params string[] arguments)
    {
        File.WriteAllText(Archive, string.Concat(Enumerable.Repeat("no archive at all\n", 100)));
        Assert.Equal($"hpcverify: '{Archive}' is no archive of a search (name another file)\n", Said(Tool.Run(["archive", command, Archive, .. arguments]), ExitCode.NotAnalysable));
        Assert.Equal($"hpcverify: '{_folder.FullName}' is a folder, and an archive is a file\n", Said(Tool.Run(["archive", command, _folder.FullName, .. arguments]), ExitCode.NotAnalysable));
    }

    [Fact]
    public void AKernelThatIsNoTaskIsSaidToBeNone() =>
        Assert.StartsWith("hpcverify: there is no kernel 'toast'; there are: axpy, ", Said(Tool.Run("search", "toast", "--archive", Archive, "--policy", Policy)), StringComparison.Ordinal);

    /// <summary>An endpoint that is not there: the search ends before its first step, and can be gone on with.</summary>
    [Fact]
    public void APolicyThatIsGoneLeavesTheSearchOpen()
    {
        var (code, _, errors) = Tool.Run("search", "axpy", "--archive", Archive, "--policy", "http://127.0.0.1:1", "--model", "m", "--policy-timeout", "1", "--token-budget", "5", "-n", "1", "-g", "1", "--attempts", "1");
        Assert.Equal(ExitCode.Open, code);
        Assert.Contains("'http://127.0.0.1:1/v1/chat/completions' cannot be reached", errors, StringComparison.Ordinal);
        Assert.Contains("(go on with --resume)", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CtrlCSavesAndTheSearchGoesOn()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, "search", "axpy", "--archive", Archive, "--policy", Policy, "-n", "1000", "-g", "2"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        while (await process.StandardError.ReadLineAsync() is { } line && !line.Contains("/1000", StringComparison.Ordinal))
        {
        }

        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(130, process.ExitCode);
        Assert.Contains($"what there is is in '{Archive}' (go on with --resume)", said, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Clean, Search("--resume", "-n", "1").Code);
    }

    /// <summary>What no search wrote is damage, and no bug of ours.</summary>
    [Fact]
    public void ADamagedArchiveIsSaidToBeDamaged()
    {
        Search("-n", "1", "-g", "1", "--stages", "1-1");
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Archive};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "DROP TRIGGER scores_UPDATE; UPDATE scores SET level = 'bogus' WHERE sample = 2";
            command.ExecuteNonQuery();
        }

        foreach (var use in (string[][])[["show"], ["show", "--tree"], ["export"]])
        {
            Assert.StartsWith($"hpcverify: '{Archive}' cannot be read or written: a row that begins with '2' is damaged", Said(Tool.Run(["archive", use[0], Archive, .. use[1..]]), ExitCode.NotAnalysable), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AKernelToBeginWithThatIsWrongIsSaidToBe()
    {
        var path = Path.Combine(_folder.FullName, "wrong.c");
        File.WriteAllText(path, "void axpy_optimized(int n, double alpha, const double *x, double *y) { }\n");

        Assert.Contains("the kernel to begin with is not right (", Search("-n", "1", "-g", "1", "--stages", "1-1", "--seed-kernel", path).Errors, StringComparison.Ordinal);
    }

    /// <summary>Nothing is begun that has no score to begin with.</summary>
    [Fact]
    public void AServiceThatIsGoneLeavesNothingBegun()
    {
        var (code, _, errors) = Search("-n", "1", "-g", "1", "--service", "http://127.0.0.1:1", "--attempts", "1");

        Assert.Equal(ExitCode.Open, code);
        Assert.Contains("the kernel to begin with cannot be scored: 'http://127.0.0.1:1/v1/score' cannot be reached", errors, StringComparison.Ordinal);
        Assert.Contains("holds no search that was begun", Said(Tool.Run("archive", "show", Archive), ExitCode.NotAnalysable), StringComparison.Ordinal);
    }

    private static string Said(Answer answer, ExitCode code = ExitCode.Usage)
    {
        Assert.Equal((code, ""), (answer.Code, answer.Output));
        return string.Concat(answer.Errors.Split('\n').Where(line => line.Length > 0 && !line.Contains("preparing compiler", StringComparison.Ordinal)).Select(line => line + "\n"));
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private Answer Search(params string[] arguments) => Tool.Run(["search", "axpy", "--archive", Archive, "--policy", Policy, .. arguments]);
}
