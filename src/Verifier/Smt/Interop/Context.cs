using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Microsoft.Z3;

/// <summary>The owner of all terms and solvers made through it; used by one thread at a time, and disposed by its maker.</summary>
public sealed unsafe partial class Context : IDisposable
{
    private nint _nativeContext;

    public Context()
        : this([])
    {
    }

    /// <summary>Makes a context with Z3's context settings, such as <c>model</c> and <c>unsat_core</c>.</summary>
    public Context(Dictionary<string, string> settings)
    {
        var configuration = Native.Z3_mk_config();
        foreach (var (name, value) in settings)
        {
            Native.Z3_set_param_value(configuration, name, value);
        }

        _nativeContext = Native.Z3_mk_context_rc(configuration);
        Native.Z3_del_config(configuration);
        Native.Z3_set_error_handler(_nativeContext, &KeepErrorCode);
    }

    internal nint NativeContext
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            return _nativeContext;
        }
    }

    internal bool IsDisposed => _nativeContext == 0;

    public Params MkParams() => new(this);

    /// <summary>The assertions of an SMT-LIB 2 script, over the constants and functions it declares.</summary>
    /// <exception cref="Z3Exception">The script cannot be read.</exception>
    public BoolExpr[] ParseSMTLIB2String(string str)
    {
        var vector = Native.Z3_parse_smtlib2_string(NativeContext, str, 0, null, null, 0, null, null);
        ThrowOnError();
        Native.Z3_ast_vector_inc_ref(NativeContext, vector);
        var formulas = new BoolExpr[Native.Z3_ast_vector_size(NativeContext, vector)];
        for (var index = 0u; index < formulas.Length; index++)
        {
            formulas[index] = (BoolExpr)Expr.Create(this, Native.Z3_ast_vector_get(NativeContext, vector, index));
        }

        Native.Z3_ast_vector_dec_ref(NativeContext, vector);
        return formulas;
    }

    public Solver MkSolver() => Checked(Native.Z3_mk_solver(NativeContext));

    public Solver MkSolver(string logic) => Checked(Native.Z3_mk_solver_for_logic(NativeContext, Symbol(logic)));

    /// <summary>Stops the solver that another thread runs in this context.</summary>
    public void Interrupt() => Native.Z3_interrupt(NativeContext);

    /// <summary>Releases everything that was made in this context, disposed or not.</summary>
    public void Dispose()
    {
        if (!IsDisposed)
        {
            Native.Z3_del_context(_nativeContext);
            _nativeContext = 0;
        }
    }

    internal nint Symbol(string name) => Native.Z3_mk_string_symbol(NativeContext, name);

    internal string Text(nint text)
    {
        ThrowOnError();
        return Marshal.PtrToStringUTF8(text)!;
    }

    internal void ThrowOnError()
    {
        var code = Native.Z3_get_error_code(NativeContext);
        if (code != 0)
        {
            throw new Z3Exception(Marshal.PtrToStringUTF8(Native.Z3_get_error_msg(NativeContext, code))!);
        }
    }

    internal static nint[] Handles(ReadOnlySpan<Expr> operands)
    {
        var handles = new nint[operands.Length];
        for (var i = 0; i < operands.Length; i++)
        {
            handles[i] = operands[i].NativeObject;
        }

        return handles;
    }

    private Solver Checked(nint solver)
    {
        ThrowOnError();
        return new(this, solver);
    }

    /// <summary>Z3's own handler ends the process; the code stays set, and <see cref="ThrowOnError"/> reads it.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void KeepErrorCode(nint context, int code)
    {
    }
}
