using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace HpcVerify.Verifier.Native;

/// <summary>Runs gcc in the sandbox, where the source is <c>kernel.c</c> in an otherwise empty folder.</summary>
public sealed partial class Compiler
{
    private const string SourceName = "kernel.c";
    private const string ObjectName = "kernel.so";
    private const string HeadersFolder = "/headers";

    /// <summary>Of the headers that kernels include, the one whose reading takes longer than all the rest of a compilation.</summary>
    private const string SlowHeader = "immintrin.h";

    // Phrases of gcc's driver and of the binutils when one of their processes ran into a resource limit.
    private static readonly ImmutableArray<string> LimitPhrases =
    [
        "out of memory", "memory exhausted", "signal terminated program", "File size limit exceeded", "File too large",
        "cannot allocate memory", "Cannot allocate memory",
    ];

    private readonly Sandbox sandbox;
    private readonly string compilerPath;
    private readonly TimeProvider clock;

    /// <summary>Compiled headers whose files this process has looked at, by the file that lists them.</summary>
    private readonly ConcurrentDictionary<string, string> checkedHeaders = new();

    /// <summary>A compiler at <paramref name="compilerPath"/> whose every run is confined by <paramref name="sandbox"/>.</summary>
    public Compiler(Sandbox sandbox, string compilerPath, TimeProvider clock)
    {
        this.sandbox = sandbox;
        this.compilerPath = compilerPath;
        this.clock = clock;
    }

    /// <summary>
    /// Flags of a scored kernel. An unresolved symbol is an error here, not a crash later; only the C, math and OpenMP
    /// libraries are searched.
    /// </summary>
    public static ImmutableArray<string> KernelFlags(OptimizationLevel level) =>
        [$"-{level.Name()}", "-march=native", "-fopenmp", "-std=gnu17", "-fPIC", "-shared", "-Wl,-z,defs"];

    /// <summary>Builds candidate text to a shared object at <paramref name="output"/>.</summary>
    public CompileOutcome CompileKernel(
        string source, ImmutableArray<string> flags, string output, ProcessLimits limits, CancellationToken cancellation) =>
        Run(source, [.. flags, "-o", ObjectName, SourceName, "-lm"], [], output, limits, cancellation);

    /// <summary>
    /// The same with a header already read. gcc looks into a folder that has nothing but the header's compiled form, and takes that only where
    /// the candidate's first line of C is the directive that includes it, under the same flags, macros and pragmas: nothing is included
    /// that is not written, and a candidate that prepares the ground for the header otherwise gets the header's text.
    /// </summary>
    public CompileOutcome CompileKernelWithHeader(
        string source, ImmutableArray<string> flags, string compiledHeader, string output, ProcessLimits limits, CancellationToken cancellation) =>
        Run(
            source, [.. flags, "-isystem", HeadersFolder, "-o", ObjectName, SourceName, "-lm"],
            [new(compiledHeader, $"{HeadersFolder}/{SlowHeader}.gch", IsWritable: false)], output, limits, cancellation);

    /// <summary>
    /// The header of x86's vector instructions, compiled for <paramref name="flags"/> and kept in the cache by compiler, flags and the content of all files
    /// that went into it, which is looked at once. Another outcome means that there is none: on other processors, and without a sandbox, in which alone it
    /// has the name that gcc looks for.
    /// </summary>
    public CompileOutcome CompileHeader(string version, ImmutableArray<string> flags, ProcessLimits limits, CancellationToken cancellation)
    {
        if (RuntimeInformation.OSArchitecture is not Architecture.X64 || !sandbox.IsConfined)
        {
            return new CompileOutcome.Infrastructure("no header to compile here");
        }

        var list = CachePath("header", ".sources", version, flags);
        if (checkedHeaders.TryGetValue(list, out var known))
        {
            return new CompileOutcome.Compiled(known, "", TimeSpan.Zero);
        }

        var outcome = HeaderSources.AreUnchanged(list) && HeaderPath(list, File.ReadAllText(list)) is var path && File.Exists(path)
            ? new CompileOutcome.Compiled(path, "", TimeSpan.Zero)
            : MakeHeader(list, [.. flags.Where(flag => !IsForLinking(flag))], limits, cancellation);
        if (outcome is CompileOutcome.Compiled { Path: var made })
        {
            checkedHeaders[list] = made;
        }

        return outcome;
    }

