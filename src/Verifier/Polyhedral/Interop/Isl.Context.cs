using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HpcVerify.Verifier.Polyhedral.Interop;

/// <summary>The functions of isl's C interface that the wrappers call: contexts and conditions in C.</summary>
internal static partial class Isl
{
    /// <summary>No file has this name: the search that <see cref="NativeLibraries"/> registers decides what it stands for.</summary>
    public const string LibraryName = "hpcverify.libisl";

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint isl_ctx_alloc();

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void isl_ctx_free(nint context);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int isl_options_set_on_error(nint context, int action);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int isl_options_set_ast_build_prefer_pdiv(nint context, int isPreferred);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void isl_ctx_set_max_operations(nint context, nuint operations);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nuint isl_ctx_get_max_operations(nint context);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int isl_ctx_last_error(nint context);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint isl_ctx_last_error_msg(nint context);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint isl_version();

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint isl_ast_build_from_context(nint set);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint isl_ast_build_free(nint build);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint isl_ast_build_expr_from_set(nint build, nint set);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint isl_ast_expr_to_C_str(nint expression);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint isl_ast_expr_free(nint expression);
}
