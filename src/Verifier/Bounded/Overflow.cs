using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>When signed arithmetic on symbolic integers stays in range (C17 6.5p5).</summary>
internal static class Overflow
{
    public static Term NoneIn(TermBuilder terms, Operator operation, Sort sort, Scalar left, Scalar right, Scalar result, TextSpan span)
    {
        var (a, b, r) = (left.ToTerm(terms, sort), right.ToTerm(terms, sort), result.ToTerm(terms, sort));
        return operation switch
        {
            Operator.BitsAdd => NotNegative(terms, sort, And(terms, Xor(terms, a, r), Xor(terms, b, r))),
            Operator.BitsSubtract => NotNegative(terms, sort, And(terms, Xor(terms, a, b), Xor(terms, a, r))),
            Operator.BitsMultiply when sort.Width <= 32 => ProductFits(terms, sort, a, b, r),
            _ => throw Machine.Unsupported("signed product of symbolic 64-bit integers", span),
        };
    }

    private static Term ProductFits(TermBuilder terms, Sort sort, Term a, Term b, Term r)
    {
        var wide = Sort.Bits(2 * sort.Width);
        var exact = terms.Apply(
            Operator.BitsMultiply, terms.Apply(Operator.SignExtend, wide, a), terms.Apply(Operator.SignExtend, wide, b));
        return terms.Apply(Operator.Equal, exact, terms.Apply(Operator.SignExtend, wide, r));
    }

    private static Term NotNegative(TermBuilder terms, Sort sort, Term term) =>
        terms.Apply(Operator.SignedLessOrEqual, terms.Constant(sort, 0), term);

    private static Term And(TermBuilder terms, Term a, Term b) => terms.Apply(Operator.BitsAnd, a, b);

    private static Term Xor(TermBuilder terms, Term a, Term b) => terms.Apply(Operator.BitsXor, a, b);
}
