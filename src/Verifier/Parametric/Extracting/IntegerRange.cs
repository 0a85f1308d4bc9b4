using System.Numerics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Verifier.Parametric.Extracting;

/// <summary>The numbers an integer type holds.</summary>
internal sealed record IntegerRange(BigInteger Least, BigInteger Greatest, bool IsSigned)
{
    /// <summary>Null for types that are no integers.</summary>
    public static IntegerRange? Of(CType type) => type switch
    {
        CType.Boolean => new(0, 1, false),
        CType.Enumeration enumeration => Of(enumeration.Underlying),
        CType.Integer { IsSigned: true } integer => new(-BigInteger.Pow(2, integer.WidthInBits - 1), BigInteger.Pow(2, integer.WidthInBits - 1) - 1, true),
        CType.Integer integer => new(0, BigInteger.Pow(2, integer.WidthInBits) - 1, false),
        _ => null,
    };

    public bool Contains(BigInteger number) => Least <= number && number <= Greatest;

    public bool Contains(IntegerRange other) => Least <= other.Least && other.Greatest <= Greatest;

    /// <summary>The number of the type with the same low bits.</summary>
    public BigInteger Wrapped(BigInteger number)
    {
        var count = Greatest - Least + 1;
        var low = BigInteger.Remainder(BigInteger.Remainder(number, count) + count, count);
        return low > Greatest ? low - count : low;
    }
}
