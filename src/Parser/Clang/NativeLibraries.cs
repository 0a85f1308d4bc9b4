using System.Runtime.InteropServices;
using ClangSharp.Interop;
using HpcVerify.Parser.Native;

namespace HpcVerify.Parser.Clang;

/// <summary>
/// Finds libclang: the file that <c>HPCVERIFY_LIBCLANG</c> names, then a package's runtime folder, then the system's names.
/// </summary>
public static partial class NativeLibraries
{
    private const string Setting = "HPCVERIFY_LIBCLANG";

    /// <summary>Operator kinds reached the C interface with libclang 17; 19 is the version the tests run on.</summary>
    private static readonly NativeLibrarySearch Search = new(
        "libclang",
        Setting,
        "clang_getCursorBinaryOperatorKind",
        [
            "libclang-19.so.1", "libclang-20.so.1", "libclang-21.so.1", "libclang-22.so.1", "libclang-18.so.1", "libclang-17.so.1",
            "libclang.so.1", "libclang.so",
        ],
        "apt-get install libclang1-19");

    private static readonly Lazy<bool> Registered = new(Register);

    private static readonly Lazy<OpenedLibrary?> Opened = new(() => Search.TryOpen(ExplicitFile));

    private static string? ExplicitFile => Environment.GetEnvironmentVariable(Setting);

    /// <summary>Registers the search, once; safe to call from any thread.</summary>
    public static void Load() => _ = Registered.Value;

    /// <summary>The path or name under which libclang loads, and its version; null where it does not.</summary>
    public static (string Name, string Version)? Probe()
    {
        if (Opened.Value is not { } library)
        {
            return null;
        }

        Load();
        using var version = clang.getClangVersion();
        return (library.Name, version.ToString());
    }

    private static bool Register()
    {
        // libclang otherwise parses on a thread of its own with a small stack; ours has a big one (see BigStack).
        _ = SetEnvironment("LIBCLANG_NOTHREADS", "1", 1);
        // Nor may it take over the process's signals for good (see CrashRecovery).
        _ = SetEnvironment("LIBCLANG_DISABLE_CRASH_RECOVERY", "1", 1);
        clang.ResolveLibrary += (name, _, _) => name == Search.Name ? (Opened.Value ?? Search.Open(ExplicitFile)).Handle : 0;
        return true;
    }

    /// <summary>libclang reads the native environment, which <see cref="Environment"/> does not change.</summary>
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
