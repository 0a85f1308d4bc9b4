using System.Globalization;
using System.Numerics;
using System.Text;
using HpcVerify.Verifier.Reals;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Certificates;

/// <summary>
/// Floating terms as SMT-LIB over the reals: sums, differences, products and quotients without rounding. Everything else,
/// conditions included, is a constant of its own, the same wherever it is the same term (SOUNDNESS 8).
/// </summary>
internal static class RealText
{
    /// <summary>Declarations and definitions of terms in an order in which operands come first.</summary>
    /// <param name="side">Begins the names of what is computed on one side; opaque terms are named alike on both.</param>
    /// <param name="declared">Constants that stand already; new ones are added.</param>
    public static void Append(StringBuilder text, TermStore store, Term root, string side, HashSet<string> declared)
    {
        foreach (var term in TermWalk.InOrder(store, [root], term => IsOpaque(store, term)))
        {
            if (store.IsConstant(term))
            {
                continue;
            }

            var name = Name(store, term, side);
            if (!declared.Add(name))
            {
                continue;
            }

            if (IsOpaque(store, term))
            {
                text.Append(CultureInfo.InvariantCulture, $"(declare-const {name} {(store.SortOf(term).Kind == SortKind.Boolean ? "Bool" : "Real")})\n");
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"(define-fun {name} () Real {Operation(store, term, side)})\n");
            }
        }
    }

    public static string Name(TermStore store, Term term, string side) =>
        store.IsConstant(term) ? Constant(store, term)
        : store.OperatorOf(term) == Operator.Input ? $"|{store.NameOf(term)}|"
        : FormattableString.Invariant($"{(IsOpaque(store, term) ? "opaque" : side)}{term.Id}");

    private static bool IsOpaque(TermStore store, Term term) => store.OperatorOf(term) is not (Operator.FloatAdd or Operator.FloatSubtract
        or Operator.FloatMultiply or Operator.FloatDivide or Operator.FloatNegate or Operator.FloatConvert or Operator.FloatFusedMultiplyAdd)
        && !(store.OperatorOf(term) == Operator.Ite && store.SortOf(term).IsFloating);

    private static string Operation(TermStore store, Term term, string side)
    {
        var operands = Enumerable.Range(0, TermWalk.ArityOf(store, term)).Select(index => Name(store, store.Operand(term, index), side)).ToList();
        return store.OperatorOf(term) switch
        {
            Operator.FloatAdd => $"(+ {operands[0]} {operands[1]})",
            Operator.FloatSubtract => $"(- {operands[0]} {operands[1]})",
            Operator.FloatMultiply => $"(* {operands[0]} {operands[1]})",
            Operator.FloatDivide => $"(/ {operands[0]} {operands[1]})",
            Operator.FloatNegate => $"(- {operands[0]})",
            Operator.FloatFusedMultiplyAdd => $"(+ (* {operands[0]} {operands[1]}) {operands[2]})",
            Operator.Ite => $"(ite {operands[0]} {operands[1]} {operands[2]})",
            _ => operands[0],
        };
    }

    private static string Constant(TermStore store, Term term)
    {
        var sort = store.SortOf(term);
        if (sort.Kind == SortKind.Boolean)
        {
            return store.BitsOf(term) != 0 ? "true" : "false";
        }

        var value = FloatBits.Widened(store.BitsOf(term), sort);
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "not_a_number" : value > 0 ? "infinity" : "(- infinity)";
        }

        var exact = Rational.Of(value);
        var size = string.Create(CultureInfo.InvariantCulture, $"(/ {BigInteger.Abs(exact.Numerator)}.0 {exact.Denominator}.0)");
        return exact.Numerator.Sign < 0 ? $"(- {size})" : size;
    }
}
