using System.Numerics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Contracts;

/// <summary>
/// Evaluates a contract's expressions for concrete sizes. Integers are unbounded, because a contract speaks of numbers
/// and not of machine words; an answer of null means that the expression is not arithmetic over the sizes.
/// </summary>
public static class ContractArithmetic
{
    private const int LargestShift = 63;

    public static BigInteger? Integer(Expression expression, Sizes sizes) => expression switch
    {
        Expression.IntegerLiteral literal => literal.Value,
        Expression.SizeOf size => size.Bytes,
        Expression.Reference { Symbol.Kind: SymbolKind.EnumerationConstant } constant => constant.Symbol.ConstantValue,
        Expression.Reference reference => sizes[reference.Symbol.Name],
        Expression.Cast { Type: CType.Boolean } cast => Integer(cast.Operand, sizes) is { } truth ? Truth(!truth.IsZero) : null,
        // What does not fit wraps, as gcc has it for signed types, too.
        Expression.Cast { Type: CType.Integer type } cast => Integer(cast.Operand, sizes) is { } number ? IntegerRange.Of(type)!.Wrapped(number) : null,
        Expression.Unary unary => Unary(unary, sizes),
        Expression.Binary binary => Binary(binary, sizes),
        Expression.Conditional conditional => Integer(conditional.Condition, sizes) is { } condition
            ? Integer(condition.IsZero ? conditional.WhenFalse : conditional.WhenTrue, sizes)
            : null,
        _ => null,
    };

    /// <summary>The value as a real number, for flop counts and tolerances.</summary>
    public static double? Real(Expression expression, Sizes sizes) => expression switch
    {
        Expression.FloatingLiteral literal => literal.Value,
        Expression.Cast { Type: CType.Floating } cast => Real(cast.Operand, sizes),
        Expression.Binary { Type: CType.Floating } binary => Real(binary, sizes),
        Expression.Unary { Operator: UnaryOperator.Minus, Type: CType.Floating } unary => -Real(unary.Operand, sizes),
        Expression.Conditional conditional => Integer(conditional.Condition, sizes) is { } condition
            ? Real(condition.IsZero ? conditional.WhenFalse : conditional.WhenTrue, sizes)
            : null,
        _ => Integer(expression, sizes) is { } integer ? (double)integer : null,
    };

    public static bool? Holds(Expression condition, Sizes sizes) => Integer(condition, sizes) is { } value ? !value.IsZero : null;

    private static double? Real(Expression.Binary binary, Sizes sizes) =>
        (Real(binary.Left, sizes), Real(binary.Right, sizes)) is ({ } left, { } right)
            ? binary.Operator switch
            {
                BinaryOperator.Add => left + right,
                BinaryOperator.Subtract => left - right,
                BinaryOperator.Multiply => left * right,
                BinaryOperator.Divide => left / right,
                _ => null,
            }
            : null;

    private static BigInteger? Unary(Expression.Unary unary, Sizes sizes) => unary.Operator switch
    {
        UnaryOperator.Plus => Integer(unary.Operand, sizes),
        UnaryOperator.Minus => -Integer(unary.Operand, sizes),
        UnaryOperator.LogicalNot => Integer(unary.Operand, sizes) is { } value ? Truth(value.IsZero) : null,
        _ => null,
    };

    private static BigInteger? Binary(Expression.Binary binary, Sizes sizes)
    {
        if (Integer(binary.Left, sizes) is not { } left)
        {
            return null;
        }

        if (binary.Operator == BinaryOperator.LogicalAnd && left.IsZero)
        {
            return BigInteger.Zero;
        }

        if (binary.Operator == BinaryOperator.LogicalOr && !left.IsZero)
        {
            return BigInteger.One;
        }

        return Integer(binary.Right, sizes) is not { } right ? null : binary.Operator switch
        {
            BinaryOperator.Multiply => left * right,
            BinaryOperator.Divide => right.IsZero ? null : BigInteger.Divide(left, right),
            BinaryOperator.Remainder => right.IsZero ? null : BigInteger.Remainder(left, right),
            BinaryOperator.Add => left + right,
            BinaryOperator.Subtract => left - right,
            BinaryOperator.Less => Truth(left < right),
            BinaryOperator.Greater => Truth(left > right),
            BinaryOperator.LessOrEqual => Truth(left <= right),
            BinaryOperator.GreaterOrEqual => Truth(left >= right),
            BinaryOperator.Equal => Truth(left == right),
            BinaryOperator.NotEqual => Truth(left != right),
            BinaryOperator.LogicalAnd or BinaryOperator.LogicalOr => Truth(!right.IsZero),
            BinaryOperator.BitwiseAnd => left & right,
            BinaryOperator.ShiftLeft => IsShift(right) ? left << (int)right : null,
            BinaryOperator.ShiftRight => IsShift(right) ? left >> (int)right : null,
            _ => null,
        };
    }

    private static bool IsShift(BigInteger distance) => distance >= 0 && distance <= LargestShift;

    private static BigInteger Truth(bool value) => value ? BigInteger.One : BigInteger.Zero;
}
