using System.Numerics;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Parametric.Extracting;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>A contract's arithmetic over sizes as polynomials and conditions, with the meaning that <see cref="ContractArithmetic"/> gives it.</summary>
internal sealed class ContractTerms
{
    /// <summary>Keeps the names of quotients apart from all numbers that extraction gives.</summary>
    private const int FirstNumber = 2_000_000;

    private const int LargestShift = 63;

    private readonly IReadOnlyDictionary<Symbol, Dimension> _sizes;

    /// <summary>Between which numbers each dimension lies, by its type or its definition.</summary>
    private readonly Dictionary<Dimension, (BigInteger Low, BigInteger High)> _ranges = [];

    private int _next = FirstNumber;

    public ContractTerms(IReadOnlyDictionary<Symbol, Dimension> sizes)
    {
        _sizes = sizes;
        foreach (var (symbol, dimension) in sizes)
        {
            _ranges[dimension] = IntegerRange.Of(symbol.Type) is { } range ? (range.Least, range.Greatest) : throw new ArgumentException("a size is an integer", nameof(sizes));
        }
    }

    /// <summary>A dimension of its own, for a size that the kernel does not use.</summary>
    public static Dimension Unused(string name, int position) => new(FirstNumber - 1 - position, name, DimensionKind.Parameter, null, default);

    /// <summary>Null for what is no arithmetic over the sizes.</summary>
    public IntegerPolynomial? Number(Expression expression) => expression switch
    {
        Expression.IntegerLiteral literal => IntegerPolynomial.Of(literal.Value),
        Expression.SizeOf size => IntegerPolynomial.Of(size.Bytes),
        Expression.Reference { Symbol: { Kind: SymbolKind.EnumerationConstant, ConstantValue: var value } } => IntegerPolynomial.Of(value),
        Expression.Reference reference => _sizes.TryGetValue(reference.Symbol, out var size) ? IntegerPolynomial.Of(size) : null,
        // What does not fit would wrap.
        Expression.Cast { Type: CType.Integer type } cast => Number(cast.Operand) is { } number && Fits(number, type) ? number : null,
        Expression.Unary { Operator: UnaryOperator.Plus } unary => Number(unary.Operand),
        Expression.Unary { Operator: UnaryOperator.Minus } unary => Number(unary.Operand) is { } number ? -number : null,
        Expression.Binary binary when Number(binary.Left) is { } left && Number(binary.Right) is { } right => Computed(binary.Operator, left, right),
        Expression.Conditional conditional when Number(conditional.WhenTrue) is { } whenTrue && Number(conditional.WhenFalse) is { } whenFalse => Either(Condition(conditional.Condition), whenTrue, whenFalse),
        _ => null,
    };

    /// <summary><see cref="Formula.Unknown"/> for what is no condition on the sizes alone.</summary>
    public Formula Condition(Expression expression) => expression switch
    {
        Expression.Cast { Type: CType.Boolean } cast => Condition(cast.Operand),
        Expression.Cast { Type: CType.Integer } cast when IsTruth(cast.Operand) => Condition(cast.Operand),
        Expression.Unary { Operator: UnaryOperator.LogicalNot } not => Condition(not.Operand).Negated(),
        Expression.Binary { Operator: BinaryOperator.LogicalAnd } and => Formula.And(Condition(and.Left), Condition(and.Right)),
        Expression.Binary { Operator: BinaryOperator.LogicalOr } or => Formula.Or(Condition(or.Left), Condition(or.Right)),
        Expression.Binary binary when IsComparison(binary.Operator) && Number(binary.Left) is { } left && Number(binary.Right) is { } right => Compared(binary.Operator, left, right),
        _ when Number(expression) is { } number => Formula.Of(number, Relation.NonZero),
        _ => new Formula.Unknown("a promise that is no arithmetic over the sizes"),
    };

    private static bool IsTruth(Expression expression) => expression is Expression.Unary { Operator: UnaryOperator.LogicalNot }
        || (expression is Expression.Binary binary && (binary.Operator is BinaryOperator.LogicalAnd or BinaryOperator.LogicalOr || IsComparison(binary.Operator)));

