using System.Diagnostics;

namespace HpcVerify.Alarms.Native;

/// <summary>Runs a program of our own making to its end. Random kernels are ours, so they need no sandbox.</summary>
internal static class NativeProcess
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>What it wrote to stderr, and its exit code.</summary>
    public static (string Messages, int Code) Run(string program, IEnumerable<string> words)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["ASAN_OPTIONS"] = "detect_leaks=0:detect_stack_use_after_return=0:halt_on_error=1";
        start.Environment["OMP_WAIT_POLICY"] = "passive";
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var messages = process.StandardError.ReadToEnd();
        if (!process.WaitForExit(Longest))
        {
            process.Kill();
        }

        process.WaitForExit();
        return (messages, process.ExitCode);
    }
}
