using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace HpcVerify.Verifier.Native;

/// <summary>What this machine offers for building and running kernels.</summary>
/// <param name="CompilerVersion">Empty where gcc is absent or does not run in the sandbox.</param>
/// <param name="BubblewrapPath">Empty where the file is absent; likewise the version.</param>
/// <param name="SandboxProblem">Empty where bubblewrap ran a trial process.</param>
/// <param name="OpenBlasPath">Empty where the library is absent.</param>
public sealed record NativeFacts(
    string CompilerPath, string CompilerVersion, string BubblewrapPath, string BubblewrapVersion, string SandboxProblem,
    ControlGroupHierarchies ControlGroups, ProcessorFacts Processor, int AvailableProcessors, string OpenBlasPath);

/// <summary>The processor's name and feature flags as the kernel lists them.</summary>
public sealed record ProcessorFacts(string Model, ImmutableArray<string> Flags);

/// <summary>Gathers <see cref="NativeFacts"/>.</summary>
public static class NativeProbe
{
    private const string AllowedField = "Cpus_allowed_list:";
    private static readonly ImmutableArray<int> Allowed = ReadAllowed();

    private static readonly ImmutableArray<string> LibraryFolders =
        ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib", "/usr/local/lib"];

    /// <summary>Tries the sandbox and the compiler, and reads the rest.</summary>
    public static NativeFacts Gather(SandboxOptions options, string compilerPath, CancellationToken cancellation)
    {
        var hierarchies = ControlGroupHierarchies.Find();
        var (problem, compiler, bubblewrap) = Sandbox.Probe(options, hierarchies) switch
        {
            SandboxState.Ready { Sandbox: var sandbox } => (
                sandbox.IsConfined ? "" : "resource limits only",
                sandbox.VersionOf(compilerPath, cancellation), sandbox.VersionOf(options.BubblewrapPath, cancellation)),
            SandboxState.Refused refused => (refused.Reason, "", ""),
            _ => throw new UnreachableException(),
        };
        return new(
            compilerPath, compiler, File.Exists(options.BubblewrapPath) ? options.BubblewrapPath : "", bubblewrap, problem,
            hierarchies, Processor(), Environment.ProcessorCount, OpenBlasPath());
    }

    /// <summary>The first processor of /proc/cpuinfo.</summary>
    public static ProcessorFacts Processor()
    {
        var fields = File.ReadLines("/proc/cpuinfo")
            .TakeWhile(line => line.Length > 0)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(words => words.Length == 2)
            .ToLookup(words => words[0], words => words[1]);
        var flags = fields["flags"].Concat(fields["Features"]).FirstOrDefault() ?? "";
        return new(fields["model name"].FirstOrDefault() ?? "", [.. flags.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order()]);
    }

    /// <summary>The processors that this process may run on, in order; empty where Linux does not say. Its threads may be moved about among them, so this is read once.</summary>
    public static ImmutableArray<int> AllowedProcessors() => Allowed;

    private static ImmutableArray<int> ReadAllowed() =>
        ProcFile.Lines("/proc/self/status").FirstOrDefault(line => line.StartsWith(AllowedField, StringComparison.Ordinal)) is { } line
            ? [.. line[AllowedField.Length..].Split(',', StringSplitOptions.TrimEntries).SelectMany(Range)]
            : [];

    /// <summary>Where OpenBLAS is, or the empty string.</summary>
    public static string OpenBlasPath() =>
        LibraryFolders
            .SelectMany(folder => (string[])[Path.Combine(folder, "libopenblas.so.0"), Path.Combine(folder, "libopenblas.so")])
            .FirstOrDefault(File.Exists) ?? "";

    /// <summary><c>3</c> or <c>4-7</c>.</summary>
    private static IEnumerable<int> Range(string text)
    {
        var ends = text.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToList();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }
}
