using System.Collections.Immutable;
using System.Numerics;

namespace HpcVerify.Parser.Syntax;

/// <summary>The numbers an integer type holds.</summary>
public sealed record IntegerRange(BigInteger Least, BigInteger Greatest)
{
    private const int WidestInBits = 128;

    private static readonly ImmutableArray<IntegerRange> _signed = [.. Widths().Select(width => new IntegerRange(-BigInteger.Pow(2, width - 1), BigInteger.Pow(2, width - 1) - 1))];
    private static readonly ImmutableArray<IntegerRange> _unsigned = [.. Widths().Select(width => new IntegerRange(0, BigInteger.Pow(2, width) - 1))];

    /// <summary>How many there are.</summary>
    public BigInteger Count { get; } = Greatest - Least + 1;

    public bool IsSigned => Least.Sign < 0;

    /// <summary>Null for types that are no integers.</summary>
    public static IntegerRange? Of(CType type) => type switch
    {
        CType.Boolean => _unsigned[0],
        CType.Enumeration enumeration => Of(enumeration.Underlying),
        CType.Integer integer => (integer.IsSigned ? _signed : _unsigned)[integer.WidthInBits - 1],
        _ => null,
    };

    public bool Contains(BigInteger number) => Least <= number && number <= Greatest;

    public bool Contains(IntegerRange other) => Least <= other.Least && other.Greatest <= Greatest;

    /// <summary>The number of the type with the same low bits.</summary>
    public BigInteger Wrapped(BigInteger number)
    {
        if (Contains(number))
        {
            return number;
        }

        var low = BigInteger.Remainder(BigInteger.Remainder(number, Count) + Count, Count);
        return low > Greatest ? low - Count : low;
    }

    private static IEnumerable<int> Widths() => Enumerable.Range(1, WidestInBits);
}
