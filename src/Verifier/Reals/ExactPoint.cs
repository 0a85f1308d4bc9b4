using System.Numerics;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Reals;

/// <summary>The values of terms for small integers as inputs, and which of them were computed without rounding.</summary>
internal sealed class ExactPoint
{
    private readonly TermStore _store;
    private readonly Dictionary<Term, ulong?> _values = [];
    private readonly Dictionary<Term, bool> _isExact = [];

    public ExactPoint(TermStore store, IReadOnlyList<Term> roots, Func<string, int> inputs)
    {
        _store = store;
        Term[] order = [.. TermWalk.InOrder(store, roots)];
        var sorts = new Dictionary<string, Sort>();
        foreach (var term in order)
        {
            if (store.OperatorOf(term) == Operator.Input)
            {
                sorts[store.NameOf(term)] = store.SortOf(term);
            }
        }

        InputNames = sorts.Keys;
        var values = TermEvaluator.Evaluate(store, order, name => Bits(sorts[name], inputs(name)));
        for (var index = 0; index < order.Length; index++)
        {
            _values[order[index]] = values[index];
        }
    }

    public IReadOnlyCollection<string> InputNames { get; }

    /// <summary>Whether a condition holds, where that does not hinge on rounding.</summary>
    public bool? Truth(Term condition) => IsExact(condition) ? _values[condition] != 0 : null;

    /// <summary>What a term is computed as, if that is a finite number.</summary>
    public Rational? Computed(Term number) =>
        _values[number] is { } bits && FloatBits.Widened(bits, _store.SortOf(number)) is var value && double.IsFinite(value)
            ? Rational.Of(value)
            : null;

    /// <summary>What an atom is over the reals, where it is computed without rounding.</summary>
    public Rational? Exact(int atom)
    {
        var term = MonomialTable.TermOf(atom);
        return !IsExact(term) || Computed(term) is not { } value ? null
            : !MonomialTable.IsReciprocal(atom) ? value
            : value.IsZero ? null : Rational.One / value;
    }

    private static ulong Bits(Sort sort, int value) =>
        sort.IsFloating ? FloatBits.FromSigned(value, sort) : unchecked((ulong)value) & sort.Mask;

    private bool IsExact(Term root)
    {
        if (!_isExact.TryGetValue(root, out var known))
        {
            foreach (var term in TermWalk.InOrder(_store, [root]))
            {
                _isExact[term] = IsExactlyComputed(term);
            }

            known = _isExact[root];
        }

        return known;
    }

    private bool IsExactlyComputed(Term term)
    {
        if (_values[term] is null || (_store.SortOf(term).IsFloating && Computed(term) is null))
        {
            return false;
        }

        if (_store.OperatorOf(term) == Operator.Ite)
        {
            var condition = _store.Operand(term, 0);
            return _isExact[condition] && _isExact[_store.Operand(term, _values[condition] != 0 ? 1 : 2)];
        }

        for (var index = TermWalk.ArityOf(_store, term) - 1; index >= 0; index--)
        {
            if (!_isExact[_store.Operand(term, index)])
            {
                return false;
            }
        }

        return IsWithoutRounding(term);
    }

    private bool IsWithoutRounding(Term term) => _store.OperatorOf(term) switch
    {
        Operator.FloatAdd => Value(term) == Value(term, 0) + Value(term, 1),
        Operator.FloatSubtract => Value(term) == Value(term, 0) - Value(term, 1),
        Operator.FloatMultiply => Value(term) == Value(term, 0) * Value(term, 1),
        Operator.FloatDivide => !Value(term, 1).IsZero && Value(term) * Value(term, 1) == Value(term, 0),
        Operator.FloatFusedMultiplyAdd => Value(term) == (Value(term, 0) * Value(term, 1)) + Value(term, 2),
        Operator.FloatSquareRoot => Value(term) * Value(term) == Value(term, 0),
        Operator.FloatConvert => Value(term) == Value(term, 0),
        Operator.SignedToFloat => Value(term) == Rational.Of(Signed(_store.Operand(term, 0))),
        Operator.UnsignedToFloat => Value(term) == Rational.Of((BigInteger)Bits(_store.Operand(term, 0))),
        _ => true,
    };

    private Rational Value(Term term) => Computed(term)!.Value;

    private Rational Value(Term term, int operand) => Value(_store.Operand(term, operand));

    private ulong Bits(Term term) => _values[term]!.Value;

    private BigInteger Signed(Term term) => _store.SortOf(term).Signed(Bits(term));
}
