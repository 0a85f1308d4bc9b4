using System.Collections.Immutable;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Verifier.Tests.Native;

/// <summary>A sandbox, a compiler and the driver, opened once for all native tests.</summary>
public sealed class NativeBench : IDisposable
{
    private int built;

    public NativeBench()
    {
        Folder = Directory.CreateTempSubdirectory("hpcverify-tests-").FullName;
        Options = SandboxOptions.Usual(Folder) with
        {
            SharedMemoryFolder = Directory.CreateDirectory($"/dev/shm/{Path.GetFileName(Folder)}").FullName,
        };
        Sandbox = Assert.IsType<SandboxState.Ready>(HpcVerify.Verifier.Native.Sandbox.Probe(Options, ControlGroupHierarchies.Find())).Sandbox;
        Compiler = new(Sandbox, "/usr/bin/gcc", TimeProvider.System);
        Driver = Assert.IsType<CompileOutcome.Compiled>(DriverProgram.Build(Sandbox, Compiler, default)).Path;
    }

    public string Folder { get; }

    public SandboxOptions Options { get; }

    public Sandbox Sandbox { get; }

    public Compiler Compiler { get; }

    public string Driver { get; }

    public CompileOutcome Compile(string source, ProcessLimits? limits = null) =>
        Compiler.CompileKernel(
            source, Compiler.KernelFlags(OptimizationLevel.Full), Path.Combine(Folder, $"kernel{Interlocked.Increment(ref built)}.so"),
            limits ?? ProcessLimits.ForCompile, default);

    public SessionStart Start(string source, SessionOptions options, string entry = "kernel") =>
        Compile(source) is CompileOutcome.Compiled compiled
            ? KernelSession.Start(Sandbox, Driver, compiled.Path, entry, options, TimeProvider.System, default)
            : throw new InvalidOperationException(Compile(source).ToString());

    /// <summary>Compiles, loads and calls once with <paramref name="arguments"/>.</summary>
    public CallOutcome CallOnce(string source, SessionOptions options, params ImmutableArray<Argument> arguments)
    {
        switch (Start(source, options))
        {
            case SessionStart.Running running:
                using (running.Session)
                {
                    return running.Session.Call(new(arguments, ReturnClass.Integer), default);
                }

            case SessionStart.Failed failed:
                return failed.Outcome;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        Directory.Delete(Options.SharedMemoryFolder);
    }
}

/// <summary>Native tests run alone: they count processes and groups, and some keep time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class NativeTests : ICollectionFixture<NativeBench>
{
    public const string Name = "native";
}
