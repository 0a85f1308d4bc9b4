using System.Globalization;

namespace Microsoft.Z3;

/// <summary>An integer numeral of any size.</summary>
public unsafe class IntNum : IntExpr
{
    internal IntNum(Context context, nint nativeObject)
        : base(context, nativeObject)
    {
    }

    public int Int
    {
        get
        {
            int value;
            return Native.Z3_get_numeral_int(Context.NativeContext, NativeObject, &value) != 0
                ? value
                : throw new Z3Exception("Numeral is not an int");
        }
    }

    public long Int64
    {
        get
        {
            long value;
            return Native.Z3_get_numeral_int64(Context.NativeContext, NativeObject, &value) != 0
                ? value
                : throw new Z3Exception("Numeral is not an int64");
        }
    }

    public System.Numerics.BigInteger BigInteger => System.Numerics.BigInteger.Parse(ToString(), CultureInfo.InvariantCulture);

    public override string ToString() => Context.Text(Native.Z3_get_numeral_string(Context.NativeContext, NativeObject));
}
