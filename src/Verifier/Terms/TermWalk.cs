namespace HpcVerify.Verifier.Terms;

/// <summary>The terms below others.</summary>
public static class TermWalk
{
    /// <summary>Every term that the roots depend on, once, operands before what uses them.</summary>
    public static IEnumerable<Term> InOrder(TermStore store, IEnumerable<Term> roots) => InOrder(store, roots, _ => false);

    /// <summary>The same without what some terms alone depend on.</summary>
    /// <param name="isLeaf">Terms whose operands are not looked at.</param>
    public static IEnumerable<Term> InOrder(TermStore store, IEnumerable<Term> roots, Func<Term, bool> isLeaf)
    {
        var seen = new HashSet<Term>();
        var pending = new Stack<Term>(roots);
        while (pending.TryPop(out var term))
        {
            if (!seen.Add(term) || isLeaf(term))
            {
                continue;
            }

            for (var index = 0; index < ArityOf(store, term); index++)
            {
                pending.Push(store.Operand(term, index));
            }
        }

        // Operands are made before what uses them.
        return seen.OrderBy(term => term.Id);
    }

    public static int ArityOf(TermStore store, Term term) => store.OperatorOf(term) switch
    {
        Operator.Constant or Operator.Input => 0,
        Operator.LibraryCall => store.Operand(term, 1).Id < 0 ? 1 : 2,
        var operation => OperatorTable.Of(operation).Arity,
    };
}
