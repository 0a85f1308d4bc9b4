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

    /// <summary>As SMT-LIB writes it.</summary>
    public override string ToString() => (Kind, Width) switch
    {
        (SortKind.Boolean, _) => "Bool",
        (SortKind.Floating, 32) => "(_ FloatingPoint 8 24)",
        (SortKind.Floating, _) => "(_ FloatingPoint 11 53)",
        _ => string.Create(CultureInfo.InvariantCulture, $"(_ BitVec {Width})"),
    };
}
