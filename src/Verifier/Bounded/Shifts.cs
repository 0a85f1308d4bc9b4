using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>Shifts, whose right operand has a type of its own (C17 6.5.7).</summary>
internal static class Shifts
{
    public static Combine? Of(Operation operation, CType type, CType amountType, TextSpan span)
    {
        if (Layout.SortOf(type) is not { } sort || Layout.SortOf(amountType) is not { } amountSort)
        {
            return null;
        }

        var isSigned = Layout.IsSigned(type);
        var isAmountSigned = Layout.IsSigned(amountType);
        return (machine, left, right) =>
        {
            if (!right.IsConcrete)
            {
                return BySymbolic(machine, operation, isSigned, sort, amountSort, left, right, span);
            }

            var amount = isAmountSigned ? amountSort.Signed(right.Bits) : (long)Math.Min(right.Bits, long.MaxValue);
            if (amount < 0 || amount >= sort.Width)
            {
                throw Machine.Stop(Violation.Shift, FormattableString.Invariant($"a shift by {amount} of {sort.Width} bits"), span);
            }

            var count = Scalar.Of((ulong)amount);
            if (operation == Operation.ShiftRight)
            {
                return machine.Apply(isSigned ? Operator.ShiftRightArithmetic : Operator.ShiftRightLogical, sort, sort, left, count);
            }

            // gcc defines left shifts of signed numbers as shifts of their bits; C17 leaves those that overflow undefined.
            if (isSigned)
            {
                Fits(machine, left, (int)amount, sort, span);
            }

            return machine.Apply(Operator.ShiftLeft, sort, sort, left, count);
        };
    }

    private static Scalar BySymbolic(
        Machine machine, Operation operation, bool isSigned, Sort sort, Sort amountSort, Scalar left, Scalar right, TextSpan span)
    {
        if (isSigned && operation == Operation.ShiftLeft)
        {
            throw Machine.Unsupported("left shift of a signed integer by a symbolic amount", span);
        }

        var terms = machine.Terms;
        machine.Owe(
            terms.Apply(Operator.UnsignedLess, right.Term, terms.Constant(amountSort, sort.Width)),
            new RunOutcome.Violated(Violation.Shift, $"a shift by more than the width", span));
        var amount = amountSort.Width == sort.Width ? right
            : machine.Apply(amountSort.Width < sort.Width ? Operator.ZeroExtend : Operator.Truncate, amountSort, sort, right);
        var shift = operation == Operation.ShiftLeft ? Operator.ShiftLeft : isSigned ? Operator.ShiftRightArithmetic : Operator.ShiftRightLogical;
        return machine.Apply(shift, sort, sort, left, amount);
    }

    /// <summary>A signed number is shifted left only if it is not negative and what comes out is a number of its type.</summary>
    private static void Fits(Machine machine, Scalar left, int amount, Sort sort, TextSpan span)
    {
        var outcome = new RunOutcome.Violated(Violation.Shift, "a left shift that does not fit its signed type", span);
        var largest = sort.Mask >> 1 >> amount;
        if (!left.IsConcrete)
        {
            var terms = machine.Terms;
            machine.Owe(terms.Apply(Operator.UnsignedLess, left.Term, terms.Constant(sort, largest + 1)), outcome);
        }
        else if (left.Bits > largest)
        {
            throw new RunEnded(outcome);
        }
    }
}
