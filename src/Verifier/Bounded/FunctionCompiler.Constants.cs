using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Terms;
using static HpcVerify.Verifier.Bounded.IntegerOperations;

namespace HpcVerify.Verifier.Bounded;

internal sealed partial class FunctionCompiler
{
    /// <summary>Variables whose value is known where code is being compiled: the lane, in what is compiled for one lane.</summary>
    private readonly Dictionary<Variable, ulong> _known = [];

    /// <summary>The bits of an integer that does not depend on the run; null for anything else, and for what C leaves undefined.</summary>
    private ulong? Folded(Value? value)
    {
        if (value is null || Layout.SortOf(value.Type) is not { IsFloating: false } sort)
        {
            return null;
        }

        return value switch
        {
            Value.IntegerConstant constant => (ulong)(constant.Number & ulong.MaxValue) & sort.Mask,
            Value.SizeOf size => (ulong)size.Bytes,
            Value.Load { Place: Place.Named named } => _known.TryGetValue(named.Variable, out var known) ? known : null,
            Value.Convert convert => Folded(convert, sort),
            Value.Binary { Arithmetic: Arithmetic.Signed or Arithmetic.Unsigned } binary => Folded(binary, sort),
            _ => null,
        };
    }

    private ulong? Folded(Value.Convert convert, Sort to) => Layout.SortOf(convert.Operand.Type) is { IsFloating: false } from && Folded(convert.Operand) is { } bits
        ? convert.Kind switch
        {
            ConversionKind.SameWidth or ConversionKind.ZeroExtend => bits,
            ConversionKind.SignExtend => (ulong)from.Signed(bits) & to.Mask,
            ConversionKind.Truncate => bits & to.Mask,
            _ => null,
        }
        : null;

    private ulong? Folded(Value.Binary binary, Sort sort)
    {
        if (Folded(binary.Left) is not { } left || Folded(binary.Right) is not { } right)
        {
            return null;
        }

        var isSigned = binary.Arithmetic == Arithmetic.Signed;
        return binary.Operation switch
        {
            Operation.Add => isSigned ? Computed<SignedAdd>(left, right, sort) : Computed<UnsignedAdd>(left, right, sort),
            Operation.Subtract => isSigned ? Computed<SignedSubtract>(left, right, sort) : Computed<UnsignedSubtract>(left, right, sort),
            Operation.Multiply => isSigned ? Computed<SignedMultiply>(left, right, sort) : Computed<UnsignedMultiply>(left, right, sort),
            Operation.BitwiseAnd => left & right,
            Operation.BitwiseOr => left | right,
            Operation.BitwiseXor => left ^ right,
            Operation.Divide when right != 0 && (!isSigned || (sort.Signed(left) >= 0 && sort.Signed(right) > 0)) => left / right,
            Operation.Remainder when right != 0 && (!isSigned || (sort.Signed(left) >= 0 && sort.Signed(right) > 0)) => left % right,
            _ => null,
        };
    }

    private static ulong? Computed<T>(ulong left, ulong right, Sort sort)
        where T : struct, IIntegerOperation => T.TryCompute(left, right, 64 - sort.Width, out var bits) ? bits : null;
}
