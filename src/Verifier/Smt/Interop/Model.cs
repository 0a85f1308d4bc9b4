namespace Microsoft.Z3;

/// <summary>Values for the constants of a satisfiable set of constraints.</summary>
public unsafe class Model : Z3Object
{
    internal Model(Context context, nint nativeObject)
        : base(context, nativeObject) => Native.Z3_model_inc_ref(context.NativeContext, nativeObject);

    /// <summary>The value of <paramref name="t"/>; with <paramref name="completion"/>, constants left open get a value too.</summary>
    public Expr Eval(Expr t, bool completion = false)
    {
        nint value = 0;
        var isDone = Native.Z3_model_eval(
            Context.NativeContext, NativeObject, t.NativeObject, completion ? (byte)1 : (byte)0, &value) != 0;
        return isDone ? Expr.Create(Context, value) : throw new Z3Exception("An expression could not be evaluated in a model");
    }

    public Expr Evaluate(Expr t, bool completion = false) => Eval(t, completion);

    public override string ToString() => Context.Text(Native.Z3_model_to_string(Context.NativeContext, NativeObject));

    private protected override void DecRef(nint nativeObject) => Native.Z3_model_dec_ref(Context.NativeContext, nativeObject);
}
