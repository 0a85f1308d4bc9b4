using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Reals;

/// <summary>The inputs whose value a case settles: in the case <c>beta == 0</c>, beta is zero.</summary>
internal sealed class FixedInputs
{
    private readonly TermStore _store;
    private readonly Dictionary<Term, Rational> _settled = [];

    /// <summary>What inputs may be for a case to be this one, where it does not settle them.</summary>
    private readonly List<(Term Input, Rational Value)> _possible = [];

    public FixedInputs(TermStore store, Assumptions assumptions)
    {
        _store = store;
        foreach (var (condition, holds) in assumptions.Conditions)
        {
            Take(condition, holds, isSettled: true);
        }
    }

    /// <summary>The polynomial with their values in the places of the inputs. Roundings stay counted: the computation is the same.</summary>
    public Polynomial In(Polynomial polynomial, MonomialTable monomials)
    {
        if (_settled.Count == 0)
        {
            return polynomial;
        }

        var sum = new PolynomialSum();
        foreach (var entry in polynomial.Entries)
        {
            var (monomial, factor) = Reduced(entry.Monomial, monomials);
            if (!factor.IsZero)
            {
                sum.Add(monomial, new Weight(entry.Coefficient, entry.Magnitude, entry.Count).Times(factor));
            }
        }

        return sum.ToPolynomial();
    }

    /// <summary>Small integers that lead to the case, by the names of the inputs; another choice for each trial.</summary>
    public Dictionary<string, int> Point(int trial)
    {
        var possible = _possible.Count == 0 ? [] : new[] { _possible[trial / 2 % _possible.Count] };
        return _settled.Select(pair => (pair.Key, pair.Value)).Concat(possible)
            .Where(pair => pair.Item2 == Rational.Of(Math.Clamp(Math.Round(pair.Item2.UpperDouble()), -1000, 1000)))
            .DistinctBy(pair => pair.Item1)
            .ToDictionary(pair => _store.NameOf(pair.Item1), pair => (int)Math.Round(pair.Item2.UpperDouble()), StringComparer.Ordinal);
    }

    private (int Monomial, Rational Factor) Reduced(int monomial, MonomialTable monomials)
    {
        var product = Rational.One;
        foreach (var factor in monomials.FactorsOf(monomial).ToArray())
        {
            if (!MonomialTable.IsReciprocal(factor.Atom) && _settled.TryGetValue(MonomialTable.TermOf(factor.Atom), out var value))
            {
                product *= Rational.Power(value, factor.Power);
                monomial = monomials.Without(monomial, factor.Atom);
            }
        }

        return (monomial, product);
    }

    /// <summary>Both parts of a conjunction hold, and one of a disjunction.</summary>
    private void Take(Term condition, bool holds, bool isSettled)
    {
        var (first, second) = (_store.Operand(condition, 0), _store.Operand(condition, 1));
        switch (_store.OperatorOf(condition))
        {
            case Operator.Not:
                Take(first, !holds, isSettled);
                break;
            case (Operator.And or Operator.Or) and var operation:
                Take(first, holds, isSettled && (operation == Operator.And) == holds);
                Take(second, holds, isSettled && (operation == Operator.And) == holds);
                break;
            case Operator.FloatEqual when holds:
                Fix(first, second, isSettled);
                Fix(second, first, isSettled);
                break;
        }
    }

    private void Fix(Term input, Term constant, bool isSettled)
    {
        if (_store.OperatorOf(input) != Operator.Input || !_store.IsConstant(constant)
            || FloatBits.Widened(_store.BitsOf(constant), _store.SortOf(constant)) is not (var value and > double.NegativeInfinity and < double.PositiveInfinity))
        {
            return;
        }

        if (isSettled)
        {
            _settled[input] = Rational.Of(value);
        }
        else
        {
            _possible.Add((input, Rational.Of(value)));
        }
    }
}
