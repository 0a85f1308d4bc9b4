using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Terms;
using static HpcVerify.Verifier.Bounded.IntegerOperations;

namespace HpcVerify.Verifier.Bounded;

/// <summary>Compiled code of one operation on two scalars.</summary>
internal delegate Scalar Combine(Machine machine, Scalar left, Scalar right);

/// <summary>The operations of C on scalars, by number system; vectors apply them lane by lane.</summary>
internal static class LaneOperations
{
    /// <summary>
    /// The operation on operands of one type; null where it is not modelled. A comparison gives <paramref name="whenTrue"/>
    /// in the sort of the result, which is 1 for scalars and all ones in vectors.
    /// </summary>
    public static Combine? Binary(Operation operation, Arithmetic arithmetic, CType operand, CType result, ulong whenTrue, TextSpan span)
    {
        if (Layout.SortOf(operand) is not { } sort || Layout.SortOf(result) is not { } resultSort)
        {
            return null;
        }

        return operation switch
        {
            Operation.Less => Comparison(arithmetic, sort, resultSort, whenTrue, isStrict: true, isSwapped: false),
            Operation.LessOrEqual => Comparison(arithmetic, sort, resultSort, whenTrue, isStrict: false, isSwapped: false),
            Operation.Greater => Comparison(arithmetic, sort, resultSort, whenTrue, isStrict: true, isSwapped: true),
            Operation.GreaterOrEqual => Comparison(arithmetic, sort, resultSort, whenTrue, isStrict: false, isSwapped: true),
            Operation.Equal => Equality(sort, resultSort, whenTrue, isNegated: false),
            Operation.NotEqual => Equality(sort, resultSort, whenTrue, isNegated: true),
            _ when arithmetic == Arithmetic.Floating => FloatingOf(operation, arithmetic) is { } applied
                ? (machine, left, right) => machine.Apply(applied, sort, sort, left, right)
                : null,
            _ => IntegerOf(operation, arithmetic == Arithmetic.Signed, sort, span),
        };
    }

    /// <summary>The operator of floating arithmetic; null for comparisons and for integers.</summary>
    public static Operator? FloatingOf(Operation operation, Arithmetic arithmetic) => (arithmetic, operation) switch
    {
        (Arithmetic.Floating, Operation.Add) => Operator.FloatAdd,
        (Arithmetic.Floating, Operation.Subtract) => Operator.FloatSubtract,
        (Arithmetic.Floating, Operation.Multiply) => Operator.FloatMultiply,
        (Arithmetic.Floating, Operation.Divide) => Operator.FloatDivide,
        _ => null,
    };

    private static Combine? IntegerOf(Operation operation, bool isSigned, Sort sort, TextSpan span) => operation switch
    {
        Operation.Add => isSigned ? Checked<SignedAdd>(Operator.BitsAdd, sort, span) : Plain<UnsignedAdd>(Operator.BitsAdd, sort),
        Operation.Subtract => isSigned ? Checked<SignedSubtract>(Operator.BitsSubtract, sort, span) : Plain<UnsignedSubtract>(Operator.BitsSubtract, sort),
        Operation.Multiply => isSigned ? Checked<SignedMultiply>(Operator.BitsMultiply, sort, span) : Plain<UnsignedMultiply>(Operator.BitsMultiply, sort),
        Operation.BitwiseAnd => Plain<And>(Operator.BitsAnd, sort),
        Operation.BitwiseOr => Plain<Or>(Operator.BitsOr, sort),
        Operation.BitwiseXor => Plain<Xor>(Operator.BitsXor, sort),
        Operation.Divide => Division(isSigned ? Operator.SignedDivide : Operator.UnsignedDivide, isSigned, sort, span),
        Operation.Remainder => Division(isSigned ? Operator.SignedRemainder : Operator.UnsignedRemainder, isSigned, sort, span),
        _ => null,
    };

    private static Combine Plain<T>(Operator operation, Sort sort)
        where T : struct, IIntegerOperation
    {
        var unused = 64 - sort.Width;
        return (machine, left, right) => left.IsConcrete && right.IsConcrete && T.TryCompute(left.Bits, right.Bits, unused, out var bits)
            ? Scalar.Of(bits)
            : machine.Apply(operation, sort, sort, left, right);
    }

