namespace Microsoft.Z3;

/// <summary>A set of constraints and the search for values that satisfy them.</summary>
public unsafe class Solver : Z3Object
{
    internal Solver(Context context, nint nativeObject)
        : base(context, nativeObject) => Native.Z3_solver_inc_ref(context.NativeContext, nativeObject);

    public Params Parameters
    {
        set
        {
            Native.Z3_solver_set_params(Context.NativeContext, NativeObject, value.NativeObject);
            Context.ThrowOnError();
        }
    }

    public uint NumScopes => Native.Z3_solver_get_num_scopes(Context.NativeContext, NativeObject);

    /// <summary>The model of the last check that answered <see cref="Status.SATISFIABLE"/>.</summary>
    public Model Model
    {
        get
        {
            var model = Native.Z3_solver_get_model(Context.NativeContext, NativeObject);
            Context.ThrowOnError();
            return new(Context, model);
        }
    }

    public string ReasonUnknown => Context.Text(Native.Z3_solver_get_reason_unknown(Context.NativeContext, NativeObject));

    public void Push()
    {
        Native.Z3_solver_push(Context.NativeContext, NativeObject);
        Context.ThrowOnError();
    }

    public void Pop(uint n = 1)
    {
        Native.Z3_solver_pop(Context.NativeContext, NativeObject, n);
        Context.ThrowOnError();
    }

    public void Reset() => Native.Z3_solver_reset(Context.NativeContext, NativeObject);

    public void Assert(params BoolExpr[] constraints)
    {
        foreach (var constraint in constraints)
        {
            Native.Z3_solver_assert(Context.NativeContext, NativeObject, constraint.NativeObject);
            Context.ThrowOnError();
        }
    }

    public void Add(params BoolExpr[] constraints) => Assert(constraints);

    /// <summary>Adds the assertions of a text in SMT-LIB 2.</summary>
    public void FromString(string str)
    {
        Native.Z3_solver_from_string(Context.NativeContext, NativeObject, str);
        Context.ThrowOnError();
    }

    public Status Check(params Expr[] assumptions)
    {
        fixed (nint* handles = Context.Handles(assumptions))
        {
            var answer = assumptions.Length == 0
                ? Native.Z3_solver_check(Context.NativeContext, NativeObject)
                : Native.Z3_solver_check_assumptions(Context.NativeContext, NativeObject, (uint)assumptions.Length, handles);
            Context.ThrowOnError();
            return (Status)answer;
        }
    }

    public override string ToString() => Context.Text(Native.Z3_solver_to_string(Context.NativeContext, NativeObject));

    private protected override void DecRef(nint nativeObject) => Native.Z3_solver_dec_ref(Context.NativeContext, nativeObject);
}
