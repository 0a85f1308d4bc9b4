namespace HpcVerify.Verifier.Terms;

/// <summary>What terms are for given inputs.</summary>
public static class TermEvaluator
{
    /// <summary>
    /// The bits of each root, in order; null for one that depends on a value that SMT-LIB or the C library leaves open.
    /// <paramref name="inputs"/> gives the bits of every input by its name.
    /// </summary>
    public static IReadOnlyList<ulong?> Evaluate(TermStore store, IReadOnlyList<Term> roots, Func<string, ulong> inputs)
    {
        var values = new Dictionary<Term, ulong?>();
        foreach (var term in TermWalk.InOrder(store, roots))
        {
            values[term] = ValueOf(store, term, inputs, values);
        }

        return [.. roots.Select(root => values[root])];
    }

    private static ulong? ValueOf(TermStore store, Term term, Func<string, ulong> inputs, Dictionary<Term, ulong?> values)
    {
        switch (store.OperatorOf(term))
        {
            case Operator.Constant:
                return store.BitsOf(term);
            case Operator.Input:
                return inputs(store.NameOf(term)) & store.SortOf(term).Mask;
            case Operator.LibraryCall:
                return null;
            case Operator.Ite when values[store.Operand(term, 0)] is { } condition:
                return values[store.Operand(term, condition != 0 ? 1 : 2)];
            default:
                var row = OperatorTable.Of(store.OperatorOf(term));
                return OperandsOf(store, term, row.Arity, values) is { } operands ? row.Evaluate(operands) & store.SortOf(term).Mask : null;
        }
    }

    private static Operands? OperandsOf(TermStore store, Term term, int arity, Dictionary<Term, ulong?> values)
    {
        var first = store.Operand(term, 0);
        return values[first] is { } a
            && (arity > 1 ? values[store.Operand(term, 1)] : 0) is { } b
            && (arity > 2 ? values[store.Operand(term, 2)] : 0) is { } c
            ? new(a, b, c, store.SortOf(first), store.SortOf(term))
            : null;
    }
}