    /// <summary>
    /// Builds our own code with more libraries, each named by full path: a distribution's library may come without the
    /// development package whose link <c>-l</c> looks for. Their real folder is recorded, as the sandbox has no ld.so.cache.
    /// </summary>
    public CompileOutcome CompileTrusted(
        string source, ImmutableArray<string> flags, ImmutableArray<string> libraries, string output,
        ProcessLimits limits, CancellationToken cancellation)
    {
        var files = libraries.Select(RealPath).ToList();
        var folders = files.Select(file => $"-Wl,-rpath,{Path.GetDirectoryName(file)}").Distinct();
        return Run(source, [.. flags, "-o", ObjectName, SourceName, .. files, .. folders, "-lm"], [], output, limits, cancellation);
    }

    /// <summary>The compiler's <c>-dM -E</c> output under <paramref name="flags"/>, kept in the cache by compiler and flags.</summary>
    public CompileOutcome PredefinedMacros(
        string version, ImmutableArray<string> flags, ProcessLimits limits, CancellationToken cancellation)
    {
        var path = CachePath("macros", ".h", version, flags);
        return File.Exists(path)
            ? new CompileOutcome.Compiled(path, "", TimeSpan.Zero)
            : Run("", [.. flags, "-dM", "-E", "-o", ObjectName, SourceName], [], path, limits, cancellation);
    }

    /// <summary>What <c>gcc --version</c> says first.</summary>
    public string Version(CancellationToken cancellation) => sandbox.VersionOf(compilerPath, cancellation);

    private static bool IsForLinking(string flag) => flag == "-shared" || flag.StartsWith("-Wl,", StringComparison.Ordinal);

