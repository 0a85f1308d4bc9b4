using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Reals;

/// <summary>What expanding and comparing has to know of all terms of a store, found once for each.</summary>
internal sealed class TermMarks(TermStore store)
{
    private Mark[] _marks = [];
    private int _count;

    [Flags]
    private enum Mark : byte
    {
        None = 0,

        /// <summary>A choice is met when the term is multiplied out.</summary>
        HasChoice = 1,

        /// <summary>A product, perhaps negated, converted or chosen.</summary>
        IsProduct = 2,

        /// <summary>A sum somewhere in the term has a product as an addend.</summary>
        IsFusible = 4,

        /// <summary>Contraction may change the value by more than a rounding: a condition, a divisor or the like is fusible.</summary>
        IsSensitive = 8,
    }

    public bool HasChoice(Term term) => Has(term, Mark.HasChoice);

    /// <summary>Whether contraction (C17 6.5p8) may change the value.</summary>
    public bool IsFusible(Term term) => Has(term, Mark.IsFusible);

    /// <summary>Whether contraction may change the value by more than roundings.</summary>
    public bool IsSensitive(Term term) => Has(term, Mark.IsSensitive);

    /// <summary>Takes in the terms made since the last time.</summary>
    public void Extend()
    {
        if (_marks.Length < store.Count)
        {
            Array.Resize(ref _marks, 2 * store.Count);
        }

        for (; _count < store.Count; _count++)
        {
            var term = new Term(_count);
            _marks[_count] = Choice(term) | Product(term) | Fusible(term) | Sensitive(term);
        }
    }

    private bool Has(Term term, Mark mark) => (_marks[term.Id] & mark) != 0;

    private Mark Choice(Term term)
    {
        const Mark mark = Mark.HasChoice;
        return store.OperatorOf(term) switch
        {
            Operator.Ite => mark,
            Operator.FloatNegate or Operator.FloatConvert => Of(term, 0) & mark,
            Operator.FloatAdd or Operator.FloatSubtract or Operator.FloatMultiply => (Of(term, 0) | Of(term, 1)) & mark,
            Operator.FloatFusedMultiplyAdd => (Of(term, 0) | Of(term, 1) | Of(term, 2)) & mark,
            Operator.FloatDivide => (Of(term, 0) & mark) | (store.OperatorOf(store.Operand(term, 1)) == Operator.Ite ? mark : Mark.None),
            _ => Mark.None,
        };
    }

    private Mark Product(Term term)
    {
        const Mark mark = Mark.IsProduct;
        return store.OperatorOf(term) switch
        {
            Operator.FloatMultiply => mark,
            Operator.FloatNegate or Operator.FloatConvert => Of(term, 0) & mark,
            Operator.Ite => (Of(term, 1) | Of(term, 2)) & mark,
            _ => Mark.None,
        };
    }

    private Mark Fusible(Term term)
    {
        var marks = Mark.None;
        for (var index = TermWalk.ArityOf(store, term) - 1; index >= 0; index--)
        {
            marks |= Of(term, index);
        }

        var isFused = store.OperatorOf(term) is Operator.FloatAdd or Operator.FloatSubtract && (marks & Mark.IsProduct) != 0;
        return isFused ? Mark.IsFusible : marks & Mark.IsFusible;
    }

    /// <summary>Sums and products pass roundings on; a choice does for its sides and a quotient for its dividend.</summary>
    private Mark Sensitive(Term term)
    {
        var marks = Mark.None;
        for (var index = TermWalk.ArityOf(store, term) - 1; index >= 0; index--)
        {
            var passesOn = store.OperatorOf(term) switch
            {
                Operator.FloatAdd or Operator.FloatSubtract or Operator.FloatMultiply or Operator.FloatFusedMultiplyAdd or Operator.FloatNegate or Operator.FloatConvert => true,
                Operator.Ite => index > 0,
                Operator.FloatDivide => index == 0,
                _ => false,
            };
            var operand = Of(term, index);
            marks |= operand & Mark.IsSensitive;
            marks |= !passesOn && (operand & Mark.IsFusible) != 0 ? Mark.IsSensitive : Mark.None;
        }

        return marks;
    }

    private Mark Of(Term term, int index) => _marks[store.Operand(term, index).Id];
}
