using System.Collections.Immutable;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Reals;

/// <summary>One case: which conditions are taken to be true, and which false.</summary>
internal sealed record Assumptions(ImmutableDictionary<Term, bool> Conditions)
{
    public static readonly Assumptions None = new(ImmutableDictionary<Term, bool>.Empty);

    public Assumptions With(Term condition, bool holds) => new(Conditions.SetItem(condition, holds));

    /// <summary>The term that decided choices leave of one.</summary>
    public Term Chosen(TermStore store, Term term)
    {
        while (store.OperatorOf(term) == Operator.Ite && Conditions.TryGetValue(store.Operand(term, 0), out var holds))
        {
            term = store.Operand(term, holds ? 1 : 2);
        }

        return term;
    }
}
