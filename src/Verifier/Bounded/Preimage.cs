using System.Numerics;
using HpcVerify.Parser.Kernels;

namespace HpcVerify.Verifier.Bounded;

/// <summary>What a kernel compares a size with without naming it: the 393,216 of <c>n &gt;&gt; 16 == 6</c>, and the 300 of <c>n / 3 &gt; 100</c>.</summary>
internal static class Preimage
{
    /// <summary>The number whose image under a chain of operations with constants is the other side of a comparison; null for a comparison without such a chain.</summary>
    public static BigInteger? OfComparison(Value.Binary comparison) =>
        MinedConstants.ConstantIn(comparison.Right) is { } right ? Of(comparison.Left, right)
        : MinedConstants.ConstantIn(comparison.Left) is { } left ? Of(comparison.Right, left)
        : null;

    private static BigInteger? Of(Value value, BigInteger image) => value switch
    {
        Value.Convert convert => Of(convert.Operand, image),
        Value.Binary binary when MinedConstants.ConstantIn(binary.Right) is { } right && Before(binary.Operation, right, image) is { } inner => Of(binary.Left, inner) ?? inner,
        Value.Binary { Operation: Operation.Add or Operation.Multiply or Operation.BitwiseXor or Operation.BitwiseAnd } binary
            when MinedConstants.ConstantIn(binary.Left) is { } left && Before(binary.Operation, left, image) is { } inner => Of(binary.Right, inner) ?? inner,
        _ => null,
    };

    /// <summary>The left operand that gives the image; the least in size of several.</summary>
    private static BigInteger? Before(Operation operation, BigInteger right, BigInteger image) => operation switch
    {
        Operation.Add => image - right,
        Operation.Subtract => image + right,
        Operation.Multiply when !right.IsZero => image / right,
        Operation.Divide => image * right,
        Operation.ShiftRight when right >= 0 && right <= MinedConstants.LargestShift => image << (int)right,
        Operation.ShiftLeft when right >= 0 && right <= MinedConstants.LargestShift => image >> (int)right,
        Operation.BitwiseXor => image ^ right,
        Operation.BitwiseAnd => image,
        _ => null,
    };
}
