using System.Diagnostics;
using System.Globalization;
using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Tests.Training;

namespace HpcVerify.Trainer.Tests.Search;

/// <summary>The program that this assembly is, too: a search or a training run in a process of its own, which kills itself the so-manieth time that it comes to a phase.</summary>
internal static class DyingSearch
{
    /// <summary>What Linux tells of a process that was killed.</summary>
    public const int KilledCode = 128 + 9;

    public static async Task<int> Main(string[] arguments)
    {
        var isTraining = arguments[0] == TinyRun.Word;
        var (path, iterations, phase, turn) = arguments[(isTraining ? 1 : 0)..] is [var first, var second, var third, var fourth]
            ? (first, Number(second), Enum.Parse<SearchPhase>(third), Number(fourth))
            : throw new ArgumentException("a path, a number of iterations, a phase and a turn");
        var turns = 0;
        void Watch(SearchPhase reached)
        {
            if (reached == phase && ++turns == turn)
            {
                Process.GetCurrentProcess().Kill();
                Thread.Sleep(Timeout.Infinite);
            }
        }

        _ = isTraining ? (object)await TinyRun.Run(path, iterations, Watch) : await FakeSearch.Run(path, iterations, Watch);
        return 0;
    }

    /// <summary>Runs it, and waits for its end.</summary>
    public static int Run(string path, int iterations, SearchPhase phase, int turn)
    {
        string[] arguments = [typeof(DyingSearch).Assembly.Location, path, Text(iterations), phase.ToString(), Text(turn)];
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", arguments);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
