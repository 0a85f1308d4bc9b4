using System.Collections.Immutable;
using System.Text;

namespace HpcVerify.Verifier.Native;

/// <summary>Everything that building and running kernels needs, found and tried once.</summary>
public sealed record Toolchain(
    Sandbox Sandbox, Compiler Compiler, string CompilerVersion, string DriverPath, ImmutableHashSet<string> ProcessorFlags, TimeProvider Clock)
{
    /// <summary>Tries the sandbox and the compiler and builds the driver; a failure says what is wrong and how to mend it.</summary>
    public static ToolchainState Open(SandboxOptions options, string compilerPath, TimeProvider clock, CancellationToken cancellation)
    {
        var state = Sandbox.Probe(options, ControlGroupHierarchies.Find());
        if (state is not SandboxState.Ready { Sandbox: var sandbox })
        {
            var reason = ((SandboxState.Refused)state).Reason;
            return new ToolchainState.Missing(
                $"candidate code is refused without a working sandbox: {reason} (install 'bubblewrap', or accept the danger with --unsafe-no-sandbox)");
        }

        var compiler = new Compiler(sandbox, compilerPath, clock);
        var version = compiler.Version(cancellation);
        if (version.Length == 0)
        {
            return new ToolchainState.Missing($"'{compilerPath}' does not run in the sandbox (install 'gcc')");
        }

        return DriverProgram.Build(sandbox, compiler, cancellation) switch
        {
            CompileOutcome.Compiled driver => new ToolchainState.Ready(
                new(sandbox, compiler, version, driver.Path, [.. NativeProbe.Processor().Flags], clock)),
            var outcome => new ToolchainState.Missing($"the driver does not build: {outcome}"),
        };
    }

    /// <summary>Builds candidate text as it is scored, to a shared object at <paramref name="output"/>.</summary>
    public CompileOutcome CompileKernel(string source, OptimizationLevel level, string output, CancellationToken cancellation)
    {
        var flags = Compiler.KernelFlags(level);
        return Compiler.CompileHeader(CompilerVersion, flags, ProcessLimits.ForCompile, cancellation) is CompileOutcome.Compiled { Path: var header }
            ? Compiler.CompileKernelWithHeader(source, flags, header, output, ProcessLimits.ForCompile, cancellation)
            : Compiler.CompileKernel(source, flags, output, ProcessLimits.ForCompile, cancellation);
    }

    /// <summary>Builds our own code once; later calls with the same text, flags and compiler find it in the cache.</summary>
    public CompileOutcome BuildTrusted(
        string source, ImmutableArray<string> flags, ImmutableArray<string> libraries, CancellationToken cancellation)
    {
        var key = Encoding.UTF8.GetBytes(string.Join('\n', [CompilerVersion, .. flags, .. libraries, source]));
        var path = CacheFile.PathOf(Sandbox.Options.CacheFolder, "trusted", ".so", key);
        return File.Exists(path)
            ? new CompileOutcome.Compiled(path, "", TimeSpan.Zero)
            : Compiler.CompileTrusted(source, flags, libraries, path, ProcessLimits.ForCompile, cancellation);
    }

    /// <summary>Loads a shared object and finds a function in it.</summary>
    public SessionStart Start(string objectPath, string entryPoint, SessionOptions options, CancellationToken cancellation) =>
        KernelSession.Start(Sandbox, DriverPath, objectPath, entryPoint, options, Clock, cancellation);
}

/// <summary>A toolchain, or why there is none.</summary>
public abstract record ToolchainState
{
    private ToolchainState() { }

    public sealed record Ready(Toolchain Toolchain) : ToolchainState;

    public sealed record Missing(string Reason) : ToolchainState;
}
