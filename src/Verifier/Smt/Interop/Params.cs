namespace Microsoft.Z3;

/// <summary>Named settings of a solver.</summary>
public class Params : Z3Object
{
    internal Params(Context context)
        : base(context, Native.Z3_mk_params(context.NativeContext)) =>
        Native.Z3_params_inc_ref(context.NativeContext, NativeObject);

    public Params Add(string name, bool value)
    {
        Native.Z3_params_set_bool(Context.NativeContext, NativeObject, Context.Symbol(name), value ? (byte)1 : (byte)0);
        return this;
    }

    public Params Add(string name, uint value)
    {
        Native.Z3_params_set_uint(Context.NativeContext, NativeObject, Context.Symbol(name), value);
        return this;
    }

    public override string ToString() => Context.Text(Native.Z3_params_to_string(Context.NativeContext, NativeObject));

    private protected override void DecRef(nint nativeObject) => Native.Z3_params_dec_ref(Context.NativeContext, nativeObject);
}
