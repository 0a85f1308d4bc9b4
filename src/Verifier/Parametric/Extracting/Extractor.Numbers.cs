using System.Numerics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Parametric.Extracting;

internal sealed partial class Extractor
{
    private const int DeepestChoice = 3;

    /// <summary>A value as one integer; what is none, or several, gets a name.</summary>
    private IntegerPolynomial NumberOf(Symbolic value, CType type, TextSpan span, string name = "any") => value switch
    {
        Symbolic.Number number => number.Value,
        Symbolic.Choice choice when IsNumeric(choice) => IntegerPolynomial.Of(_journal.Once(choice, () => Named(choice, span))),
        _ => IntegerPolynomial.Of(Unknown(name, DimensionKind.Free, type, span)),
    };

    private static bool IsNumeric(Symbolic value) => value is Symbolic.Number || (value is Symbolic.Choice choice && IsNumeric(choice.WhenTrue) && IsNumeric(choice.WhenFalse));

    private Dimension Named(Symbolic.Choice choice, TextSpan span)
    {
        var cases = Cases(choice, Formula.True).ToList();
        var mentioned = cases.SelectMany(item => item.Condition.Dimensions.Concat(item.Value.Dimensions));
        return _journal.Dimension(
            NameOfChoice(choice), DimensionKind.Defined, OwnerOf(mentioned), CallSite(span),
            own => Formula.Or(cases.Select(item => Formula.And(item.Condition, Formula.Equal(IntegerPolynomial.Of(own), item.Value)))));
    }

    private static string NameOfChoice(Symbolic.Choice choice) => Extreme(choice) is { } isMinimum ? isMinimum ? "min" : "max" : "either";

    private static IEnumerable<(Formula Condition, IntegerPolynomial Value)> Cases(Symbolic value, Formula condition) => value is Symbolic.Choice choice
        ? Cases(choice.WhenTrue, Formula.And(condition, choice.Condition)).Concat(Cases(choice.WhenFalse, Formula.And(condition, choice.Condition.Negated())))
        : [(condition, ((Symbolic.Number)value).Value)];

    /// <summary>Whether a choice between two numbers always takes the smaller one, or the greater one; null for other choices.</summary>
    private static bool? Extreme(Symbolic.Choice choice)
    {
        if (choice is not { WhenTrue: Symbolic.Number { Value: var whenTrue }, WhenFalse: Symbolic.Number { Value: var whenFalse }, Condition: Formula.Comparison { Relation: Relation.NonNegative } condition })
        {
            return null;
        }

        var difference = whenFalse - whenTrue;
        return condition.Value.Equals(difference) || condition.Value.Equals(difference - 1) ? true
            : condition.Value.Equals(-difference) || condition.Value.Equals(-difference - 1) ? false
            : null;
    }

    /// <summary>The innermost open enclosure that any of the dimensions belongs to.</summary>
    private Enclosure? OwnerOf(IEnumerable<Dimension> dimensions)
    {
        var owners = dimensions.Select(dimension => dimension.Owner).ToHashSet();
        return _enclosures.LastOrDefault(owners.Contains);
    }

    /// <summary>The result of an operation in a type: exact if it fits, which is demanded; a constant of an unsigned type wraps.</summary>
    private Symbolic Fitted(IntegerPolynomial value, CType type, bool isWrap, TextSpan span)
    {
        if (IntegerRange.Of(type) is not { } range)
        {
            return new Symbolic.Unknown();
        }

        if (value.Constant is { } number)
        {
            if (range.Contains(number))
            {
                return Symbolic.Of(value);
            }

            if (isWrap)
            {
                return Symbolic.Of(IntegerPolynomial.Of(range.Wrapped(number)));
            }
        }

        // Numbers that depend on contents may well wrap, as hashes do.
        if (isWrap && value.Dimensions.Any(dimension => dimension.Kind == DimensionKind.Free))
        {
            return Symbolic.Of(IntegerPolynomial.Of(Unknown("any", DimensionKind.Free, type, span)));
        }

        _journal.Add(new RangeDemand(value, type.Unqualified, isWrap, Setting(span)));
        return Symbolic.Of(value);
    }

    private Symbolic Converted(Symbolic value, CType from, CType to, TextSpan span) => value switch
    {
        Symbolic.Choice choice => choice.Select(part => Converted(part, from, to, span)),
        Symbolic.LowBits bits when to is CType.Integer integer => bits with { Width = Math.Min(bits.Width, integer.WidthInBits) },
        Symbolic.Number number when to is CType.Boolean => Symbolic.Of(Formula.Of(number.Value, Relation.NonZero)),
        Symbolic.Number number when IntegerRange.Of(to) is { } target =>
            number.Value.Constant is null && IntegerRange.Of(from) is { } source && target.Contains(source) ? value : Fitted(number.Value, to, isWrap: true, span),
        Symbolic.Address or Symbolic.Number when to is CType.Pointer => value,
        Symbolic.Unknown when IsInteger(to) => Anything(to, "any", DimensionKind.Free, span),
        Symbolic.Unknown when to is CType.Pointer => Anything(to, "any", DimensionKind.Free, span),
        _ => new Symbolic.Unknown(),
    };

