using System.Globalization;
using System.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Certificates;

/// <summary>
/// Terms as SMT-LIB over bit-vectors and IEEE 754 numbers. Floating arithmetic is written as functions that may be any: what
/// holds for them holds for rounded arithmetic.
/// </summary>
internal static class BitsText
{
    /// <summary>Declarations of the functions, once for a file.</summary>
    public static string Functions { get; } = string.Concat(
        from sort in new[] { Sort.Float32, Sort.Float64 }
        from operation in OperatorTable.Rows.Select(row => row.Operator).Where(IsLeftOpen)
        let operands = string.Join(' ', Enumerable.Repeat(sort.ToString(), OperatorTable.Of(operation).Arity))
        select string.Create(CultureInfo.InvariantCulture, $"(declare-fun {Function(operation, sort)} ({operands}) {(operation == Operator.FloatToBits ? Sort.Bits(sort.Width) : sort)})\n"));

    public static void Append(StringBuilder text, TermStore store, Term root, string side, HashSet<string> declared)
    {
        var terms = TermWalk.InOrder(store, [root]).Where(term => store.IsConstant(term) || declared.Add(Name(store, term, side))).ToList();
        text.Append(SmtText.LibraryFunctions(store, terms, declared));
        text.Append(SmtText.Definitions(store, terms, term => Name(store, term, side), _ => false, Function));
    }

    /// <summary>Definitions in which names count from zero, and the name of the root.</summary>
    public static (string Text, string Root) Numbered(TermStore store, Term root)
    {
        var terms = TermWalk.InOrder(store, [root]).ToList();
        var name = SmtText.Numbered(store, terms);
        return (SmtText.LibraryFunctions(store, terms, []) + SmtText.Definitions(store, terms, name, _ => false, Function), name(root));
    }

    public static string Name(TermStore store, Term term, string side) =>
        store.IsConstant(term) ? SmtText.Constant(store.SortOf(term), store.BitsOf(term))
        : store.OperatorOf(term) == Operator.Input ? $"|{store.NameOf(term)}|"
        : FormattableString.Invariant($"{side}{term.Id}");

    private static string? Function(Operator operation, Sort sort) => IsLeftOpen(operation) ? FormattableString.Invariant($"{operation}{sort.Width}") : null;

    private static bool IsLeftOpen(Operator operation) => OperatorTable.IsRoundedArithmetic(operation) || operation == Operator.FloatToBits;
}
