using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Verifier.Parametric.Extracting;

/// <summary>Arithmetic of lane masks: <c>(1 &lt;&lt; n) - 1</c>, and whether one of its bits is set.</summary>
internal static class MaskOperations
{
    /// <summary>The result where the operation is part of making or reading a mask; null otherwise.</summary>
    public static Symbolic? Of(Operation operation, Symbolic left, Symbolic right, IntegerRange? range) => (operation, left, right) switch
    {
        (Operation.ShiftLeft, Symbolic.Number { Value.Constant.IsOne: true }, Symbolic.Number { Value: { Constant: null } count }) when range is not null =>
            new Symbolic.PowerOfTwo(count, WidthOf(range)),
        (Operation.Subtract, Symbolic.PowerOfTwo power, Symbolic.Number { Value.Constant.IsOne: true }) => new Symbolic.LowBits(power.Exponent, power.Width),
        (Operation.Add, Symbolic.PowerOfTwo power, Symbolic.Number { Value.Constant: { } number }) when number == -1 => new Symbolic.LowBits(power.Exponent, power.Width),
        (Operation.ShiftRight, Symbolic.LowBits bits, Symbolic.Number { Value: var count }) => new Symbolic.LowBits(bits.Count - count, count.Constant is { } known ? Math.Max(0, bits.Width - (int)known) : bits.Width),
        (Operation.BitwiseAnd, Symbolic.LowBits bits, Symbolic.Number { Value.Constant.IsOne: true }) =>
            bits.Width <= 0 ? Symbolic.Of(0) : Symbolic.Of(Formula.AtLeast(bits.Count, IntegerPolynomial.One)),
        _ => null,
    };

    private static int WidthOf(IntegerRange range) => (int)(range.Greatest - range.Least).GetBitLength();
}
