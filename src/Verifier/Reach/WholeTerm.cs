using System.Numerics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Reach;

/// <summary>A mathematical integer in SMT-LIB, and between what it lies.</summary>
internal sealed record WholeTerm(string Text, BigInteger Low, BigInteger High)
{
    public static WholeTerm Of(BigInteger number) => new(SmtText.Integer(number), number, number);

    public bool IsKnown => Low == High;

    public bool IsWithin(IntegerRange range) => Low >= range.Least && High <= range.Greatest;
}
