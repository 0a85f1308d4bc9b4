using System.Reflection;
using System.Runtime.InteropServices;
using ClangSharp.Interop;

namespace HpcVerify.Parser.Clang;

/// <summary>
/// Finds libclang: the file that <c>HPCVERIFY_LIBCLANG</c> names, then a package's runtime folder, then the system's names.
/// </summary>
public static partial class NativeLibraries
{
    private static readonly string[] SystemNames =
    [
        "libclang-19.so.1", "libclang-20.so.1", "libclang-21.so.1", "libclang-22.so.1", "libclang-18.so.1", "libclang-17.so.1",
        "libclang.so.1", "libclang.so",
    ];

    private static readonly Lazy<bool> Registered = new(Register);

    /// <summary>Registers the search, once; safe to call from any thread.</summary>
    public static void Load() => _ = Registered.Value;

    /// <summary>The path or name under which libclang loads, and its version; null where it does not.</summary>
    public static (string Name, string Version)? Probe()
    {
        foreach (var candidate in Candidates())
        {
            if (NativeLibrary.TryLoad(candidate, out _))
            {
                Load();
                using var version = clang.getClangVersion();
                return (candidate, version.ToString());
            }
        }

        return null;
    }

    private static bool Register()
    {
        // libclang otherwise parses on a thread of its own with a small stack; ours has a big one (see BigStack).
        _ = SetEnvironment("LIBCLANG_NOTHREADS", "1", 1);
        NativeLibrary.SetDllImportResolver(typeof(clang).Assembly, Resolve);
        return true;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != "libclang")
        {
            return 0;
        }

        foreach (var candidate in Candidates())
        {
            if (NativeLibrary.TryLoad(candidate, out var handle))
            {
                return handle;
            }
        }

        throw new DllNotFoundException(
            $"libclang 17 or newer was not found (tried {string.Join(", ", Candidates())}); install it with 'apt-get install libclang1-19' "
            + "or name the file in HPCVERIFY_LIBCLANG");
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("HPCVERIFY_LIBCLANG") is { Length: > 0 } explicitly)
        {
            return [explicitly];
        }

        var packaged = Path.Combine(AppContext.BaseDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native", "libclang.so");
        return [packaged, .. SystemNames];
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
