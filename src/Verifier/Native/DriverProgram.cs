using System.Collections.Immutable;
using System.Text;

namespace HpcVerify.Verifier.Native;

/// <summary>The program that loads a kernel inside the sandbox, compiled once per source and compiler into the cache.</summary>
public static class DriverProgram
{
    private const string ResourceName = "driver.c";
    private static readonly ImmutableArray<string> Flags = ["-O2", "-std=gnu17", "-Wall", "-Wextra", "-Werror"];

    /// <summary>The program's path, or why it could not be built.</summary>
    public static CompileOutcome Build(Sandbox sandbox, Compiler compiler, CancellationToken cancellation)
    {
        var source = EmbeddedSource.Read(typeof(DriverProgram).Assembly, ResourceName);
        var key = Encoding.UTF8.GetBytes(string.Join('\n', [compiler.Version(cancellation), .. Flags, source]));
        var path = CacheFile.PathOf(sandbox.Options.CacheFolder, "driver", "", key);
        return File.Exists(path)
            ? new CompileOutcome.Compiled(path, "", TimeSpan.Zero)
            : compiler.CompileTrusted(source, Flags, [], path, ProcessLimits.ForCompile, cancellation);
    }
}