    /// <summary>An integer operation on two values, each of which may be a choice.</summary>
    private Symbolic Combined(Operation operation, Symbolic left, Symbolic right, CType type, CType operandType, bool isWrap, TextSpan span)
    {
        if (operation is >= Operation.Less and <= Operation.NotEqual)
        {
            return Symbolic.Of(Compared(operation, left, right));
        }

        if (left is Symbolic.Choice && right is Symbolic.Choice && left.Depth + right.Depth > DeepestChoice)
        {
            (left, right) = (Symbolic.Of(NumberOf(left, operandType, span)), Symbolic.Of(NumberOf(right, operandType, span)));
        }

        return left.Select(first => right.Select(second => Plain(operation, first, second, type, isWrap, span)));
    }

    private Symbolic Plain(Operation operation, Symbolic left, Symbolic right, CType type, bool isWrap, TextSpan span)
    {
        if (MaskOperations.Of(operation, left, right, IntegerRange.Of(type)) is { } mask)
        {
            return mask;
        }

        if (left is not Symbolic.Number { Value: var a } || right is not Symbolic.Number { Value: var b })
        {
            return Anything(type, "any", DimensionKind.Free, span);
        }

        return operation switch
        {
            Operation.Add => Fitted(a + b, type, isWrap, span),
            Operation.Subtract => Fitted(a - b, type, isWrap, span),
            Operation.Multiply => Fitted(a * b, type, isWrap, span),
            Operation.Divide => Symbolic.Of(Quotient(a, b, span)),
            Operation.Remainder => Symbolic.Of(a - (b * Quotient(a, b, span))),
            Operation.ShiftLeft when b.Constant is { } count && count >= 0 && count < 64 => Fitted(a * IntegerPolynomial.Of(BigInteger.Pow(2, (int)count)), type, isWrap, span),
            Operation.ShiftRight when b.Constant is { } count && count >= 0 && count < 64 => Symbolic.Of(Floor(a, BigInteger.Pow(2, (int)count), span)),
            Operation.BitwiseAnd when Low(b) is { } count => Symbolic.Of(a - (IntegerPolynomial.Of(count) * Floor(a, count, span))),
            Operation.BitwiseAnd when Low(a) is { } count => Symbolic.Of(b - (IntegerPolynomial.Of(count) * Floor(b, count, span))),
            Operation.BitwiseAnd when High(b, type) is { } count => Symbolic.Of(IntegerPolynomial.Of(count) * Floor(a, count, span)),
            _ when a.Constant is { } x && b.Constant is { } y && IntegerRange.Of(type) is { } range => Bits(operation, x, y) is { } bits
                ? Symbolic.Of(IntegerPolynomial.Of(range.Wrapped(bits)))
                : Anything(type, "any", DimensionKind.Free, span),
            _ => Anything(type, "any", DimensionKind.Free, span),
        };
    }

    private static BigInteger? Bits(Operation operation, BigInteger left, BigInteger right) => operation switch
    {
        Operation.BitwiseAnd => left & right,
        Operation.BitwiseOr => left | right,
        Operation.BitwiseXor => left ^ right,
        _ => null,
    };

    /// <summary><c>2^k</c> for the mask <c>2^k - 1</c>.</summary>
    private static BigInteger? Low(IntegerPolynomial mask) => mask.Constant is { Sign: > 0 } number && (number + 1).IsPowerOfTwo ? number + 1 : null;

    /// <summary><c>2^k</c> for the mask that clears the low k bits.</summary>
    private static BigInteger? High(IntegerPolynomial mask, CType type) => mask.Constant is { } number && IntegerRange.Of(type) is { } range
        && range.Greatest - (number & range.Greatest) + 1 is var count && count.IsPowerOfTwo && (number.Sign < 0 || !range.IsSigned) ? count : null;

    /// <summary>Rounded towards minus infinity.</summary>
    private IntegerPolynomial Floor(IntegerPolynomial value, BigInteger divisor, TextSpan span)
    {
        if (value.Constant is { } number)
        {
            return IntegerPolynomial.Of((number - (((number % divisor) + divisor) % divisor)) / divisor);
        }

        return value.Over(divisor) ?? IntegerPolynomial.Of(_journal.Once(("floor", value, divisor), () => _journal.Dimension(
            "quotient", DimensionKind.Defined, OwnerOf(value.Dimensions), CallSite(span), own => Quotients.Floor(IntegerPolynomial.Of(own), value, IntegerPolynomial.Of(divisor)))));
    }

    /// <summary>Rounded towards zero (C17 6.5.5p6).</summary>
    private IntegerPolynomial Quotient(IntegerPolynomial value, IntegerPolynomial divisor, TextSpan span)
    {
        if (divisor.Constant is { IsZero: false } number && (value.Constant is { } known ? IntegerPolynomial.Of(BigInteger.Divide(known, number)) : value.Over(number)) is { } exact)
        {
            return exact;
        }

        return IntegerPolynomial.Of(_journal.Once(("quotient", value, divisor), () => _journal.Dimension(
            "quotient", DimensionKind.Defined, OwnerOf(value.Dimensions.Concat(divisor.Dimensions)), CallSite(span),
            own => Quotients.TowardsZero(IntegerPolynomial.Of(own), value, divisor))));
    }
}
