using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ClangSharp.Interop;

namespace HpcVerify.Parser.Clang;

/// <summary>
/// Precompiled forms of include lists, on disk in a folder whose name hashes what they all depend on. Files appear by
/// rename, so that processes may race on a cold cache; where one cannot be made, parsing just goes without.
/// </summary>
internal sealed class PrecompiledHeaders(FrontEndOptions options)
{
    private const string Target = "x86_64-pc-linux-gnu";

    /// <summary>Lists that have a precompiled form: kernels of people need a dozen, and a policy that shuffles its headers is not to fill the disk.</summary>
    private const int MostLists = 256;

    private const string Extension = ".pch";

    /// <summary>Declares the markers that stand for pragmas, and lets the model headers show what they model.</summary>
    private const string Markers = """

        #define HV_MODEL 1
        int __hv_directive(int site, ...);
        int __hv_pragma(int site);
        int __hv_pragma_text(const char *text);

        """;

    private readonly ConcurrentDictionary<string, Lazy<string?>> _built = new();
    private readonly Lazy<string> _fingerprint = new(() => Fingerprint(options));
    private readonly Lazy<string> _prelude = new(() => WritePrelude(options));

    /// <summary>A file with the scoring compiler's macros and the markers, for parses without a precompiled header.</summary>
    public string PreludeFile => _prelude.Value;

    public static ImmutableArray<string> Arguments(FrontEndOptions options) =>
    [
        "--target=" + Target, "-std=gnu17", "-undef", "-nostdinc", "-I" + options.LibraryDirectory, "-ferror-limit=0",
        "-fno-spell-checking", "-fbracket-depth=1024", "-Wno-everything", "-Wunknown-attributes",
        "-Wno-error=implicit-function-declaration", "-Wno-error=implicit-int", "-Wno-error=int-conversion",
        "-Wno-error=incompatible-function-pointer-types",
    ];

    /// <summary>The precompiled form of <c>#include &lt;…&gt;</c> lines in this order; null when it cannot be had.</summary>
    public string? For(ImmutableArray<string> headers)
    {
        var name = Name(string.Join('\n', headers));
        return _built.TryGetValue(name, out var built) ? built.Value
            : _built.Count >= MostLists ? null
            : _built.GetOrAdd(name, _ => new(() => Build(name, headers))).Value;
    }

    private string? Build(string name, ImmutableArray<string> headers)
    {
        var folder = Path.Combine(options.CacheDirectory, _fingerprint.Value);
        var path = Path.Combine(folder, name + Extension);
        if (File.Exists(path))
        {
            return path;
        }

        try
        {
            if (Directory.CreateDirectory(folder).EnumerateFiles("*" + Extension).Skip(MostLists - 1).Any())
            {
                return null;
            }

            var lines = headers.Select(header => $"#include <{header}>\n");
            var header = WriteOnce(Path.Combine(folder, name + ".h"), Prelude(options) + string.Concat(lines));
            var draft = $"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}";
            using var index = CXIndex.Create(excludeDeclarationsFromPch: true, displayDiagnostics: false);
            var error = CXTranslationUnit.TryParse(
                index,
                header,
                [.. Arguments(options), "-xc-header"],
                [],
                CXTranslationUnit_Flags.CXTranslationUnit_Incomplete | CXTranslationUnit_Flags.CXTranslationUnit_ForSerialization,
                out var unit);
            if (error != CXErrorCode.CXError_Success)
            {
                return null;
            }

            using (unit)
            {
                if (unit.Save(draft, 0) != CXSaveError.CXSaveError_None)
                {
                    return null;
                }
            }

            File.Move(draft, path, overwrite: true);
            return path;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string WritePrelude(FrontEndOptions options) =>
        WriteOnce(Path.Combine(options.CacheDirectory, Name(Prelude(options)) + ".prelude.h"), Prelude(options));

    private static string Prelude(FrontEndOptions options) => options.PredefinedMacros + Markers;

    private static string WriteOnce(string path, string text)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var draft = $"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}";
            File.WriteAllText(draft, text);
            File.Move(draft, path, overwrite: true);
        }

        return path;
    }

    private static string Fingerprint(FrontEndOptions options)
    {
        using var version = clang.getClangVersion();
        var headers = Directory.EnumerateFiles(options.LibraryDirectory, "*.h", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => file + "\n" + File.ReadAllText(file));
        return Name(string.Join('\n', [version.ToString(), Prelude(options), .. Arguments(options), .. headers]));
    }

    private static string Name(string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..32];
}
