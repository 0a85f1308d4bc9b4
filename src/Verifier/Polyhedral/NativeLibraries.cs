using System.Runtime.InteropServices;
using System.Runtime.Loader;
using HpcVerify.Parser.Native;
using HpcVerify.Verifier.Polyhedral.Interop;

namespace HpcVerify.Verifier.Polyhedral;

/// <summary>Finds isl: the file that <c>HPCVERIFY_LIBISL</c> names, then a package's runtime folder, then the system's name.</summary>
public static class NativeLibraries
{
    private const string Setting = "HPCVERIFY_LIBISL";

    private static readonly NativeLibrarySearch Search = new(
        "libisl", Setting, "isl_set_read_from_str", ["libisl.so.23"], "apt-get install libisl23");

    private static readonly Lazy<bool> Registered = new(Register);

    private static readonly Lazy<OpenedLibrary?> Opened = new(() => Search.TryOpen(ExplicitFile));

    private static string? ExplicitFile => Environment.GetEnvironmentVariable(Setting);

    /// <summary>Registers the search, once; safe to call from any thread.</summary>
    public static void Load() => _ = Registered.Value;

    /// <summary>The path or name under which isl loads, and its version; null where it does not.</summary>
    public static (string Name, string Version)? Probe()
    {
        if (Opened.Value is not { } library)
        {
            return null;
        }

        Load();
        return (library.Name, Marshal.PtrToStringUTF8(Isl.isl_version())!.Trim());
    }

    /// <summary>An assembly has one import resolver, which is Z3's; names it does not know come here.</summary>
    private static bool Register()
    {
        AssemblyLoadContext.GetLoadContext(typeof(Isl).Assembly)!.ResolvingUnmanagedDll +=
            (_, name) => name == Isl.LibraryName ? (Opened.Value ?? Search.Open(ExplicitFile)).Handle : 0;
        return true;
    }
}
