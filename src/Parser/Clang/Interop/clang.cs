using System.Reflection;
using System.Runtime.InteropServices;

namespace ClangSharp.Interop;

/// <summary>The C functions of libclang, named as in its headers without the prefix <c>clang_</c>.</summary>
public static unsafe partial class @clang
{
    private const string LibraryName = "libclang";

    static @clang() => NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), Resolve);

    /// <summary>Asked first when the native library is needed; the first handle that is not zero is used.</summary>
    public static event DllImportResolver? ResolveLibrary;

    private static IntPtr Resolve(string libraryName, Assembly assembly, DllImportSearchPath? searchPath)
    {
        foreach (var resolver in Delegate.EnumerateInvocationList(ResolveLibrary))
        {
            var handle = resolver(libraryName, assembly, searchPath);
            if (handle != IntPtr.Zero)
            {
                return handle;
            }
        }

        return IntPtr.Zero;
    }
}
