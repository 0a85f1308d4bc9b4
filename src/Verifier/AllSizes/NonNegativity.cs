using HpcVerify.Verifier.Inequalities;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>
/// Shows that numbers are not negative wherever a condition holds: by intervals, by what the facts of the condition add up to, and,
/// for what is linear and needs whole numbers or cases, by isl.
/// </summary>
internal sealed class NonNegativity
{
    private readonly QuestionBudget _questions;
    private readonly Formula _known;
    private readonly Intervals _intervals;
    private readonly Lazy<Facts> _facts;
    private readonly Dictionary<IntegerPolynomial, bool> _settled = [];

    public NonNegativity(QuestionBudget questions, Formula known)
    {
        (_questions, _known, _intervals) = (questions, known, new(known));
        _facts = new(() => FactsOfCondition.Of(known, _intervals));
    }

    public bool Holds(IntegerPolynomial scaled)
    {
        var number = Unscaled(scaled);
        if (number.Constant is { } constant)
        {
            return constant.Sign >= 0;
        }

        if (!_settled.TryGetValue(number, out var holds))
        {
            _settled[number] = holds = _intervals.LeastOf(number) is { Sign: >= 0 }
                || new PolynomialProver(Near(number)).IsNonNegative(number)
                || (number.IsLinear && _questions.IsExcluded(Formula.And(NearCondition(number), Formula.Less(number, IntegerPolynomial.Zero))));
        }

        return holds;
    }

    /// <summary>A polynomial over the sizes that a number is never less than, times a positive number; null where none is found.</summary>
    public IntegerPolynomial? LeastOf(IntegerPolynomial number, IReadOnlyCollection<Dimension> sizes) => new PolynomialProver(Near(number)).LeastOf(number, sizes);

    /// <summary>Without the factor that bytes have in common: <c>8*x - 8</c> is not negative if <c>x - 1</c> is not.</summary>
    private static IntegerPolynomial Unscaled(IntegerPolynomial number) =>
        Formula.AtLeast(number, IntegerPolynomial.Zero) is Formula.Comparison { Value: var unscaled } ? unscaled : number;

    private Facts Near(IntegerPolynomial number)
    {
        var near = Dimensions(number, [.. _facts.Value.NonNegative.Concat(_facts.Value.Zero).Select(fact => fact.Dimensions.ToList())]);
        return new([.. _facts.Value.NonNegative.Where(IsNear)], [.. _facts.Value.Zero.Where(IsNear)]);

        bool IsNear(IntegerPolynomial fact) => fact.Dimensions.Any(near.Contains);
    }

    /// <summary>The parts of the condition that speak of a number's dimensions, or of counters that such parts speak of.</summary>
    private Formula NearCondition(IntegerPolynomial number)
    {
        var near = Dimensions(number, [.. _known.Conjuncts.Select(part => part.Dimensions.ToList())]);
        return Formula.And(_known.Conjuncts.Where(part => part.Dimensions.Any(near.Contains)));
    }

    /// <summary>Those of a number, and all counters that are spoken of together with one of them.</summary>
    private static HashSet<Dimension> Dimensions(IntegerPolynomial number, List<List<Dimension>> together)
    {
        var near = new HashSet<Dimension>(number.Dimensions);
        for (var before = 0; before != near.Count;)
        {
            before = near.Count;
            foreach (var group in together.Where(group => group.Exists(near.Contains)))
            {
                near.UnionWith(group.Where(dimension => dimension.Kind != DimensionKind.Parameter));
            }
        }

        return near;
    }
}
