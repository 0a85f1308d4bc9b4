using System.Collections.Immutable;
using System.Diagnostics;

namespace HpcVerify.Parser.Tests.Library;

/// <summary>Programs run by the library tests, and where their sources are.</summary>
internal static class Toolchain
{
    private static string Root { get; } = FindRoot();

    public static string Headers { get; } = Path.Combine(Root, "src", "Parser", "Library");

    /// <summary>As a file includes them: those of subfolders by their path.</summary>
    public static ImmutableArray<string> HeaderNames { get; } =
    [
        .. Directory.GetFiles(Headers, "*.h", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Headers, file)).Order(StringComparer.Ordinal),
    ];

    public static string TestSources { get; } = Path.Combine(Root, "tests", "Parser.Tests", "Library");

    /// <summary>What a program printed, and whether it succeeded.</summary>
    internal sealed record Outcome(int ExitCode, string Output, string Errors);

    public static Outcome Run(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.Result);
    }

    /// <summary>CPU features by the names the models use: the kernel calls sse3 by its code name, pni.</summary>
    public static ImmutableHashSet<string> CpuFeatures() =>
        [.. File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("flags", StringComparison.Ordinal))
            .Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(flag => flag == "pni" ? "sse3" : flag)];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HpcVerify.sln")))
        {
            folder = folder.Parent ?? throw new UnreachableException();
        }

        return folder.FullName;
    }
}
