using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Verifier.Reach;

/// <summary>A contract's arithmetic over sizes as formulas, with the meaning that <see cref="ContractArithmetic"/> gives it.</summary>
internal sealed class ContractFormulas(SizeFormulas formulas, IReadOnlyDictionary<Symbol, WholeTerm> sizes)
{
    private const int LargestShift = 63;

    /// <summary>Null for what is no arithmetic over the sizes.</summary>
    public WholeTerm? Number(Expression expression) => expression switch
    {
        Expression.IntegerLiteral literal => WholeTerm.Of(literal.Value),
        Expression.SizeOf size => WholeTerm.Of(size.Bytes),
        Expression.Reference { Symbol.Kind: SymbolKind.EnumerationConstant } constant => WholeTerm.Of(constant.Symbol.ConstantValue),
        Expression.Reference reference => sizes.GetValueOrDefault(reference.Symbol),
        Expression.Cast { Type: CType.Integer type } cast => Number(cast.Operand) is { } number && IntegerRange.Of(type) is { } range && number.IsWithin(range) ? number : null,
        Expression.Unary { Operator: UnaryOperator.Plus } unary => Number(unary.Operand),
        Expression.Unary { Operator: UnaryOperator.Minus } unary => Number(unary.Operand) is { } number ? formulas.Subtract(WholeTerm.Of(0), number) : null,
        Expression.Binary binary when Number(binary.Left) is { } left && Number(binary.Right) is { } right => Computed(binary.Operator, left, right),
        _ => null,
    };

    /// <summary>Null where it is no condition on the sizes alone.</summary>
    public string? Condition(Expression expression) => expression switch
    {
        Expression.Cast { Type: CType.Boolean } cast => Condition(cast.Operand),
        Expression.Cast { Type: CType.Integer } cast when IsTruth(cast.Operand) => Condition(cast.Operand),
        Expression.Unary { Operator: UnaryOperator.LogicalNot } not => Condition(not.Operand) is { } operand ? formulas.Not(operand) : null,
        Expression.Binary { Operator: BinaryOperator.LogicalAnd } and => Condition(and.Left) is { } left && Condition(and.Right) is { } right ? formulas.And(left, right) : null,
        Expression.Binary { Operator: BinaryOperator.LogicalOr } or => Condition(or.Left) is { } left && Condition(or.Right) is { } right ? formulas.Or(left, right) : null,
        Expression.Binary binary when ComparisonOf(binary.Operator) is { } operation =>
            Number(binary.Left) is { } left && Number(binary.Right) is { } right ? formulas.Compare(operation, left, right) : null,
        _ => Number(expression) is { } number ? formulas.Compare(Operation.NotEqual, number, WholeTerm.Of(0)) : null,
    };

    /// <summary>Whether an expression is zero or one, which every integer type holds.</summary>
    private static bool IsTruth(Expression expression) => expression is Expression.Unary { Operator: UnaryOperator.LogicalNot }
        || (expression is Expression.Binary binary && (binary.Operator is BinaryOperator.LogicalAnd or BinaryOperator.LogicalOr || ComparisonOf(binary.Operator) is not null));

    private static Operation? ComparisonOf(BinaryOperator written) => written switch
    {
        BinaryOperator.Less => Operation.Less,
        BinaryOperator.LessOrEqual => Operation.LessOrEqual,
        BinaryOperator.Greater => Operation.Greater,
        BinaryOperator.GreaterOrEqual => Operation.GreaterOrEqual,
        BinaryOperator.Equal => Operation.Equal,
        BinaryOperator.NotEqual => Operation.NotEqual,
        _ => null,
    };

    private WholeTerm? Computed(BinaryOperator written, WholeTerm left, WholeTerm right) => written switch
    {
        BinaryOperator.Add => formulas.Add(left, right),
        BinaryOperator.Subtract => formulas.Subtract(left, right),
        BinaryOperator.Multiply => formulas.Multiply(left, right),
        BinaryOperator.Divide when right.Low.Sign > 0 => formulas.Divide(left, right),
        BinaryOperator.Remainder when right.Low.Sign > 0 => formulas.Remainder(left, right),
        BinaryOperator.BitwiseAnd when right.IsKnown && right.Low.Sign >= 0 && (right.Low + 1).IsPowerOfTwo => formulas.Modulo(left, right.Low + 1),
        BinaryOperator.ShiftLeft when IsShift(right) => formulas.Multiply(left, WholeTerm.Of(BigInteger.One << (int)right.Low)),
        BinaryOperator.ShiftRight when IsShift(right) => formulas.Floor(left, BigInteger.One << (int)right.Low),
        _ => null,
    };

    private static bool IsShift(WholeTerm distance) => distance.IsKnown && distance.Low.Sign >= 0 && distance.Low <= LargestShift;
}
