using System.Collections.Immutable;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>
/// Shows that numbers are not negative wherever a condition holds. Linear ones are isl's; <c>d*a + b</c> is not negative if d,
/// <c>a - s</c> and <c>b + s*d</c> are not; and what exceeds a number that the condition keeps from being negative is not.
/// </summary>
/// <param name="isLocal">Whether only what has to do with a number is looked at, which is quicker and shows less.</param>
internal sealed class NonNegativity(QuestionBudget questions, Formula known, bool isLocal)
{
    private const int DeepestProduct = 3;
    private const int MostSteps = 12;

    /// <summary>How many rows are taken from the first part and put into the second.</summary>
    private static readonly ImmutableArray<int> Shifts = [1, 0, -1, 2, 4];

    private readonly Dictionary<IntegerPolynomial, bool> _settled = [];

    private readonly Intervals _intervals = new(known);

    /// <summary>The products that the condition keeps from being negative.</summary>
    private readonly ImmutableArray<IntegerPolynomial> _products = [.. Products(known)];

    public bool Holds(IntegerPolynomial number) =>
        Follows(number, DeepestProduct) || (!number.IsLinear && _products.Any(product => Follows(Unscaled(number) - product, DeepestProduct)));

    /// <summary>
    /// The same with bounds on quotients of products: <c>d*q &lt;= v</c> and <c>v &lt; d*(u + 1)</c> make <c>q &lt;= u</c>, for u one of the
    /// sizes or one less. Null where there are none.
    /// </summary>
    public NonNegativity? Strengthened()
    {
        var quotients = known.Dimensions.Where(dimension => dimension.Kind == DimensionKind.Defined && !dimension.Definition.IsLinear).OrderBy(dimension => dimension.Number).ToList();
        var (stronger, added) = (this, new List<Formula>());
        foreach (var quotient in quotients)
        {
            var definition = stronger.Simplified(quotient.Definition);
            var parts = definition.Conjuncts;
            var bounds = parts.OfType<Formula.Comparison>().Where(part => part.Relation == Relation.NonNegative && part.Value.Mentions(quotient)).SelectMany(part => stronger.Bounds(quotient, part.Value)).ToList();
            added.AddRange([definition, .. bounds]);
            stronger = new(questions, Formula.And([known, .. added]), isLocal: true);
        }

        return quotients.Count == 0 ? null : stronger;
    }

    private IEnumerable<Formula> Bounds(Dimension quotient, IntegerPolynomial notNegative)
    {
        var own = IntegerPolynomial.Of(quotient);
        if (notNegative.CoefficientOf(quotient) is not { } slope)
        {
            yield break;
        }

        if (Holds(slope) && Holds(-notNegative.With(quotient, IntegerPolynomial.Of(-1)) - 1))
        {
            yield return Formula.AtLeast(own, IntegerPolynomial.Zero);
        }

        if (!Holds(-slope))
        {
            yield break;
        }

        foreach (var limit in notNegative.Dimensions.Where(dimension => dimension.Kind == DimensionKind.Parameter).Select(IntegerPolynomial.Of).SelectMany(size => new[] { size - 1, size }))
        {
            if (Holds(-notNegative.With(quotient, limit + 1) - 1))
            {
                yield return Formula.AtLeast(limit, own);
                break;
            }
        }
    }

    /// <summary>
    /// Takes from a number what the condition keeps from being negative, until only sizes are left: from <c>c - i</c>, with
    /// <c>n - 1 - i</c> not negative, that times one.
    /// </summary>
    public IntegerPolynomial? LeastOf(IntegerPolynomial number, IReadOnlyCollection<Dimension> sizes)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (number.Dimensions.OrderByDescending(dimension => dimension.Number).FirstOrDefault(dimension => !sizes.Contains(dimension)) is not { } counter)
            {
                return number;
            }

            if (number.CoefficientOf(counter) is not { } slope || Lowered(number, counter, slope) is not { } lowered)
            {
                return null;
            }

            number = lowered;
        }

        return null;
    }

    private IntegerPolynomial? Lowered(IntegerPolynomial number, Dimension counter, IntegerPolynomial slope)
    {
        foreach (var limit in known.Conjuncts.OfType<Formula.Comparison>().Where(part => part.Relation == Relation.NonNegative))
        {
            if (limit.Value.CoefficientOf(counter)?.Constant is { IsZero: false } coefficient && slope.Over(coefficient) is { } factor && Holds(factor))
            {
                return number - (factor * limit.Value);
            }
        }

        return null;
    }

    /// <summary>Without the cases that cannot be.</summary>
    private Formula Simplified(Formula formula) => formula switch
    {
        Formula.Any any => Formula.Or(any.Parts.Where(part => !IsRefuted(part)).Select(Simplified)),
        Formula.All all => Formula.And(all.Parts.Select(Simplified)),
        _ => formula,
    };

    private bool IsRefuted(Formula formula) => formula.Conjuncts.OfType<Formula.Comparison>()
        .Any(part => part.Relation == Relation.NonNegative && Holds(-part.Value - 1));

    private static IEnumerable<IntegerPolynomial> Products(Formula known) => known.Conjuncts
        .OfType<Formula.Comparison>().Where(fact => fact.Relation == Relation.NonNegative && !fact.Value.IsLinear).Select(fact => fact.Value);

    /// <summary>Without the factor that bytes have in common: <c>8*x - 8</c> is not negative if <c>x - 1</c> is not.</summary>
    private static IntegerPolynomial Unscaled(IntegerPolynomial number) =>
        Formula.AtLeast(number, IntegerPolynomial.Zero) is Formula.Comparison { Value: var unscaled } ? unscaled : number;

    private bool Follows(IntegerPolynomial scaled, int depth)
    {
        var number = Unscaled(scaled);
        if (number.Constant is { } constant)
        {
            return constant.Sign >= 0;
        }

        if (!_settled.TryGetValue(number, out var follows))
        {
            follows = _intervals.LeastOf(number) is { Sign: >= 0 } || (number.IsLinear ? questions.IsExcluded(Formula.And(isLocal ? Near(number) : known, Formula.Less(number, IntegerPolynomial.Zero))) : depth > 0 && IsSum(number, depth - 1));
            _settled[number] = follows;
        }

        return follows;
    }

    /// <summary>The parts of the condition that speak of a number's dimensions, or of counters that such parts speak of.</summary>
    private Formula Near(IntegerPolynomial number)
    {
        var (near, pending) = (new HashSet<Dimension>(number.Dimensions), new HashSet<Formula>(known.Conjuncts));
        var taken = new List<Formula>();
        for (var found = pending.Where(part => part.Dimensions.Any(near.Contains)).ToList(); found.Count > 0; found = [.. pending.Where(part => part.Dimensions.Any(near.Contains))])
        {
            taken.AddRange(found);
            pending.ExceptWith(found);
            near.UnionWith(found.SelectMany(part => part.Dimensions).Where(dimension => dimension.Kind != DimensionKind.Parameter));
        }

        return Formula.And(taken);
    }

    private bool IsSum(IntegerPolynomial number, int depth)
    {
        foreach (var factor in Delinearisation.FactorsOf(number))
        {
            var (rows, rest) = Delinearisation.Divide(number, factor);
            var row = IntegerPolynomial.Of(factor);
            if (Follows(row, depth) && Shifts.Any(shift => Follows(rest + (row * shift), depth) && Follows(rows - shift, depth)))
            {
                return true;
            }
        }

        return false;
    }
}
