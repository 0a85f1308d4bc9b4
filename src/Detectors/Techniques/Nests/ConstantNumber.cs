using System.Numerics;
using HpcVerify.Parser.Kernels;

namespace HpcVerify.Detectors.Techniques.Nests;

/// <summary>The value of a constant integer expression (C17 6.6), as far as branches of kernels need it.</summary>
internal static class ConstantNumber
{
    private const int LargestShift = 128;

    /// <summary>Null when the value is not constant, or of an operation that no constant condition has.</summary>
    public static BigInteger? Of(Value? value) => value switch
    {
        Value.IntegerConstant constant => constant.Number,
        Value.SizeOf size => size.Bytes,
        Value.Convert { Kind: ConversionKind.ToBoolean, Operand: var operand } => Of(operand) is { } number ? Truth(!number.IsZero) : null,
        Value.Convert
        {
            Kind: ConversionKind.SignExtend or ConversionKind.ZeroExtend or ConversionKind.SameWidth or ConversionKind.Truncate,
            Operand: var operand,
        } => Of(operand),
        Value.Unary unary => Of(unary.Operand) is { } number ? Unary(unary.Operation, number) : null,
        Value.Binary binary => Of(binary.Left) is { } left && Of(binary.Right) is { } right ? Binary(binary.Operation, left, right) : null,
        Value.And and => Both(Of(and.Left), Of(and.Right)),
        Value.Or or => Either(Of(or.Left), Of(or.Right)),
        Value.Select select => Of(select.Condition) is { } condition ? Of(condition.IsZero ? select.WhenFalse : select.WhenTrue) : null,
        _ => null,
    };

    public static bool IsZero(Value? value) => Of(value) is { IsZero: true };

    public static bool IsNotZero(Value? value) => Of(value) is { IsZero: false };

    /// <summary>Control never gets to the other operand, so that one side decides.</summary>
    private static BigInteger? Both(BigInteger? left, BigInteger? right) =>
        left is { IsZero: true } || right is { IsZero: true } ? 0 : left is null || right is null ? null : 1;

    private static BigInteger? Either(BigInteger? left, BigInteger? right) =>
        left is { IsZero: false } || right is { IsZero: false } ? 1 : left is null || right is null ? null : 0;

    private static BigInteger Unary(UnaryOperation operation, BigInteger number) => operation switch
    {
        UnaryOperation.Negate => -number,
        UnaryOperation.BitwiseNot => -number - 1,
        _ => Truth(number.IsZero),
    };

    private static BigInteger? Binary(Operation operation, BigInteger left, BigInteger right) => operation switch
    {
        Operation.Add => left + right,
        Operation.Subtract => left - right,
        Operation.Multiply => left * right,
        Operation.Divide when !right.IsZero => left / right,
        Operation.Remainder when !right.IsZero => left % right,
        Operation.ShiftLeft when right.Sign >= 0 && right < LargestShift => left << (int)right,
        Operation.ShiftRight when right.Sign >= 0 && right < LargestShift => left >> (int)right,
        Operation.BitwiseAnd => left & right,
        Operation.BitwiseOr => left | right,
        Operation.BitwiseXor => left ^ right,
        Operation.Less => Truth(left < right),
        Operation.LessOrEqual => Truth(left <= right),
        Operation.Greater => Truth(left > right),
        Operation.GreaterOrEqual => Truth(left >= right),
        Operation.Equal => Truth(left == right),
        Operation.NotEqual => Truth(left != right),
        _ => null,
    };

    private static BigInteger Truth(bool claim) => claim ? 1 : 0;
}
