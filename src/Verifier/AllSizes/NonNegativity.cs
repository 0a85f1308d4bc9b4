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
    private readonly Dictionary<Dimension, IntegerPolynomial?> _limits = [];

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
                || (!number.IsLinear && new PolynomialProver(Limited(number)).IsNonNegative(number))
                || (number.IsLinear && _questions.IsExcluded(Formula.And(NearCondition(number), Formula.Less(number, IntegerPolynomial.Zero))));
        }

        return holds;
    }

    /// <summary>A polynomial over the sizes that a number is never less than, times a positive number; null where none is found.</summary>
    public IntegerPolynomial? LeastOf(IntegerPolynomial number, IReadOnlySet<Dimension> sizes) =>
        new PolynomialProver(Near(number)).LeastOf(number, sizes) ?? new PolynomialProver(Limited(number)).LeastOf(number, sizes);

    /// <summary>With what each counter that is multiplied cannot exceed: <c>i &lt; m*(t + 1)/40</c> and <c>t &lt; 40</c> make <c>i &lt; m</c>.</summary>
    private Facts Limited(IntegerPolynomial number)
    {
        var counters = number.Terms.Where(term => term.Key.Factors.Length > 1).SelectMany(term => term.Key.Factors).Distinct().Where(factor => factor.Kind != DimensionKind.Parameter);
        return Near(number).With(counters.Select(Limit).OfType<IntegerPolynomial>());
    }

    private IntegerPolynomial? Limit(Dimension counter)
    {
        if (!_limits.TryGetValue(counter, out var limit))
        {
            var own = -IntegerPolynomial.Of(counter);
            var near = Near(own);
            var sizes = near.NonNegative.SelectMany(fact => fact.Dimensions).Where(dimension => dimension.Kind == DimensionKind.Parameter).ToHashSet();
            _limits[counter] = limit = new PolynomialProver(near).Difference(own, sizes) is { } difference ? Unscaled(difference) : null;
        }

        return limit;
    }

    /// <summary>Without the factor that bytes have in common: <c>8*x - 8</c> is not negative if <c>x - 1</c> is not.</summary>
    private static IntegerPolynomial Unscaled(IntegerPolynomial number) =>
        Formula.AtLeast(number, IntegerPolynomial.Zero) is Formula.Comparison { Value: var unscaled } ? unscaled : number;

    /// <summary>What is known of a number's dimensions and of counters that this speaks of, and what the contract says of the sizes in it.</summary>
    private Facts Near(IntegerPolynomial number)
    {
        var facts = _facts.Value;
        var together = facts.NonNegative.Concat(facts.Zero).Select(fact => fact.Dimensions.ToList()).ToList();
        var near = Dimensions(number, together);
        var all = together.Where(group => group.Exists(near.Contains)).SelectMany(group => group).ToHashSet();
        return new([.. facts.NonNegative.Where(IsNear)], [.. facts.Zero.Where(IsNear)]);

        bool IsNear(IntegerPolynomial fact) => fact.Dimensions.Any(near.Contains) || (fact.Dimensions.Any(all.Contains) && fact.Dimensions.All(IsGiven));

        bool IsGiven(Dimension dimension) => all.Contains(dimension) || dimension is { Kind: DimensionKind.Defined, Owner: null };
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