    private static Combine Checked<T>(Operator operation, Sort sort, TextSpan span)
        where T : struct, IIntegerOperation
    {
        var unused = 64 - sort.Width;
        return (machine, left, right) =>
        {
            if (left.IsConcrete && right.IsConcrete)
            {
                return T.TryCompute(left.Bits, right.Bits, unused, out var bits)
                    ? Scalar.Of(bits)
                    : throw Machine.Stop(Violation.SignedOverflow, FormattableString.Invariant($"the result of {Word(operation)} {sort.Signed(left.Bits)} and {sort.Signed(right.Bits)} does not fit {sort.Width} bits"), span);
            }

            var result = machine.Apply(operation, sort, sort, left, right);
            machine.Owe(Overflow.NoneIn(machine.Terms, operation, sort, left, right, result, span), new RunOutcome.Violated(Violation.SignedOverflow, "signed overflow", span));
            return result;
        };
    }

    private static string Word(Operator operation) => operation switch
    {
        Operator.BitsAdd => "adding",
        Operator.BitsSubtract => "subtracting",
        _ => "multiplying",
    };

    private static Combine Division(Operator operation, bool isSigned, Sort sort, TextSpan span) => (machine, left, right) =>
    {
        if (!right.IsConcrete)
        {
            var terms = machine.Terms;
            machine.Owe(terms.Not(terms.Apply(Operator.Equal, right.Term, terms.Constant(sort, 0))), new RunOutcome.Violated(Violation.DivisionByZero, "division by zero", span));
            if (isSigned)
            {
                var (lowest, least) = (terms.Constant(sort, 1UL << (sort.Width - 1)), terms.Constant(sort, sort.Mask));
                var fits = terms.Not(terms.Apply(Operator.And, terms.Apply(Operator.Equal, left.ToTerm(terms, sort), lowest), terms.Apply(Operator.Equal, right.Term, least)));
                machine.Owe(fits, new RunOutcome.Violated(Violation.SignedOverflow, "the quotient does not fit", span));
            }

            return machine.Apply(operation, sort, sort, left, right);
        }

        return right.Bits == 0 ? throw Machine.Stop(Violation.DivisionByZero, "division by zero", span)
            : isSigned && right.Bits == sort.Mask && left.IsConcrete && left.Bits == 1UL << (sort.Width - 1)
                ? throw Machine.Stop(Violation.SignedOverflow, "the quotient does not fit", span)
            : isSigned && right.Bits == sort.Mask && !left.IsConcrete ? throw Machine.Unsupported("division of a symbolic integer by -1", span)
            : machine.Apply(operation, sort, sort, left, right);
    };

    private static Combine Comparison(Arithmetic arithmetic, Sort sort, Sort result, ulong whenTrue, bool isStrict, bool isSwapped)
    {
        var operation = (arithmetic, isStrict) switch
        {
            (Arithmetic.Floating, true) => Operator.FloatLess,
            (Arithmetic.Floating, false) => Operator.FloatLessOrEqual,
            (Arithmetic.Signed, true) => Operator.SignedLess,
            (Arithmetic.Signed, false) => Operator.SignedLessOrEqual,
            (_, true) => Operator.UnsignedLess,
            _ => Operator.UnsignedLessOrEqual,
        };
        var truth = Scalar.Of(whenTrue & result.Mask);
        return (machine, left, right) =>
        {
            var (low, high) = isSwapped ? (right, left) : (left, right);
            return low.IsConcrete && high.IsConcrete && arithmetic != Arithmetic.Floating
                ? Compare(low.Bits, high.Bits, arithmetic, sort, isStrict) ? truth : Scalar.Of(0)
                : Chosen(machine, machine.Apply(operation, sort, Sort.Boolean, low, high), result, truth);
        };
    }

    private static bool Compare(ulong low, ulong high, Arithmetic arithmetic, Sort sort, bool isStrict) => arithmetic == Arithmetic.Signed
        ? (isStrict ? sort.Signed(low) < sort.Signed(high) : sort.Signed(low) <= sort.Signed(high))
        : (isStrict ? low < high : low <= high);

    private static Combine Equality(Sort sort, Sort result, ulong whenTrue, bool isNegated)
    {
        var truth = Scalar.Of(whenTrue & result.Mask);
        var operation = sort.IsFloating ? Operator.FloatEqual : Operator.Equal;
        return (machine, left, right) =>
        {
            var equal = machine.Apply(operation, sort, Sort.Boolean, left, right);
            return Chosen(machine, isNegated ? machine.Apply(Operator.Not, Sort.Boolean, Sort.Boolean, equal) : equal, result, truth);
        };
    }

    private static Scalar Chosen(Machine machine, Scalar condition, Sort result, Scalar truth) => condition.IsConcrete
        ? (condition.Bits != 0 ? truth : Scalar.Of(0))
        : Scalar.Of(machine.Terms.Ite(condition.Term, truth.ToTerm(machine.Terms, result), machine.Terms.Constant(result, 0)), machine.Terms.Store);
}
