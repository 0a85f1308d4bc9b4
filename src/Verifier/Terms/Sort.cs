using System.Globalization;

namespace HpcVerify.Verifier.Terms;

/// <summary>What kind of values a sort has.</summary>
public enum SortKind : byte
{
    Boolean,
    Bits,
    Floating,
}

/// <summary>The values a term may have: truth values, bit-vectors of 1 to 64 bits, or IEEE 754 numbers of 32 or 64 bits.</summary>
public readonly record struct Sort(SortKind Kind, byte Width)
{
    public static readonly Sort Boolean = new(SortKind.Boolean, 1);

    public static readonly Sort Float32 = new(SortKind.Floating, 32);

    public static readonly Sort Float64 = new(SortKind.Floating, 64);

    public static Sort Bits(int width) => new(SortKind.Bits, checked((byte)width));

    public bool IsFloating => Kind == SortKind.Floating;

    /// <summary>The bits a value of the sort can have; others are zero.</summary>
    public ulong Mask => Width == 64 ? ulong.MaxValue : (1UL << Width) - 1;

    /// <summary>Half the distance from 1 to the next number of a floating sort: 2⁻⁵³ or 2⁻²⁴.</summary>
    public double UnitRoundoff => Width == 32 ? 5.9604644775390625e-8 : 1.1102230246251565e-16;

    /// <summary>The bits read as two's complement.</summary>
    public long Signed(ulong bits) => (long)(bits << (64 - Width)) >> (64 - Width);

    /// <summary>As SMT-LIB writes it.</summary>
    public override string ToString() => (Kind, Width) switch
    {
        (SortKind.Boolean, _) => "Bool",
        (SortKind.Floating, 32) => "(_ FloatingPoint 8 24)",
        (SortKind.Floating, _) => "(_ FloatingPoint 11 53)",
        _ => string.Create(CultureInfo.InvariantCulture, $"(_ BitVec {Width})"),
    };
}
