using System.Numerics;

namespace HpcVerify.Parser.Syntax;

/// <summary>The numbers an integer type holds.</summary>
public sealed record IntegerRange(BigInteger Least, BigInteger Greatest)
{
    /// <summary>How many there are.</summary>
    public BigInteger Count => Greatest - Least + 1;

    public bool IsSigned => Least.Sign < 0;

    /// <summary>Null for types that are no integers.</summary>
    public static IntegerRange? Of(CType type) => type switch
    {
        CType.Boolean => new(0, 1),
        CType.Enumeration enumeration => Of(enumeration.Underlying),
        CType.Integer { IsSigned: true } integer => new(-BigInteger.Pow(2, integer.WidthInBits - 1), BigInteger.Pow(2, integer.WidthInBits - 1) - 1),
        CType.Integer integer => new(0, BigInteger.Pow(2, integer.WidthInBits) - 1),
        _ => null,
    };

    public bool Contains(BigInteger number) => Least <= number && number <= Greatest;

    public bool Contains(IntegerRange other) => Least <= other.Least && other.Greatest <= Greatest;

    /// <summary>The number of the type with the same low bits.</summary>
    public BigInteger Wrapped(BigInteger number)
    {
        var low = BigInteger.Remainder(BigInteger.Remainder(number, Count) + Count, Count);
        return low > Greatest ? low - Count : low;
    }
}
