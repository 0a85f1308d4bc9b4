using System.Diagnostics;
using System.Globalization;
using HpcVerify.Cli.Reports;
using HpcVerify.TestKit;

namespace HpcVerify.Cli.Tests;

/// <summary>What only a real process shows: its streams, its signals, and that it ends.</summary>
public sealed class ProcessTests : IDisposable
{
    private const string Good = "corpus/matmul/accept/interchanged_ikj.c";
    private const string Endless = "void matmul_optimized(double *A, double *B, double *C, int M, int N, int K) { for (volatile int i = 0;; i = 0); }\n";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(5);

    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-process-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("check - <&-", 3, "standard input is closed")]
    [InlineData("check $GOOD >&-", 2, "standard output is closed")]
    [InlineData("check $GOOD >/dev/full", 2, "standard output cannot be written")]
    [InlineData("rules >/dev/full", 2, "standard output cannot be written")]
    [InlineData("check absent.c 2>&-", 3, "no such file")]
    [InlineData("check absent.c 2>/dev/full", 3, "no such file")]
    [InlineData("check - </dev/null", 3, "file is empty")]
    [InlineData("check $GOOD | head -c 0", 0, "")]
    [InlineData("check - <$GOOD", 0, "no findings")]
    public void StreamsMayBeClosedOrFull(string arguments, int code, string said)
    {
        using var process = Start(Redirected(arguments));

        var (output, errors) = Outcome(process);

        Assert.Equal((code, true), (process.ExitCode, (output + errors).Contains(said, StringComparison.Ordinal)));
        Assert.DoesNotContain("internal", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mkfifo input", "not a regular file")]
    [InlineData("mkdir input", "a directory")]
    [InlineData("ln -s input input", "symbolic links")]
    [InlineData("ln -s /dev/zero input", "not a regular file")]
    [InlineData("true", "no such file")]
    [InlineData("touch other; ln -s other/below input", "no such file")]
    public void WhatIsNoFileIsSaidAtOnce(string make, string said)
    {
        using var process = Start($"cd {_folder}; {make}; $TOOL check input");

        var (output, _) = Outcome(process);

        Assert.Equal((int)ExitCode.NotAnalysable, process.ExitCode);
        Assert.Contains(said, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check $GOOD", 2)]
    [InlineData("score $GOOD", 2)]
    [InlineData("doctor", 1)]
    [InlineData("rules", 0)]
    public void HomeMayBeOutOfReach(string arguments, int code)
    {
        using var process = Start($"export HOME=/proc/nowhere; unset XDG_CACHE_HOME HPCVERIFY_CACHE; $TOOL {arguments}");

        var (output, errors) = Outcome(process);

        Assert.Equal(code, process.ExitCode);
        Assert.Equal(code > 0, (output + errors).Contains("HPCVERIFY_CACHE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mkdir here; cd here; rmdir ../here; $TOOL check $GOOD", 2, "the folder that this runs in is gone")]
    [InlineData("$TOOL check - '<stdin>' <$GOOD", 3, "<stdin>: no findings")]
    [InlineData("touch $'\\xff.c'; $TOOL check $'\\xff.c'; code=$?; rm *; exit $code", 3, "unless its name is not in UTF-8")]
    [InlineData("export HPCVERIFY_CORPUS=/nowhere; $TOOL kernels", 2, "'/nowhere' holds no kernel")]
    [InlineData("$TOOL equiv $GOOD:matmul_optimized $GOOD:matmul_optimized --contract absent.c", 3, "'absent.c': file cannot be read: no such file")]
    public void SurroundingsMayBeOdd(string script, int code, string said)
    {
        using var process = Start($"cd {_folder}; GOOD={Repository.PathOf(Good)}; {script}");

        var (output, errors) = Outcome(process);

        Assert.True(process.ExitCode == code && (output + errors).Contains(said, StringComparison.Ordinal), $"{process.ExitCode}: {output}{errors}");
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void SignalEndsAProcessThatWaitsForInput(string signal, int code)
    {
        using var process = Start("exec $TOOL check -");

        Assert.Equal(code, CodeAfter(signal, process));
    }

    [Fact]
    public void SignalEndsTheKernelThatRunsToo()
    {
        var file = Path.Combine(_folder, "endless.c");
        File.WriteAllText(file, Endless);
        using var process = Start($"exec $TOOL score {file}");
        Assert.True(Comes(() => KernelsOfThisTest().Any()), "the kernel does not start");

        Assert.Equal((int)ExitCode.Terminated, CodeAfter("TERM", process));
        Assert.True(Comes(() => !KernelsOfThisTest().Any()), "the kernel is still there");
    }

    private static string Redirected(string arguments) => arguments.Contains('|', StringComparison.Ordinal)
        ? $"$TOOL {arguments}; exit ${{PIPESTATUS[0]}}"
        : $"$TOOL {arguments}";

    private Process Start(string script)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["TOOL"] = $"dotnet {typeof(CommandLine).Assembly.Location}";
        start.Environment["GOOD"] = Good;
        start.Environment["TMPDIR"] = _folder;
        return Process.Start(start)!;
    }

    private static (string Output, string Errors) Outcome(Process process)
    {
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        Assert.True(process.WaitForExit(Patience), "the process does not end");
        return (output.Result, errors.Result);
    }

    /// <summary>Progress on standard error says that the process is at work.</summary>
    private static int CodeAfter(string signal, Process process)
    {
        Assert.StartsWith("hpcverify: ", process.StandardError.ReadLine(), StringComparison.Ordinal);
        using var kill = Process.Start("/bin/bash", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{signal} {process.Id}")]);
        Assert.True(process.WaitForExit(Promptly), $"SIG{signal} is not heard");
        return process.ExitCode;
    }

    private IEnumerable<string> KernelsOfThisTest() =>
        from folder in Directory.EnumerateDirectories("/proc")
        let command = CommandOf(folder)
        where command.Contains("bwrap", StringComparison.Ordinal) && command.Contains(_folder, StringComparison.Ordinal)
        select command;

    private static string CommandOf(string processFolder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(processFolder, "cmdline"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static bool Comes(Func<bool> condition) => SpinWait.SpinUntil(
        () =>
        {
            Thread.Sleep(20);
            return condition();
        },
        Patience);
}
