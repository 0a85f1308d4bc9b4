using System.Collections.Immutable;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>
/// A way to name the elements of an object by coordinates: <c>c0 + row0*(c1 + row1*c2)</c>. Coordinates need not stay within
/// their rows: what has the same coordinates is the same element (SOUNDNESS 13 is about those that differ).
/// </summary>
internal sealed class ElementShape
{
    /// <summary>Keeps coordinates apart from all numbers that extraction gives, and from those of renamed dimensions.</summary>
    private const int FirstNumber = 3_000_000;

    private const int MostShapes = 8;

    private readonly ImmutableArray<Dimension> _rows;

    private ElementShape(ImmutableArray<Dimension> rows)
    {
        _rows = rows;
        Coordinates = [.. Enumerable.Range(0, rows.Length + 1).Select(level => new Dimension(FirstNumber + level, "c", DimensionKind.Iterator, null, default))];
    }

    public ImmutableArray<Dimension> Coordinates { get; }

    /// <summary>Whether there are no rows, so that different coordinates name different elements.</summary>
    public bool IsFlat => _rows.IsEmpty;

    /// <summary>The shapes that offsets suggest; the flat one comes first.</summary>
    public static IEnumerable<ElementShape> For(IEnumerable<IntegerPolynomial> offsets, Func<Dimension, bool> isFixed)
    {
        var factors = offsets.SelectMany(Delinearisation.FactorsOf).Distinct().Where(isFixed).OrderBy(dimension => dimension.Kind == DimensionKind.Parameter ? 0 : 1).ThenByDescending(dimension => dimension.Number).ToList();
        var rows = new List<ImmutableArray<Dimension>> { ImmutableArray<Dimension>.Empty };
        rows.AddRange(factors.Select(row => ImmutableArray.Create(row)));
        rows.AddRange(from inner in factors from outer in factors where inner != outer select ImmutableArray.Create(inner, outer));
        return rows.Take(MostShapes).Select(shape => new ElementShape(shape));
    }

    /// <summary>The coordinates of so many elements from an offset on; null where they are not linear in this shape.</summary>
    public Formula? Elements(IntegerPolynomial offset, IntegerPolynomial length) => Elements(offset, length, 0);

    private Formula? Elements(IntegerPolynomial offset, IntegerPolynomial length, int level)
    {
        if (level == _rows.Length)
        {
            return offset.IsLinear && length.IsLinear ? Between(level, offset, offset + length) : null;
        }

        var row = _rows[level];
        var (rows, rest) = offset.DividedBy(row);
        if (rest.Constant is { Sign: < 0 })
        {
            // The last element of a row, written as the one before the next row.
            (rows, rest) = (rows - 1, rest + IntegerPolynomial.Of(row));
        }

        var (whole, part) = length.DividedBy(row);
        if (whole.Constant is { IsZero: true })
        {
            return rest.IsLinear && part.IsLinear && Elements(rows, IntegerPolynomial.One, level + 1) is { } outer ? Formula.And(Between(level, rest, rest + part), outer) : null;
        }

        // Whole rows, from the start of one.
        return rest.Constant is { IsZero: true } && part.Constant is { IsZero: true } && Elements(rows, whole, level + 1) is { } all
            ? Formula.And(Between(level, IntegerPolynomial.Zero, IntegerPolynomial.Of(row)), all)
            : null;
    }

    /// <summary>When coordinates leave their rows, so that one element may have several names.</summary>
    public Formula OutsideRows => Formula.Or(_rows.Select((row, level) => Formula.Or(
        Formula.Less(IntegerPolynomial.Of(Coordinates[level]), IntegerPolynomial.Zero),
        Formula.AtLeast(IntegerPolynomial.Of(Coordinates[level]), IntegerPolynomial.Of(row)))));

    private Formula Between(int level, IntegerPolynomial least, IntegerPolynomial end) => Formula.And(
        Formula.AtLeast(IntegerPolynomial.Of(Coordinates[level]), least), Formula.Less(IntegerPolynomial.Of(Coordinates[level]), end));
}
