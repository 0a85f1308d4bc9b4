using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;

namespace HpcVerify.Verifier.Native;

/// <summary>A program to be built and run once.</summary>
/// <param name="IsCpp">C++ instead of C.</param>
/// <param name="MemoryBytes">Null for what a kernel gets.</param>
public sealed record ProgramRequest(string Code, bool IsCpp, byte[] Input, TimeSpan CompileLimit, TimeSpan RunLimit, long? MemoryBytes);

public enum ProgramState
{
    Finished,
    TimedOut,

    /// <summary>A failure of ours.</summary>
    Error,
}

/// <summary>How the compiler or the program ended; no code where it did not.</summary>
public sealed record ProgramStep(ProgramState State, TimeSpan Elapsed, int? ReturnCode, string Output, string Errors);

/// <summary>Both steps; the second is null where the first failed.</summary>
public sealed record ProgramResult(ProgramStep Compile, ProgramStep? Run);

/// <summary>Builds programs and runs them in the sandbox with standard streams that are files; they see nothing else they could write to.</summary>
public sealed class ProgramRunner(Toolchain toolchain, string? cppCompilerPath)
{
    private const long LargestOutput = 16 << 20;
    private const int KilledByFileLimit = 128 + 25;

    public ProgramResult Run(ProgramRequest request, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("hpcverify-program-").FullName;
        try
        {
            var compile = Compile(request, Path.Combine(folder, "program"), cancellation);
            return new(compile, compile is { State: ProgramState.Finished, ReturnCode: 0 } ? Start(request, folder, cancellation) : null);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private ProgramStep Compile(ProgramRequest request, string path, CancellationToken cancellation)
    {
        if (request.IsCpp && cppCompilerPath is null)
        {
            return new(ProgramState.Error, TimeSpan.Zero, null, "", "there is no C++ compiler here (install 'g++')");
        }

        var compiler = request.IsCpp ? new Compiler(toolchain.Sandbox, cppCompilerPath!, toolchain.Clock) : toolchain.Compiler;
        var (limits, watch) = (ProcessLimits.ForCompile with { Wall = request.CompileLimit }, Stopwatch.StartNew());
        ImmutableArray<string> flags = request.IsCpp ? ["-O2", "-std=c++17", "-x", "c++"] : ["-O2", "-std=gnu17"];
        var outcome = compiler.CompileKernel(request.Code, flags, path, limits, cancellation);
        return outcome switch
        {
            CompileOutcome.Compiled compiled => new(ProgramState.Finished, watch.Elapsed, 0, "", compiled.Messages),
            CompileOutcome.Rejected rejected => new(ProgramState.Finished, watch.Elapsed, 1, "", rejected.Messages),
            CompileOutcome.LimitExceeded exceeded when watch.Elapsed >= request.CompileLimit => new(ProgramState.TimedOut, watch.Elapsed, null, "", exceeded.Reason),
            CompileOutcome.LimitExceeded exceeded => new(ProgramState.Finished, watch.Elapsed, 1, "", exceeded.Reason),
            CompileOutcome.Infrastructure infrastructure => new(ProgramState.Error, watch.Elapsed, null, "", infrastructure.Reason),
            _ => throw new UnreachableException(),
        };
    }

    private ProgramStep Start(ProgramRequest request, string folder, CancellationToken cancellation)
    {
        var (input, output) = (Path.Combine(folder, "input"), Path.Combine(folder, "output"));
        File.WriteAllBytes(input, request.Input);
        File.WriteAllBytes(output, []);

        const string Program = SandboxCommand.WorkFolder + "/program";
        var limits = ProcessLimits.ForRun with { Wall = request.RunLimit, Cpu = request.RunLimit + TimeSpan.FromSeconds(1), FileBytes = LargestOutput, MemoryBytes = request.MemoryBytes ?? ProcessLimits.ForRun.MemoryBytes };
        var command = new SandboxCommand(
            SandboxPhase.Run, [Program], [new(Path.Combine(folder, "program"), Program, false)], ImmutableSortedDictionary<string, string>.Empty, limits)
        {
            Standard = new(input, output),
        };
        var watch = Stopwatch.StartNew();
        using var process = SandboxProcess.Start(toolchain.Sandbox, command);
        if (process.StartFailure is { } failure)
        {
            return new(ProgramState.Error, watch.Elapsed, null, "", failure);
        }

        var isOver = process.WaitForExit(limits.Wall, cancellation);
        var elapsed = watch.Elapsed;
        process.Kill();
        var written = Encoding.UTF8.GetString(File.ReadAllBytes(output));
        return isOver && process.ExitCode != KilledByFileLimit
            ? new(ProgramState.Finished, elapsed, process.ExitCode, written, process.Errors)
            : isOver ? new(ProgramState.Finished, elapsed, process.ExitCode, written, process.Errors + "the program wrote more than 16 MiB\n")
            : new(ProgramState.TimedOut, elapsed, null, written, process.Errors);
    }
}
