using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>
/// Takes <c>d*p + r</c> in an object of <c>d*P</c> elements apart (SOUNDNESS 13). Inside of the object is surely what has
/// <c>0 &lt;= r</c> and <c>r + length &lt;= d</c> with p a good row; outside is surely what leaves the last row, or the first
/// one, or stands in a row that is none. All of it is true for d that is not negative.
/// </summary>
internal static class Delinearisation
{
    /// <summary>Null where the index cannot be taken apart into linear parts.</summary>
    public static LinearViolation? Of(IntegerPolynomial offset, IntegerPolynomial length, IntegerPolynomial size)
    {
        if (Possible(offset, length, size) is not { } possible || Above(offset, length, size) is not { } above || Below(offset, size) is not { } below)
        {
            return null;
        }

        return new(possible, Formula.Or(above, below));
    }

    /// <summary>The dimensions that are multiplied with others, sizes before counters.</summary>
    public static IEnumerable<Dimension> FactorsOf(IntegerPolynomial value) => value.Terms
        .SelectMany(term => term.Key.Factors.Length > 1 ? term.Key.Factors : []).Distinct()
        .OrderBy(dimension => dimension.Kind == DimensionKind.Parameter ? 0 : 1).ThenByDescending(dimension => dimension.Number);

    /// <summary>The size of a row: it divides the whole size, and the index mentions it where it can.</summary>
    private static (Dimension Row, IntegerPolynomial Rows)? RowOf(IntegerPolynomial offset, IntegerPolynomial size)
    {
        foreach (var factor in FactorsOf(offset).Concat(FactorsOf(size)))
        {
            if (size.DividedBy(factor) is (var rows, { Constant.IsZero: true }) && offset.DividedBy(factor).Remainder.IsLinear)
            {
                return (factor, rows);
            }
        }

        return null;
    }

    private static Formula? Possible(IntegerPolynomial offset, IntegerPolynomial length, IntegerPolynomial size)
    {
        if (offset.IsLinear && size.IsLinear && length.IsLinear)
        {
            return Formula.Or(Formula.Less(offset, IntegerPolynomial.Zero), Formula.Less(size, offset + length));
        }

        if (!length.IsLinear || RowOf(offset, size) is not var (row, rows))
        {
            return null;
        }

        var (index, rest) = offset.DividedBy(row);
        return Possible(index, IntegerPolynomial.One, rows) is { } wrongRow
            ? Formula.Or(Formula.Less(rest, IntegerPolynomial.Zero), Formula.Less(IntegerPolynomial.Of(row), rest + length), wrongRow)
            : null;
    }

    private static Formula? Above(IntegerPolynomial offset, IntegerPolynomial length, IntegerPolynomial size)
    {
        if (offset.IsLinear && size.IsLinear)
        {
            return Formula.Less(size, offset + length);
        }

        if (RowOf(offset, size) is not var (row, rows))
        {
            return null;
        }

        var (index, rest) = offset.DividedBy(row);
        return Above(index, IntegerPolynomial.One, rows) is { } beyond && Above(index + 1, IntegerPolynomial.One, rows) is { } last
            ? Formula.Or(
                Formula.And(beyond, Formula.AtLeast(rest + length, IntegerPolynomial.One)),
                Formula.And(last, Formula.Less(IntegerPolynomial.Of(row), rest + length)))
            : null;
    }

    private static Formula? Below(IntegerPolynomial offset, IntegerPolynomial size)
    {
        if (offset.IsLinear && size.IsLinear)
        {
            return Formula.Less(offset, IntegerPolynomial.Zero);
        }

        if (RowOf(offset, size) is not var (row, rows))
        {
            return null;
        }

        var (index, rest) = offset.DividedBy(row);
        return Below(index, rows) is { } before && Below(index - 1, rows) is { } first
            ? Formula.Or(
                Formula.And(before, Formula.Less(rest, IntegerPolynomial.Of(row))),
                Formula.And(first, Formula.Less(rest, IntegerPolynomial.Zero)))
            : null;
    }
}
