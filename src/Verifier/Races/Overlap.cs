using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Verifier.Inequalities;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Races;

/// <summary>When two accesses touch a byte in common.</summary>
internal sealed class Overlap(PointSearch search, Twins twins)
{
    private readonly Dictionary<(Formula, IntegerPolynomial), bool> _settled = [];

    /// <summary>Bytes, or what they are counted in, and what holds of one execution that touches them.</summary>
    internal sealed record Stretch(IntegerPolynomial Offset, IntegerPolynomial Length, Formula Facts);

    /// <summary>
    /// <c>row*p + r</c> is near zero exactly when p is zero and r is near it, if r is not so large that it reaches the next row: surely
    /// where both accesses stay in their rows (SOUNDNESS 13). Otherwise the index stays as it is.
    /// </summary>
    /// <param name="known">What holds of both accesses.</param>
    /// <returns>Conditions on the columns, and the last one on the outermost rows.</returns>
    public ImmutableArray<Formula> Of(Stretch first, Stretch second, Formula known)
    {
        var distance = twins.Second.Of(second.Offset) - twins.First.Of(first.Offset);
        var (least, most) = (twins.First.Of(first.Length), twins.Second.Of(second.Length));
        foreach (var factor in FactorsOf(distance))
        {
            var (rows, rest) = distance.DividedBy(factor);
            var count = rows.Terms.Aggregate(BigInteger.Zero, (all, term) => BigInteger.GreatestCommonDivisor(all, term.Value));
            var (row, unit) = (IntegerPolynomial.Of(factor) * IntegerPolynomial.Of(count), IntegerPolynomial.Of(count));
            if ((StaysInRow(first, factor, row) && StaysInRow(second, factor, row)) || IsShort(rest, row, least, most, known))
            {
                return [Near(rest, least, most), .. Of(InRows(first, factor, unit), InRows(second, factor, unit), known)];
            }
        }

        return [Near(distance, least, most)];
    }

    /// <summary>What is multiplied and the same in both executions.</summary>
    private IEnumerable<Dimension> FactorsOf(IntegerPolynomial distance) => distance.Terms
        .SelectMany(term => term.Key.Factors.Length > 1 ? term.Key.Factors : []).Distinct()
        .Where(factor => twins.Second.Of(factor) == factor).OrderBy(factor => factor.Number);

    private static Stretch InRows(Stretch stretch, Dimension factor, IntegerPolynomial unit) => stretch with { Offset = stretch.Offset.DividedBy(factor).Quotient, Length = unit };

    private bool StaysInRow(Stretch stretch, Dimension factor, IntegerPolynomial row)
    {
        var column = stretch.Offset.DividedBy(factor).Remainder;
        return IsNonNegative(stretch.Facts, column) && IsNonNegative(stretch.Facts, row - column - stretch.Length);
    }

    private bool IsNonNegative(Formula facts, IntegerPolynomial number)
    {
        if (!_settled.TryGetValue((facts, number), out var holds))
        {
            var broken = Formula.And(facts, Formula.Less(number, IntegerPolynomial.Zero));
            _settled[(facts, number)] = holds = Impossibility.IsShown(broken, Formula.True) || (number.IsLinear && search.IsExcluded(broken));
        }

        return holds;
    }

    private bool IsShort(IntegerPolynomial rest, IntegerPolynomial row, IntegerPolynomial least, IntegerPolynomial most, Formula known) =>
        rest.IsLinear && least.IsLinear && most.IsLinear
        && search.IsExcluded(Formula.And(known, Formula.Less(row - most, rest))) && search.IsExcluded(Formula.And(known, Formula.Less(rest, least - row)));

    private static Formula Near(IntegerPolynomial distance, IntegerPolynomial least, IntegerPolynomial most) =>
        least.Constant is { Sign: > 0 } width && most.Constant == width && distance.Over(width) is { } steps
            ? Formula.Equal(steps, IntegerPolynomial.Zero)
            : Formula.And(Formula.Less(distance, least), Formula.Less(-distance, most));
}
