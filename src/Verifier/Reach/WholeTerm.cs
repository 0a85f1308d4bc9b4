using System.Globalization;
using System.Numerics;

namespace HpcVerify.Verifier.Reach;

/// <summary>A mathematical integer in SMT-LIB, and between what it lies.</summary>
internal sealed record WholeTerm(string Text, BigInteger Low, BigInteger High)
{
    public static WholeTerm Of(BigInteger number) =>
        new(number.Sign < 0 ? string.Create(CultureInfo.InvariantCulture, $"(- {-number})") : number.ToString(CultureInfo.InvariantCulture), number, number);

    public bool IsKnown => Low == High;

    public bool IsWithin(IntegerRange range) => Low >= range.Low && High <= range.High;
}
