using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Microsoft.Z3;

internal static unsafe partial class Native
{
    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint Z3_mk_params(nint context);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void Z3_params_inc_ref(nint context, nint parameters);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void Z3_params_dec_ref(nint context, nint parameters);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void Z3_params_set_bool(nint context, nint parameters, nint name, byte value);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void Z3_params_set_uint(nint context, nint parameters, nint name, uint value);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint Z3_params_to_string(nint context, nint parameters);

    /// <summary>Reads declarations and assertions; the names and declarations of the caller's own may be none.</summary>
    [LibraryImport(LibraryName, StringMarshalling = StringMarshalling.Utf8), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint Z3_parse_smtlib2_string(
        nint context, string text, uint sortCount, nint* sortNames, nint* sorts, uint declarationCount, nint* declarationNames, nint* declarations);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void Z3_ast_vector_inc_ref(nint context, nint vector);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void Z3_ast_vector_dec_ref(nint context, nint vector);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint Z3_ast_vector_size(nint context, nint vector);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint Z3_ast_vector_get(nint context, nint vector, uint index);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint Z3_mk_solver(nint context);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint Z3_mk_solver_for_logic(nint context, nint logic);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void Z3_solver_inc_ref(nint context, nint solver);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void Z3_solver_dec_ref(nint context, nint solver);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void Z3_solver_set_params(nint context, nint solver, nint parameters);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void Z3_solver_push(nint context, nint solver);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void Z3_solver_pop(nint context, nint solver, uint count);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void Z3_solver_reset(nint context, nint solver);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial uint Z3_solver_get_num_scopes(nint context, nint solver);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void Z3_solver_assert(nint context, nint solver, nint constraint);

    [LibraryImport(LibraryName, StringMarshalling = StringMarshalling.Utf8), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void Z3_solver_from_string(nint context, nint solver, string text);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Z3_solver_check(nint context, nint solver);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Z3_solver_check_assumptions(nint context, nint solver, uint count, nint* assumptions);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint Z3_solver_get_model(nint context, nint solver);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint Z3_solver_get_reason_unknown(nint context, nint solver);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint Z3_solver_to_string(nint context, nint solver);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void Z3_model_inc_ref(nint context, nint model);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void Z3_model_dec_ref(nint context, nint model);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial byte Z3_model_eval(nint context, nint model, nint ast, byte completion, nint* value);

    [LibraryImport(LibraryName), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint Z3_model_to_string(nint context, nint model);
}
