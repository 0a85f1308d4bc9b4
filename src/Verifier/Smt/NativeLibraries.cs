using System.Runtime.InteropServices;
using HpcVerify.Parser.Native;
using Microsoft.Z3;

namespace HpcVerify.Verifier.Smt;

/// <summary>Finds Z3: the file that <c>HPCVERIFY_LIBZ3</c> names, then a package's runtime folder, then the system's names.</summary>
public static class NativeLibraries
{
    private const string Setting = "HPCVERIFY_LIBZ3";

    private static readonly NativeLibrarySearch Search = new(
        "libz3", Setting, "Z3_get_full_version", ["libz3.so.4", "libz3.so"], "apt-get install libz3-4");

    private static readonly Lazy<bool> Registered = new(Register);

    private static readonly Lazy<OpenedLibrary?> Opened = new(() => Search.TryOpen(ExplicitFile));

    private static string? ExplicitFile => Environment.GetEnvironmentVariable(Setting);

    /// <summary>Registers the search, once; safe to call from any thread.</summary>
    public static void Load() => _ = Registered.Value;

    /// <summary>The path or name under which Z3 loads, and its version; null where it does not.</summary>
    public static (string Name, string Version)? Probe()
    {
        if (Opened.Value is not { } library)
        {
            return null;
        }

        Load();
        return (library.Name, Microsoft.Z3.Version.FullVersion);
    }

    private static bool Register()
    {
        NativeLibrary.SetDllImportResolver(
            typeof(Context).Assembly,
            (name, _, _) => name == Search.Name ? (Opened.Value ?? Search.Open(ExplicitFile)).Handle : 0);
        return true;
    }
}
