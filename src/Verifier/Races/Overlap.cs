using System.Numerics;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Races;

/// <summary>When two accesses touch a byte in common.</summary>
internal sealed class Overlap(PointSearch search)
{
    /// <param name="known">What holds of both accesses, by which an index may be taken apart.</param>
    public Formula Of((IntegerPolynomial Offset, IntegerPolynomial Length) first, (IntegerPolynomial Offset, IntegerPolynomial Length) second, Formula known)
    {
        var distance = second.Offset - first.Offset;
        if (first.Length.Constant is { Sign: > 0 } width && second.Length.Constant == width && IsMultiple(distance, width))
        {
            return IsZero(distance.Over(width)!, known);
        }

        return Formula.And(Formula.Less(distance, first.Length), Formula.Less(-distance, second.Length));
    }

    private static bool IsMultiple(IntegerPolynomial value, BigInteger divisor) => value.Over(divisor) is not null;

    /// <summary>
    /// <c>m*p + r</c> is zero exactly when both p and r are, if <c>-m &lt; r &lt; m</c> is proved (SOUNDNESS 13). Otherwise the
    /// index stays as it is.
    /// </summary>
    private Formula IsZero(IntegerPolynomial value, Formula known)
    {
        if (value.IsLinear)
        {
            return Formula.Equal(value, IntegerPolynomial.Zero);
        }

        foreach (var factor in value.Terms.SelectMany(term => term.Key.Factors.Length > 1 ? term.Key.Factors : []).Distinct().OrderBy(dimension => dimension.Number))
        {
            var size = IntegerPolynomial.Of(factor);
            if (value.CoefficientOf(factor) is { } rows && value - (size * rows) is { IsLinear: true } rest && !rest.Mentions(factor)
                && search.IsExcluded(Formula.And(known, Formula.AtLeast(rest, size))) && search.IsExcluded(Formula.And(known, Formula.AtLeast(-rest, size))))
            {
                return Formula.And(Formula.Equal(rest, IntegerPolynomial.Zero), IsZero(rows, known));
            }
        }

        return Formula.Equal(value, IntegerPolynomial.Zero);
    }
}
