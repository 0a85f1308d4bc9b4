using System.Diagnostics;
using System.Globalization;
using HpcVerify.Trainer.Search;

namespace HpcVerify.Trainer.Tests.Search;

/// <summary>The program that this assembly is, too: a search in a process of its own, which kills itself the so-manieth time that it comes to a phase.</summary>
internal static class DyingSearch
{
    /// <summary>What Linux tells of a process that was killed.</summary>
    public const int KilledCode = 128 + 9;

    public static async Task<int> Main(string[] arguments)
    {
        var (path, iterations, phase, turn) = (arguments[0], Number(arguments[1]), Enum.Parse<SearchPhase>(arguments[2]), Number(arguments[3]));
        var turns = 0;
        await FakeSearch.Run(path, iterations, reached =>
        {
            if (reached == phase && ++turns == turn)
            {
                Process.GetCurrentProcess().Kill();
                Thread.Sleep(Timeout.Infinite);
            }
        });
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
