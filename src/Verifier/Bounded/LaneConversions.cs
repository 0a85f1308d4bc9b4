using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>The conversions of C on scalars; vectors apply them lane by lane.</summary>
internal static class LaneConversions
{
    /// <summary>The conversion from one scalar type to another; null where it is not modelled.</summary>
    public static Func<Machine, Scalar, Scalar>? Between(ConversionKind kind, CType source, CType target, TextSpan span)
    {
        if (Layout.SortOf(source) is not { } from || Layout.SortOf(target) is not { } to)
        {
            return null;
        }

        return kind switch
        {
            ConversionKind.SameWidth or ConversionKind.PointerCast => (_, value) => value,
            ConversionKind.NullPointer => (_, _) => Scalar.Of(Address.Null.Bits),
            ConversionKind.SignExtend => Simple(Operator.SignExtend, from, to, bits => (ulong)from.Signed(bits) & to.Mask),
            ConversionKind.ZeroExtend => Simple(Operator.ZeroExtend, from, to, bits => bits),
            ConversionKind.Truncate => Simple(Operator.Truncate, from, to, bits => bits & to.Mask),
            ConversionKind.ToBoolean => (machine, value) => Boolean(machine, machine.Truth(value, from), to),
            ConversionKind.IntegerToFloating =>
                Applied(Layout.IsSigned(source) ? Operator.SignedToFloat : Operator.UnsignedToFloat, from, to),
            ConversionKind.FloatingToInteger => ToInteger(Layout.IsSigned(target), from, to, span),
            ConversionKind.FloatingWiden or ConversionKind.FloatingNarrow => Applied(Operator.FloatConvert, from, to),
            _ => null,
        };
    }

    /// <summary>
    /// The same bits as another type of the same width. A comparison's mask is a NaN whose bits count, so bits that are only
    /// passed on keep them; a NaN that was computed has the one that stands for all, of which nobody knows the bits.
    /// </summary>
    public static Scalar Reinterpreted(Machine machine, Scalar value, Sort from, Sort to)
    {
        if (from.IsFloating == to.IsFloating || value.IsIndeterminate)
        {
            return value;
        }

        if (value.IsConcrete)
        {
            return to.IsFloating || value.Bits != (from.Width == 32 ? FloatBits.Of(float.NaN) : FloatBits.Of(double.NaN)) ? value : throw Machine.Unsupported("the bits of a NaN that was computed", default);
        }

        var store = machine.Terms.Store;
        return !to.IsFloating && store.OperatorOf(value.Term) == Operator.BitsToFloat
            ? Scalar.Of(store.Operand(value.Term, 0), store)
            : machine.Apply(to.IsFloating ? Operator.BitsToFloat : Operator.FloatToBits, from, to, value);
    }

    private static Func<Machine, Scalar, Scalar> Simple(Operator operation, Sort from, Sort to, Func<ulong, ulong> compute) =>
        (machine, value) => value.IsConcrete ? Scalar.Of(compute(value.Bits)) : machine.Apply(operation, from, to, value);

    private static Func<Machine, Scalar, Scalar> Applied(Operator operation, Sort from, Sort to) =>
        (machine, value) => machine.Apply(operation, from, to, value);

    private static Scalar Boolean(Machine machine, Scalar truth, Sort to) => truth.IsConcrete
        ? truth
        : Scalar.Of(machine.Terms.Ite(truth.Term, machine.Terms.Constant(to, 1), machine.Terms.Constant(to, 0)), machine.Terms.Store);

    /// <summary>A number that does not fit is undefined behaviour (C17 6.3.1.4).</summary>
    private static Func<Machine, Scalar, Scalar> ToInteger(bool isSigned, Sort from, Sort to, TextSpan span) => (machine, value) =>
    {
        var result = machine.Apply(isSigned ? Operator.FloatToSigned : Operator.FloatToUnsigned, from, to, value);
        return value.IsConcrete && !result.IsConcrete
            ? throw Machine.Stop(Violation.SignedOverflow, "a floating number that does not fit the integer type", span)
            : value.IsConcrete ? result
            : Owed(machine, value, result, isSigned, from, to, span);
    };

    private static Scalar Owed(Machine machine, Scalar value, Scalar result, bool isSigned, Sort from, Sort to, TextSpan span)
    {
        // The first numbers on both sides that do not fit are powers of two, or one below the lowest where that is a number.
        var terms = machine.Terms;
        var high = Math.ScaleB(1, isSigned ? to.Width - 1 : to.Width);
        var low = isSigned ? -high : 0;
        var isAbove = isSigned && (from.Width == 32 ? (float)(low - 1) != (float)low : low - 1 != low)
            ? terms.Apply(Operator.FloatLess, Number(low - 1), value.Term)
            : isSigned ? terms.Apply(Operator.FloatLessOrEqual, Number(low), value.Term)
            : terms.Apply(Operator.FloatLess, Number(-1), value.Term);
        var fits = terms.Apply(Operator.And, isAbove, terms.Apply(Operator.FloatLess, value.Term, Number(high)));
        machine.Owe(fits, new RunOutcome.Violated(Violation.SignedOverflow, "a floating number that does not fit the integer type", span));
        return result;

        Term Number(double number) => terms.Constant(from, FloatBits.Of(number, from));
    }
}
