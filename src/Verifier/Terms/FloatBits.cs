namespace HpcVerify.Verifier.Terms;

/// <summary>IEEE 754 arithmetic on bit patterns, rounding to nearest even, with all NaNs one.</summary>
internal static class FloatBits
{
    private const ulong NaN64 = 0x7FF8_0000_0000_0000;
    private const ulong NaN32 = 0x7FC0_0000;

    public static double ToDouble(ulong bits) => BitConverter.UInt64BitsToDouble(bits);

    public static float ToSingle(ulong bits) => BitConverter.UInt32BitsToSingle((uint)bits);

    public static ulong Of(double value) => double.IsNaN(value) ? NaN64 : BitConverter.DoubleToUInt64Bits(value);

    public static ulong Of(float value) => float.IsNaN(value) ? NaN32 : BitConverter.SingleToUInt32Bits(value);

    /// <summary>A number as a sort has it, rounded to nearest.</summary>
    public static ulong Of(double value, Sort sort) => sort.Width == 32 ? Of((float)value) : Of(value);

    /// <summary>The same value with the one NaN for all NaNs.</summary>
    public static ulong Canonical(ulong bits, Sort sort) => sort.Width == 32 ? Of(ToSingle(bits)) : Of(ToDouble(bits));

    /// <summary>Exact for both sorts: a float is a double.</summary>
    public static double Widened(ulong bits, Sort sort) => sort.Width == 32 ? ToSingle(bits) : ToDouble(bits);

    public static ulong FromSigned(long value, Sort sort) => sort.Width == 32 ? Of((float)value) : Of((double)value);

    /// <summary>The runtime's own conversion may round twice; halving with a sticky bit keeps one rounding.</summary>
    public static ulong FromUnsigned(ulong value, Sort sort)
    {
        if (value <= long.MaxValue)
        {
            return FromSigned((long)value, sort);
        }

        var halved = (long)((value >> 1) | (value & 1));
        return sort.Width == 32 ? Of((float)halved * 2) : Of((double)halved * 2);
    }

    /// <summary>The number without its fraction; null where it is none or does not fit the width (C17 6.3.1.4 leaves it undefined).</summary>
    public static ulong? ToInteger(double value, int width, bool isSigned)
    {
        var whole = Math.Truncate(value);
        var (low, high) = isSigned ? (-Math.ScaleB(1, width - 1), Math.ScaleB(1, width - 1)) : (0, Math.ScaleB(1, width));
        return !(whole >= low && whole < high) ? null : isSigned ? (ulong)(long)whole : (ulong)whole;
    }
}
