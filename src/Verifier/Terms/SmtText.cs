using System.Globalization;
using System.Numerics;
using System.Text;

namespace HpcVerify.Verifier.Terms;

/// <summary>Terms as SMT-LIB 2.6: the printed form, and what solvers are asked.</summary>
public static class SmtText
{
    /// <summary>Declarations of inputs and one definition for every operation, so that sharing is kept.</summary>
    /// <param name="terms">In an order in which operands come before what uses them, those of open operations left out.</param>
    /// <param name="name">What a term is called; a constant is written out.</param>
    /// <param name="isOpen">Operations whose results may be any value of their sort.</param>
    /// <param name="function">What an operation on operands of a sort is written as, where not as itself.</param>
    public static string Definitions(
        TermStore store, IEnumerable<Term> terms, Func<Term, string> name, Func<Operator, bool> isOpen, Func<Operator, Sort, string?>? function = null)
    {
        var text = new StringBuilder();
        foreach (var term in terms)
        {
            switch (store.OperatorOf(term))
            {
                case Operator.Constant:
                    break;
                case var operation when operation == Operator.Input || isOpen(operation):
                    text.Append(CultureInfo.InvariantCulture, $"(declare-const {name(term)} {store.SortOf(term)})\n");
                    break;
                default:
                    text.Append(CultureInfo.InvariantCulture, $"(define-fun {name(term)} () {store.SortOf(term)} {Operation(store, term, name, function)})\n");
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>Declarations of the library functions that terms call, each of which may be any function; each is added to what stands already.</summary>
    public static string LibraryFunctions(TermStore store, IEnumerable<Term> terms, HashSet<string> declared)
    {
        var text = new StringBuilder();
        foreach (var term in terms.Where(term => store.OperatorOf(term) == Operator.LibraryCall && declared.Add(LibraryFunction(store, term))))
        {
            var operands = string.Join(' ', Enumerable.Repeat(store.SortOf(term).ToString(), TermWalk.ArityOf(store, term)));
            text.Append(CultureInfo.InvariantCulture, $"(declare-fun {LibraryFunction(store, term)} ({operands}) {store.SortOf(term)})\n");
        }

        return text.ToString();
    }

    /// <summary>Names that count from zero in the order of the terms, so that the same question about other elements has the same text.</summary>
    public static Func<Term, string> Numbered(TermStore store, IEnumerable<Term> terms)
    {
        var numbers = terms.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        return term => store.IsConstant(term)
            ? Constant(store.SortOf(term), store.BitsOf(term))
            : FormattableString.Invariant($"t{numbers[term]}");
    }

    /// <summary>A mathematical integer.</summary>
    public static string Integer(BigInteger number) =>
        number.Sign < 0 ? string.Create(CultureInfo.InvariantCulture, $"(- {-number})") : number.ToString(CultureInfo.InvariantCulture);

    public static string Constant(Sort sort, ulong bits) => sort switch
    {
        { Kind: SortKind.Boolean } => bits != 0 ? "true" : "false",
        { IsFloating: true, Width: 32 } => $"(fp #b{Binary(bits >> 31, 1)} #b{Binary(bits >> 23, 8)} #b{Binary(bits, 23)})",
        { IsFloating: true } => $"(fp #b{Binary(bits >> 63, 1)} #b{Binary(bits >> 52, 11)} #b{Binary(bits, 52)})",
        _ => $"#b{Binary(bits, sort.Width)}",
    };

    private static string Operation(TermStore store, Term term, Func<Term, string> name, Func<Operator, Sort, string?>? function)
    {
        var operation = store.OperatorOf(term);
        var from = store.SortOf(store.Operand(term, 0));
        var head = operation == Operator.LibraryCall ? LibraryFunction(store, term)
            : function?.Invoke(operation, from) ?? OperatorTable.Of(operation).Head(from, store.SortOf(term));
        var operands = Enumerable.Range(0, TermWalk.ArityOf(store, term)).Select(index => name(store.Operand(term, index)));
        return $"({head} {string.Join(' ', operands)})";
    }

    /// <summary>Solvers have a sine of their own.</summary>
    private static string LibraryFunction(TermStore store, Term call) => $"c_{store.FunctionOf(call)}";

    private static string Binary(ulong bits, int width) =>
        string.Create(width, bits, (digits, value) =>
        {
            for (var index = 0; index < digits.Length; index++)
            {
                digits[index] = (char)('0' + ((value >> (digits.Length - 1 - index)) & 1));
            }
        });
}
