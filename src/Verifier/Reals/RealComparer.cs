using System.Diagnostics;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Reals;

/// <summary>Compares floating terms of one store over the reals; what it multiplies out it keeps for the next comparison.</summary>
public sealed class RealComparer
{
    private readonly TermStore _store;
    private readonly RealOptions _options;
    private readonly TermMarks _marks;
    private readonly MonomialTable _monomials = new();
    private readonly TermExpander _expander;
    private readonly WitnessSearch _search;

    public RealComparer(TermStore store, RealOptions options)
    {
        _store = store;
        _options = options;
        _marks = new(store);
        _expander = new(store, _marks, _monomials, options);
        _search = new(store, _expander, _monomials, options);
    }

    /// <summary>Whether contraction may change a term's value by more than roundings.</summary>
    public bool IsSensitiveToContraction(Term term)
    {
        _marks.Extend();
        return _marks.IsSensitive(term);
    }

    /// <summary>
    /// Conditions of choices are split into cases, each assumed true and false on both sides at once: a condition is equal
    /// on both sides only as the same term (SOUNDNESS 8).
    /// </summary>
    /// <param name="toleranceInUnits">In units of the unit roundoff of <paramref name="referenceSort"/>.</param>
    public RealComparison Compare(Term expected, Term actual, double toleranceInUnits, Sort referenceSort)
    {
        _marks.Extend();
        var (pending, cases) = (new Stack<Assumptions>([Assumptions.None]), 1);
        RealComparison all = new RealComparison.Equal(0, 0);
        while (pending.TryPop(out var assumptions))
        {
            switch (CompareCase(expected, actual, assumptions, toleranceInUnits, referenceSort))
            {
                case Step.Split when ++cases > _options.MaximalCases:
                    return new RealComparison.Unknown($"conditions come out in more than {_options.MaximalCases} ways");
                case Step.Split split:
                    pending.Push(assumptions.With(split.Condition, false));
                    pending.Push(assumptions.With(split.Condition, true));
                    break;
                case Step.Apart apart:
                    return Told(expected, actual, new(_store, assumptions), toleranceInUnits, referenceSort, apart);
                case Step.Done done:
                    all = Worst(all, done.Comparison);
                    break;
            }
        }

        return all;
    }

    /// <summary>What one case says.</summary>
    private abstract record Step
    {
        private Step() { }

        public sealed record Done(RealComparison Comparison) : Step;

        public sealed record Split(Term Condition) : Step;

        public sealed record Apart(CoefficientDifference Difference) : Step;
    }

    private Step CompareCase(Term expected, Term actual, Assumptions assumptions, double tolerance, Sort reference)
    {
        var (left, right) = (assumptions.Chosen(_store, expected), assumptions.Chosen(_store, actual));
        if (left == right && !_marks.IsFusible(left))
        {
            return new Step.Done(Qualified(0, 0, OfConditions(assumptions)));
        }

        if (!_store.SortOf(left).IsFloating || !_store.SortOf(right).IsFloating)
        {
            return new Step.Done(new RealComparison.Unknown("terms that are not floating are equal only as the same term"));
        }

        _expander.Assume(assumptions);
        var (x, y) = (_expander.Expand(left), _expander.Expand(right));
        return (x, y) switch
        {
            (Expansion.Expanded a, Expansion.Expanded b) => CompareExpanded(a.Polynomial, b.Polynomial, assumptions, tolerance, reference),
            _ when left == right => new Step.Done(Qualified(0, 0, Qualifications.OpaqueTermsFusedAlike)),
            (Expansion.Obstructed a, _) => new Step.Done(new RealComparison.Unknown(a.Reason)),
            (_, Expansion.Obstructed b) => new Step.Done(new RealComparison.Unknown(b.Reason)),
            (Expansion.Undecided a, _) => new Step.Split(a.Condition),
            (_, Expansion.Undecided b) => new Step.Split(b.Condition),
            _ => throw new UnreachableException(),
        };
    }

    private Step CompareExpanded(Polynomial expected, Polynomial actual, Assumptions assumptions, double tolerance, Sort reference)
    {
        var inputs = new FixedInputs(_store, assumptions);
        var gap = PolynomialGap.Between(_monomials, inputs.In(expected, _monomials), inputs.In(actual, _monomials), reference);
        var isTolerated = double.IsFinite(gap.BoundInUnits) && gap.BoundInUnits <= tolerance;
        if (gap.Difference is { } difference && !isTolerated)
        {
            return new Step.Apart(difference);
        }

        if (gap.Cancelled is { } monomial)
        {
            return new Step.Done(new RealComparison.Unknown(
                $"intermediate terms cancel: '{_monomials.Print(_store, monomial)}' is in the actual computation only"));
        }

        if (!isTolerated)
        {
            return new Step.Done(new RealComparison.TooInaccurate(gap.BoundInUnits, tolerance));
        }

        var qualifications = OfConditions(assumptions)
            | (gap.IsFusible ? Qualifications.OpaqueTermsFusedAlike : Qualifications.None)
            | (gap.Difference is null ? Qualifications.None : Qualifications.CoefficientsDiffer);
        return new Step.Done(Qualified(gap.BoundInUnits, RoundingCount.InUnits(gap.Count, reference), qualifications));
    }

    private Qualifications OfConditions(Assumptions assumptions) =>
        assumptions.Conditions.Keys.Any(_marks.IsFusible) ? Qualifications.OpaqueTermsFusedAlike : Qualifications.None;

    private static RealComparison Qualified(double bound, double count, Qualifications qualifications) =>
        qualifications == Qualifications.None
            ? new RealComparison.Equal(bound, count)
            : new RealComparison.QualifiedEqual(bound, count, qualifications);

    private RealComparison Told(Term expected, Term actual, FixedInputs inputs, double tolerance, Sort reference, Step.Apart apart)
    {
        var tolerated = double.IsFinite(tolerance) ? Rational.Of(tolerance) * Rational.Of(reference.UnitRoundoff) : Rational.Zero;
        var different = double.IsFinite(tolerance) ? _search.Find(expected, actual, inputs, tolerated, reference) : null;
        var difference = apart.Difference;
        return different ?? (RealComparison)new RealComparison.Unknown(
            $"'{_monomials.Print(_store, difference.Monomial)}' has coefficient '{difference.Expected}' in one and '{difference.Actual}' "
            + "in the other, and no point was found that tells them apart");
    }

    /// <summary>What is known of two cases together.</summary>
    private static RealComparison Worst(RealComparison first, RealComparison second) => (first, second) switch
    {
        (RealComparison.Unknown, _) => first,
        (_, RealComparison.Unknown) => second,
        (RealComparison.TooInaccurate a, RealComparison.TooInaccurate b) => a.BoundInUnits < b.BoundInUnits ? b : a,
        (RealComparison.TooInaccurate, _) => first,
        (_, RealComparison.TooInaccurate) => second,
        _ => Together(first, second),
    };

    private static RealComparison Together(RealComparison first, RealComparison second)
    {
        var (a, b) = (Parts(first), Parts(second));
        return Qualified(Math.Max(a.BoundInUnits, b.BoundInUnits), Math.Max(a.WorstCount, b.WorstCount), a.Qualifications | b.Qualifications);
    }

    private static RealComparison.QualifiedEqual Parts(RealComparison equal) => equal switch
    {
        RealComparison.QualifiedEqual qualified => qualified,
        RealComparison.Equal(var bound, var count) => new(bound, count, Qualifications.None),
        _ => throw new UnreachableException(),
    };
}