    private static bool IsComparison(BinaryOperator written) => written is BinaryOperator.Less or BinaryOperator.LessOrEqual
        or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual or BinaryOperator.Equal or BinaryOperator.NotEqual;

    private static Formula Compared(BinaryOperator written, IntegerPolynomial left, IntegerPolynomial right) => written switch
    {
        BinaryOperator.Less => Formula.Less(left, right),
        BinaryOperator.LessOrEqual => Formula.AtLeast(right, left),
        BinaryOperator.Greater => Formula.Less(right, left),
        BinaryOperator.GreaterOrEqual => Formula.AtLeast(left, right),
        BinaryOperator.Equal => Formula.Equal(left, right),
        _ => Formula.Of(left - right, Relation.NonZero),
    };

    private IntegerPolynomial? Computed(BinaryOperator written, IntegerPolynomial left, IntegerPolynomial right) => written switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide when right.Constant is { Sign: > 0 } divisor => Quotient(left, divisor, Quotients.TowardsZero),
        BinaryOperator.Remainder when right.Constant is { Sign: > 0 } divisor => left - (Quotient(left, divisor, Quotients.TowardsZero) * right),
        BinaryOperator.BitwiseAnd when right.Constant is { Sign: >= 0 } mask && (mask + 1).IsPowerOfTwo => left - (Quotient(left, mask + 1, Quotients.Floor) * IntegerPolynomial.Of(mask + 1)),
        BinaryOperator.ShiftLeft when ShiftOf(right) is { } power => left * IntegerPolynomial.Of(power),
        BinaryOperator.ShiftRight when ShiftOf(right) is { } power => Quotient(left, power, Quotients.Floor),
        _ => null,
    };

    private static BigInteger? ShiftOf(IntegerPolynomial distance) =>
        distance.Constant is { Sign: >= 0 } bits && bits <= LargestShift ? BigInteger.One << (int)bits : null;

    private IntegerPolynomial Quotient(IntegerPolynomial value, BigInteger divisor, Func<IntegerPolynomial, IntegerPolynomial, IntegerPolynomial, Formula> definition)
    {
        var (low, high) = RangeOf(value);
        var quotient = New("quotient", (BigInteger.Min(low, 0) - 1, BigInteger.Max(high, 0)));
        quotient.Definition = definition(IntegerPolynomial.Of(quotient), value, IntegerPolynomial.Of(divisor));
        return IntegerPolynomial.Of(quotient);
    }

    private IntegerPolynomial Either(Formula condition, IntegerPolynomial whenTrue, IntegerPolynomial whenFalse)
    {
        var (first, second) = (RangeOf(whenTrue), RangeOf(whenFalse));
        var either = New("either", (BigInteger.Min(first.Low, second.Low), BigInteger.Max(first.High, second.High)));
        either.Definition = Formula.Or(
            Formula.And(condition, Formula.Equal(IntegerPolynomial.Of(either), whenTrue)),
            Formula.And(condition.Negated(), Formula.Equal(IntegerPolynomial.Of(either), whenFalse)));
        return IntegerPolynomial.Of(either);
    }

    private Dimension New(string name, (BigInteger Low, BigInteger High) range)
    {
        var made = new Dimension(_next++, name, DimensionKind.Defined, null, default);
        _ranges[made] = range;
        return made;
    }

    private bool Fits(IntegerPolynomial value, CType.Integer type) =>
        IntegerRange.Of(type) is { } range && RangeOf(value) is var (low, high) && range.Least <= low && high <= range.Greatest;

    private (BigInteger Low, BigInteger High) RangeOf(IntegerPolynomial value)
    {
        var (low, high) = (BigInteger.Zero, BigInteger.Zero);
        foreach (var (product, coefficient) in value.Terms)
        {
            var term = product.Factors.Aggregate((Low: coefficient, High: coefficient), (range, factor) => Times(range, _ranges[factor]));
            (low, high) = (low + term.Low, high + term.High);
        }

        return (low, high);
    }

    private static (BigInteger Low, BigInteger High) Times((BigInteger Low, BigInteger High) first, (BigInteger Low, BigInteger High) second)
    {
        BigInteger[] corners = [first.Low * second.Low, first.Low * second.High, first.High * second.Low, first.High * second.High];
        return (corners.Min(), corners.Max());
    }
}
