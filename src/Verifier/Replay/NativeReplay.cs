using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Verifier.Replay;

/// <summary>Builds and runs replay programs in the sandbox.</summary>
public sealed class NativeReplay(Sandbox sandbox, TimeProvider clock)
{
    private const string ProgramPath = "/work/replay";
    private const long ShadowBytes = 1L << 46;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>What the program wrote to standard error; or why there is nothing, with a first word for people.</summary>
    public (string? Output, string Obstacle) Run(string program, ReplayBuild build, int threads, CancellationToken cancellation)
    {
        var path = Path.Combine(Path.GetTempPath(), $"hpcverify-replay-{Guid.NewGuid():N}");
        try
        {
            var outcome = new Compiler(sandbox, build.CompilerPath, clock).CompileKernel(program, build.Flags, path, ProcessLimits.ForCompile, cancellation);
            return outcome is CompileOutcome.Compiled
                ? Start(path, build, threads, cancellation)
                : (null, $"does not build under {build.Name}: {WhyNot(outcome)}");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private (string? Output, string Obstacle) Start(string path, ReplayBuild build, int threads, CancellationToken cancellation)
    {
        // Shadow memory is reserved and not used: the group of processes still has the usual limit.
        var limits = ProcessLimits.ForRun with { Wall = Limit, DataBytes = ShadowBytes };
        var command = new SandboxCommand(
            SandboxPhase.Run, [ProgramPath], [new(path, ProgramPath, false)],
            build.Environment.SetItem("OMP_THREAD_LIMIT", threads.ToString(CultureInfo.InvariantCulture)), limits)
        {
            HasProcessFiles = build.NeedsProcessFiles,
        };
        using var process = SandboxProcess.Start(sandbox, command);
        return process.StartFailure is { } failure ? (null, failure)
            : process.WaitForExit(limits.Wall, cancellation) ? (process.Errors, "")
            : (null, string.Create(CultureInfo.InvariantCulture, $"no end within {limits.Wall.TotalSeconds:0} s under {build.Name}"));
    }

    private static string WhyNot(CompileOutcome outcome) => outcome switch
    {
        CompileOutcome.Rejected rejected => rejected.Messages.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal)) ?? "the compiler says no",
        CompileOutcome.LimitExceeded exceeded => exceeded.Reason,
        CompileOutcome.Infrastructure infrastructure => infrastructure.Reason,
        _ => "",
    };
}
