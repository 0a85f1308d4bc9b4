using System.Numerics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Verifier.Reach;

/// <summary>The values of an integer type.</summary>
internal sealed record IntegerRange(BigInteger Low, BigInteger High)
{
    /// <summary>Null for types that are none of integers.</summary>
    public static IntegerRange? Of(CType type) => type switch
    {
        CType.Boolean => new(0, 1),
        CType.Integer { IsSigned: true } integer => new(-(BigInteger.One << (integer.WidthInBits - 1)), (BigInteger.One << (integer.WidthInBits - 1)) - 1),
        CType.Integer integer => new(0, (BigInteger.One << integer.WidthInBits) - 1),
        CType.Enumeration enumeration => Of(enumeration.Underlying),
        _ => null,
    };

    /// <summary>How many values there are.</summary>
    public BigInteger Count => High - Low + 1;
}
