using System.Collections.Immutable;
using System.Numerics;

namespace HpcVerify.Verifier.Parametric;

/// <summary>Conditions as they are read best: with what is subtracted on the other side.</summary>
internal static class FormulaText
{
    public static string Of(Formula formula) => formula switch
    {
        Formula.Comparison comparison => Of(comparison),
        Formula.All { Parts: [] } => "true",
        Formula.Any { Parts: [] } => "false",
        Formula.All all => string.Join(" and ", all.Parts.Select(InAll)),
        Formula.Any any => string.Join(" or ", any.Parts.Select(InAny)),
        Formula.Unknown unknown => $"unknown ({unknown.Reason})",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string InAll(Formula part) => part is Formula.Any { Parts: [_, _, ..] } ? $"({Of(part)})" : Of(part);

    private static string InAny(Formula part) => part is Formula.All { Parts: [_, _, ..] } ? $"({Of(part)})" : Of(part);

    /// <summary><c>N - i - 1 >= 0</c> is <c>i &lt; N</c>.</summary>
    private static string Of(Formula.Comparison comparison)
    {
        var constant = comparison.Value.ConstantTerm;
        var isStrict = comparison.Relation == Relation.NonNegative && constant.Sign < 0;
        var shifted = isStrict ? comparison.Value + 1 : comparison.Value;
        var left = Part(shifted, coefficient => coefficient.Sign > 0);
        var right = Part(-shifted, coefficient => coefficient.Sign > 0);
        return comparison.Relation switch
        {
            Relation.Zero => $"{left} == {right}",
            Relation.NonZero => $"{left} != {right}",
            _ => left.Constant is not null ? $"{right} {(isStrict ? "<" : "<=")} {left}" : $"{left} {(isStrict ? ">" : ">=")} {right}",
        };
    }

    private static IntegerPolynomial Part(IntegerPolynomial value, Func<BigInteger, bool> isWanted) => value.Terms
        .Where(term => isWanted(term.Value))
        .Aggregate(IntegerPolynomial.Zero, (sum, term) => sum + term.Key.Factors.Aggregate(
            IntegerPolynomial.Of(term.Value), (product, dimension) => product * IntegerPolynomial.Of(dimension)));
}
