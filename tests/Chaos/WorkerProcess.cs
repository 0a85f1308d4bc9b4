using System.Diagnostics;
using HpcVerify.Distribution;
using HpcVerify.Rewards.Scoring;

namespace HpcVerify.Chaos;

/// <summary>A worker as a process of its own, to be killed.</summary>
public sealed class WorkerProcess : IDisposable
{
    public const string Toolset = "fake";

    /// <summary>What it prints after each evaluation.</summary>
    public const string Worked = "worked";

    private readonly Process _process;
    private volatile bool _isConnected, _hasWorked;

    /// <param name="journal">The file that gets a line for each evaluation.</param>
    public WorkerProcess(Broker broker, QueueLayout layout, ScoringStages stages, string journal)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "HpcVerify.Chaos.dll");
        var start = new ProcessStartInfo("dotnet", [program, broker.Text, layout.Class, stages.ToString(), journal]) { RedirectStandardOutput = true };

        // A small process: it does nothing but wait.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_gcServer"] = "0";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) =>
        {
            _isConnected |= line.Data?.StartsWith("working", StringComparison.Ordinal) ?? false;
            _hasWorked |= line.Data == Worked;
        };
        _process.BeginOutputReadLine();
    }

    /// <summary>Whether it waits for jobs.</summary>
    public bool IsConnected => _isConnected && !HasEnded;

    /// <summary>Whether it has evaluated something.</summary>
    public bool HasWorked => _hasWorked && !HasEnded;

    public bool HasEnded => _process.HasExited;

    /// <summary>Kills it and waits for its end.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.WaitForExit();
        _process.Dispose();
    }
}