    // gcc itself refuses what another cc1 made. Files that change meanwhile would be kept under the hash of what they were.
    private CompileOutcome MakeHeader(string list, ImmutableArray<string> flags, ProcessLimits limits, CancellationToken cancellation)
    {
        const string Source = $"#include <{SlowHeader}>\n";
        var draft = $"{list}.{Guid.NewGuid():N}";
        try
        {
            if (Run(Source, [.. flags, "-M", "-o", ObjectName, SourceName], [], draft, limits, cancellation) is var rule and not CompileOutcome.Compiled)
            {
                return rule;
            }

            var sources = HeaderSources.Of(compilerPath, File.ReadAllText(draft));
            var outcome = Run(Source, [.. flags, "-x", "c-header", "-o", ObjectName, SourceName], [], draft, limits, cancellation);
            if (outcome is not CompileOutcome.Compiled compiled)
            {
                return outcome;
            }

            if (sources != HeaderSources.Again(sources))
            {
                return new CompileOutcome.Infrastructure("the header changed while it was compiled");
            }

            var path = HeaderPath(list, sources);
            File.Move(draft, path, overwrite: true);
            CacheFile.Publish(list, Encoding.UTF8.GetBytes(sources));
            return compiled with { Path = path };
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private string HeaderPath(string list, string sources) =>
        CacheFile.PathOf(sandbox.Options.CacheFolder, "header", ".gch", Encoding.UTF8.GetBytes($"{list}\n{sources}"));

    // The processor decides what -march=native means.
    private string CachePath(string stem, string extension, string version, ImmutableArray<string> flags) => CacheFile.PathOf(
        sandbox.Options.CacheFolder, stem, extension,
        Encoding.UTF8.GetBytes(string.Join('\n', [compilerPath, version, NativeProbe.Processor().Model, .. NativeProbe.Processor().Flags, .. flags])));

    private CompileOutcome Run(
        string source, ImmutableArray<string> words, ImmutableArray<Mount> mounts, string output, ProcessLimits limits, CancellationToken cancellation)
    {
        var folder = Path.Combine(sandbox.Options.CacheFolder, $"compile-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        try
        {
            File.WriteAllText(Path.Combine(folder, SourceName), source);
            return RunIn(folder, words, mounts, output, limits, cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private CompileOutcome RunIn(
        string folder, ImmutableArray<string> words, ImmutableArray<Mount> mounts, string output, ProcessLimits limits, CancellationToken cancellation)
    {
        var begin = clock.GetTimestamp();
        var mount = new Mount(folder, SandboxCommand.WorkFolder, IsWritable: true);
        using var process = SandboxProcess.Start(
            sandbox, Command([compilerPath, "-fdiagnostics-color=never", .. words], [mount, .. mounts], limits));
        if (process.StartFailure is { } failure)
        {
            return new CompileOutcome.Infrastructure(failure);
        }

        if (!process.WaitForExit(limits.Wall, cancellation))
        {
            return Late(process, limits);
        }

        var made = new FileInfo(Path.Combine(folder, ObjectName));
        return process.ExitCode == 0 && IsPlainFile(made)
            ? Keep(made, output, process.Errors, clock.GetElapsedTime(begin))
            : Failure(process);
    }

    // A compiler never sleeps: one that used little of the wall time was kept from working.
    private static CompileOutcome Late(SandboxProcess process, ProcessLimits limits) =>
        process.Group.ProcessorTime is { } used && used < limits.Wall / 2
            ? new CompileOutcome.Infrastructure($"the compiler got {used.TotalSeconds:0.##} s of {limits.Wall.TotalSeconds:0.##} s")
            : new CompileOutcome.LimitExceeded($"no result within {limits.Wall.TotalSeconds:0.##} s");

    private static CompileOutcome.Compiled Keep(FileInfo made, string output, string messages, TimeSpan elapsed)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
        var draft = $"{output}.{Guid.NewGuid():N}";
        made.CopyTo(draft);
        File.Move(draft, output, overwrite: true);
        return new(output, messages, elapsed);
    }

    private CompileOutcome Failure(SandboxProcess process)
    {
        var messages = process.Errors;
        if (process.Group.RanOutOfMemory)
        {
            return new CompileOutcome.LimitExceeded("the compiler ran out of memory");
        }

        if (LimitPhrases.FirstOrDefault(phrase => messages.Contains(phrase, StringComparison.Ordinal)) is { } phrase)
        {
            return new CompileOutcome.LimitExceeded($"the compiler ran into a limit: {phrase}");
        }

        var place = FirstError().Match(messages);
        return LooksLikeSandbox(messages) && sandbox.WhyTrialFails() is { Length: > 0 } reason
            ? new CompileOutcome.Infrastructure(reason)
            : new CompileOutcome.Rejected(messages, Number(place.Groups["line"]), Number(place.Groups["column"]));
    }

    // A candidate can make gcc say this too (by a #line directive), so it is a reason to look and not yet an answer.
    private static bool LooksLikeSandbox(string messages) =>
        messages.StartsWith("bwrap:", StringComparison.Ordinal) || messages.StartsWith("prlimit:", StringComparison.Ordinal)
        || messages.StartsWith("sandbox:", StringComparison.Ordinal) || messages.StartsWith("/bin/sh:", StringComparison.Ordinal);

    // A link planted by a compiler bug must not make the supervisor read a file of the host.
    private static bool IsPlainFile(FileInfo file) => file.Exists && file.LinkTarget is null;

    private static int Number(Group group) =>
        int.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static SandboxCommand Command(ImmutableArray<string> words, ImmutableArray<Mount> mounts, ProcessLimits limits) =>
        new(SandboxPhase.Compile, words, mounts, Environment, limits);

    private static ImmutableSortedDictionary<string, string> Environment { get; } =
        ImmutableSortedDictionary.CreateRange<string, string>(
            [new("PATH", "/usr/bin:/bin"), new("LC_ALL", "C"), new("TMPDIR", SandboxCommand.WorkFolder)]);

    private static string RealPath(string path)
    {
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true);
        return target?.FullName ?? path;
    }

    [GeneratedRegex(@"^kernel\.c:(?<line>\d+):(?<column>\d+): (fatal )?error:", RegexOptions.Multiline)]
    private static partial Regex FirstError();
}
