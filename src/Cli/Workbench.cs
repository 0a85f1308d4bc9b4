using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Clang;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Native;
using HpcVerify.Verifier.Replay;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Cli;

/// <summary>
/// The composition root: opens the toolchain, the front end and the tasks from what is installed here. A message that it
/// cannot is meant for the user, with exit code 2.
/// </summary>
public sealed class Workbench(Installation installation, Confinement confinement, CancellationToken cancellation)
{
    private readonly Lazy<ToolchainState> _toolchain = new(() => Open(installation, confinement, cancellation));

    public Installation Installation { get; } = installation;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The sandbox, the compiler and the driver; building kernels needs them, reading kernels does not.</summary>
    public ToolchainState Toolchain => _toolchain.Value;

    /// <summary>What a call of reference and kernel shows natively; null where it shows nothing, or there is no sandbox to make it in.</summary>
    public DifferentElement? DiffersNatively(VerificationRequest request, Counterexample call, CancellationToken until) => Toolchain is ToolchainState.Ready { Toolchain: var ready }
        ? new NativeTrial(new(ready.Sandbox, ready.Clock), Installation.CompilerPath).Differing(request, call, until)
        : null;

    /// <summary>A front end that sees what the scoring compiler sees at this level; null after telling the user what is wrong.</summary>
    internal FrontEnd? OpenFrontEnd(OptimizationLevel level, Streams streams)
    {
        var (frontEnd, problem) = OpenFrontEnd(level);
        if (problem is not null)
        {
            streams.Errors.Complain(problem);
        }

        return frontEnd;
    }

    /// <summary>The same for callers who have nobody to tell.</summary>
    public (FrontEnd? FrontEnd, string? Error) OpenFrontEnd(OptimizationLevel level)
    {
        if (Installation.CacheProblem() is { } problem)
        {
            return (null, problem);
        }

        if (NativeLibraries.Probe() is null)
        {
            return (null, "libclang 17 or newer was not found (install it with 'apt-get install libclang1-19')");
        }

        // Printing macros runs no code of a candidate, so that it may do without the sandbox.
        var options = Options(Installation, Confinement.UnsafeLimitsOnly);
        if (Sandbox.Probe(options, ControlGroupHierarchies.None) is not SandboxState.Ready { Sandbox: var sandbox })
        {
            return (null, "gcc cannot be started");
        }

        var compiler = new Compiler(sandbox, Installation.CompilerPath, TimeProvider.System);
        var version = compiler.Version(Cancellation);
        return compiler.PredefinedMacros(version, Compiler.KernelFlags(level), ProcessLimits.ForCompile, Cancellation) switch
        {
            CompileOutcome.Compiled macros => (
                new FrontEnd(new(Installation.LibraryDirectory, Path.Combine(Installation.CacheDirectory, "headers"), File.ReadAllText(macros.Path))),
                null),
            _ => (null, $"'{Installation.CompilerPath}' does not print its macros (install 'gcc')"),
        };
    }

    public static SandboxOptions Options(Installation installation, Confinement confinement) =>
        SandboxOptions.Usual(Path.Combine(installation.CacheDirectory, "native")) is var usual && Directory.Exists(usual.SharedMemoryFolder)
            ? usual with { Confinement = confinement }
            : usual with { Confinement = confinement, SharedMemoryFolder = Path.GetTempPath() };

    private static ToolchainState Open(Installation installation, Confinement confinement, CancellationToken cancellation) =>
        installation.CacheProblem() is { } problem
            ? new ToolchainState.Missing(problem)
            : Verifier.Native.Toolchain.Open(Options(installation, confinement), installation.CompilerPath, TimeProvider.System, cancellation);
}
