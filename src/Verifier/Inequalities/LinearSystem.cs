using System.Collections.Immutable;
using HpcVerify.Verifier.Reals;

namespace HpcVerify.Verifier.Inequalities;

/// <summary>A constant and so much of each of some numbered unknowns, which must not be negative or, if said so, must be zero.</summary>
internal sealed record LinearConstraint(Rational Constant, ImmutableArray<KeyValuePair<int, Rational>> Coefficients, bool IsZero);

/// <summary>
/// Linear constraints in exact arithmetic, by the simplex method on a dictionary: constraints that are held at zero, and each of
/// the others as a sum of these. An unknown that was eliminated may have any value and is forgotten. The constraint and the
/// column of the smallest number are always taken (Bland's rule), so that it ends, and on the same answer everywhere.
/// </summary>
internal sealed class LinearSystem
{
    private const int MostPivots = 600;

    private readonly int _unknowns;
    private readonly ImmutableArray<LinearConstraint> _constraints;

    /// <summary>The constraints that are not held at zero, by their columns.</summary>
    private readonly SortedDictionary<int, Row> _rows = [];

    private int _pivots;

    public LinearSystem(ImmutableArray<LinearConstraint> constraints, int unknowns)
    {
        (_constraints, _unknowns) = (constraints, unknowns);
        foreach (var (index, constraint) in constraints.Index())
        {
            _rows.Add(unknowns + index, Row.Of(constraint));
        }
    }

    /// <summary>How much of each constraint adds up to a negative number; null where there is a solution, or none is found in time.</summary>
    public ImmutableArray<KeyValuePair<int, Rational>>? Refutation()
    {
        while (_pivots++ < MostPivots && Violated() is var (column, row))
        {
            // A constraint that must be zero and is too great is its opposite being too small.
            var sign = row.Constant.Numerator.Sign < 0 ? Rational.One : -Rational.One;
            if (row.Coefficients.Where(item => CanGrow(item.Key, item.Value * sign)).Select(item => item.Key).DefaultIfEmpty(-1).Min() is var entering and >= 0)
            {
                Pivot(column, entering);
                continue;
            }

            return [KeyValuePair.Create(column - _unknowns, sign), .. row.Coefficients.Select(item => KeyValuePair.Create(item.Key - _unknowns, -item.Value * sign)).OrderBy(item => item.Key)];
        }

        return null;
    }

    /// <summary>The multipliers of constraints whose sum a number exceeds by the least value that it has; null where it has none.</summary>
    public ImmutableArray<KeyValuePair<int, Rational>>? Minimum(LinearConstraint number)
    {
        var objective = Row.Of(number);
        objective.IsIgnored = true;
        _rows.Add(int.MaxValue, objective);
        if (Refutation() is not null || _pivots >= MostPivots)
        {
            return null;
        }

        while (_pivots++ < MostPivots)
        {
            var (entering, direction) = objective.Coefficients.Where(item => CanGrow(item.Key, -item.Value))
                .Select(item => (item.Key, Direction: item.Value.Numerator.Sign > 0 ? -1 : 1)).DefaultIfEmpty((-1, 0)).MinBy(item => item.Item1);
            if (entering < 0)
            {
                return [.. objective.Coefficients.Select(item => KeyValuePair.Create(item.Key - _unknowns, item.Value)).OrderBy(item => item.Key)];
            }

            if (Limiting(entering, direction) is not { } leaving)
            {
                return null;
            }

            Pivot(leaving, entering);
        }

        return null;
    }

    private (int Column, Row Row)? Violated()
    {
        foreach (var (column, row) in _rows)
        {
            if (!row.IsIgnored && (row.Constant.Numerator.Sign < 0 || (row.IsZero && !row.Constant.IsZero)))
            {
                return (column, row);
            }
        }

        return null;
    }

    /// <summary>Whether a number can grow by a column with such a coefficient: unknowns go both ways, constraints upwards if at all.</summary>
    private bool CanGrow(int column, Rational coefficient) =>
        column < _unknowns || (!_constraints[column - _unknowns].IsZero && coefficient.Numerator.Sign > 0);

    /// <summary>The constraint that becomes zero first where a column grows, or shrinks.</summary>
    private int? Limiting(int entering, int direction)
    {
        (int? Column, Rational Limit) first = (null, Rational.Zero);
        foreach (var (column, row) in _rows.Where(item => !item.Value.IsIgnored))
        {
            if (row.Coefficients.GetValueOrDefault(entering, Rational.Zero) is not { IsZero: false } slope || (slope.Numerator.Sign * direction > 0 && !row.IsZero))
            {
                continue;
            }

            var limit = row.Constant / Rational.Abs(slope);
            if (first.Column is null || first.Limit > limit)
            {
                first = (column, limit);
            }
        }

        return first.Column;
    }

    private void Pivot(int leaving, int entering)
    {
        var solved = _rows[leaving].SolvedFor(entering, leaving, entering < _unknowns ? false : _constraints[entering - _unknowns].IsZero);
        _rows.Remove(leaving);
        foreach (var row in _rows.Values)
        {
            row.Substitute(entering, solved);
        }

        if (entering >= _unknowns)
        {
            _rows.Add(entering, solved);
        }
    }

    /// <summary>One number as a sum of those that are held at zero.</summary>
    private sealed class Row(Rational constant, Dictionary<int, Rational> coefficients, bool isZero)
    {
        public Rational Constant { get; private set; } = constant;

        public Dictionary<int, Rational> Coefficients { get; } = coefficients;

        public bool IsZero { get; } = isZero;

        /// <summary>Whether it is a number that is made small, and no constraint.</summary>
        public bool IsIgnored { get; set; }

        public static Row Of(LinearConstraint constraint) => new(constraint.Constant, constraint.Coefficients.ToDictionary(), constraint.IsZero);

        /// <summary><c>s = c + a*x + rest</c> as <c>x = (s - c - rest)/a</c>.</summary>
        public Row SolvedFor(int entering, int own, bool isZero)
        {
            var factor = Rational.One / Coefficients[entering];
            var solved = new Dictionary<int, Rational> { [own] = factor };
            foreach (var (column, coefficient) in Coefficients.Where(item => item.Key != entering))
            {
                solved[column] = -coefficient * factor;
            }

            return new(-Constant * factor, solved, isZero);
        }

        public void Substitute(int column, Row value)
        {
            if (!Coefficients.Remove(column, out var factor))
            {
                return;
            }

            Constant += factor * value.Constant;
            foreach (var (other, coefficient) in value.Coefficients)
            {
                var sum = Coefficients.GetValueOrDefault(other, Rational.Zero) + (factor * coefficient);
                if (sum.IsZero)
                {
                    Coefficients.Remove(other);
                }
                else
                {
                    Coefficients[other] = sum;
                }
            }
        }
    }
}
