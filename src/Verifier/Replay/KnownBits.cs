using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Bounded;

namespace HpcVerify.Verifier.Replay;

/// <summary>Known scalars as numbers, and back. An unsigned 64-bit integer has the signed number of the same bits.</summary>
public static class KnownBits
{
    public static double Real(Scalar scalar, CType type) => Layout.SortOf(type) is { } sort ? Concrete.Number(scalar.Bits, sort, true) : 0;

    public static long Integer(Scalar scalar, CType type) =>
        Layout.SortOf(type) is { } sort && Layout.IsSigned(type) ? sort.Signed(scalar.Bits) : (long)scalar.Bits;

    public static Scalar Of(double number, CType type) => Layout.SortOf(type) is { } sort ? Scalar.Of(Concrete.Bits(number, sort)) : Scalar.Indeterminate;

    public static Scalar Of(long number, CType type) => Layout.SortOf(type) is { } sort ? Scalar.Of((ulong)number & sort.Mask) : Scalar.Indeterminate;
}
