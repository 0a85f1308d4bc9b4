namespace HpcVerify.Verifier.Bounded;

/// <summary>Where a pointer points: an object and a byte offset, which may lie outside; object 0 is the null pointer's.</summary>
public readonly record struct Address(int Object, long Offset)
{
    private const int OffsetBits = 40;

    public static readonly Address Null;

    /// <summary>Where an index that depends on contents leads; only reads know what to do there.</summary>
    internal static Address ByContents => new(-1, 0);

    public bool IsNull => Object == 0;

    /// <summary>The pointer as 64 bits.</summary>
    public ulong Bits => ((ulong)Object << OffsetBits) | ((ulong)Offset & ((1UL << OffsetBits) - 1));

    public static Address FromBits(ulong bits) => new((int)(bits >> OffsetBits), (long)(bits << (64 - OffsetBits)) >> (64 - OffsetBits));

    /// <summary>Whether an offset fits; no object is that large.</summary>
    public static bool Fits(long offset) => offset is > -(1L << (OffsetBits - 1)) and < 1L << (OffsetBits - 1);
}
