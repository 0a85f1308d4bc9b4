using System.Numerics;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

public sealed partial class Lowering
{
    private Value CastValue(Expression.Cast cast)
    {
        if (HasVariableExtent(cast.Type) && !HasVariableExtent(cast.Operand.Type))
        {
            return UnsupportedValue(cast, "conversion to a variable-length type");
        }

        return cast.Operand switch
        {
            Expression.StringLiteral literal when cast.Type is CType.Pointer =>
                new Value.StringConstant(literal.Value, cast.Type.Unqualified, cast.Span),
            { Type: CType.Array or CType.VariableArray } array when cast.Type is CType.Pointer => DecayOf(array, cast),
            { Type: CType.Function } function => ValueOf(function) with { Type = cast.Type },
            _ when cast.Type is CType.Void => VoidValue(cast),
            var operand => Converted(ValueOf(operand), cast.Type, cast),
        };
    }

    private Value DecayOf(Expression array, Expression.Cast cast) => PlaceOf(array) switch
    {
        Place.Unsupported place => new Value.Unsupported(place.Reason, cast.Type, cast.Span),
        var place => new Value.Decay(place, cast.Type.Unqualified, cast.Span),
    };

    private Value.IntegerConstant VoidValue(Expression.Cast cast)
    {
        LowerForEffect(cast.Operand);
        return Constant(0, Int, cast);
    }

    /// <summary>The conversion C prescribes between two types; none at all between types that differ in qualifiers only.</summary>
    private Value Converted(Value value, CType type, Expression origin)
    {
        var target = type.Unqualified;
        return value switch
        {
            Value.Unsupported => value with { Type = target },
            _ when value.Type.Unqualified.Equals(target) => value,
            Value.IntegerConstant constant when target is CType.Integer integer =>
                constant with { Number = Wrapped(constant.Number, integer), Type = target },
            Value.IntegerConstant constant when target is CType.Floating floating && IsExact(constant.Number, floating) =>
                new Value.FloatingConstant((double)constant.Number, target, constant.Span),
            _ when target is CType.Vector vector && value.Type is not CType.Vector =>
                new Value.Convert(ConversionKind.Splat, Converted(value, vector.Element, origin), target, origin.Span),
            _ when KindOf(value, Scalar(value.Type), Scalar(target)) is { } kind => new Value.Convert(kind, value, target, origin.Span),
            _ => UnsupportedValue(origin, $"conversion from '{CTypePrinter.Print(value.Type)}' to '{CTypePrinter.Print(target)}'"),
        };
    }

    /// <summary>Whether the number surely has enough leading zeros for the type's significand.</summary>
    private static bool IsExact(BigInteger number, CType.Floating type) => type.Kind switch
    {
        FloatingKind.Float => BigInteger.Abs(number) <= 1 << 24,
        FloatingKind.Double => BigInteger.Abs(number) <= 1L << 53,
        _ => false,
    };

    private static CType Scalar(CType type) => type is CType.Enumeration enumeration ? enumeration.Underlying.Unqualified : type.Unqualified;

    private static ConversionKind? KindOf(Value value, CType source, CType target) => (source, target) switch
    {
        (CType.Integer or CType.Boolean or CType.Floating or CType.Pointer, CType.Boolean) => ConversionKind.ToBoolean,
        (CType.Boolean, CType.Integer) => ConversionKind.ZeroExtend,
        (CType.Integer from, CType.Integer to) => BetweenIntegers(from, to),
        (CType.Integer or CType.Boolean, CType.Floating) => ConversionKind.IntegerToFloating,
        (CType.Floating, CType.Integer) => ConversionKind.FloatingToInteger,
        (CType.Floating from, CType.Floating to) => from.WidthInBits <= to.WidthInBits ? ConversionKind.FloatingWiden : ConversionKind.FloatingNarrow,
        (CType.Integer, CType.Pointer) when value is Value.IntegerConstant { Number.IsZero: true } => ConversionKind.NullPointer,
        (CType.Integer, CType.Pointer) => ConversionKind.IntegerToPointer,
        (CType.Pointer, CType.Integer) => ConversionKind.PointerToInteger,
        (CType.Pointer, CType.Pointer) => ConversionKind.PointerCast,
        (CType.Vector from, CType.Vector to) when WidthOf(from) == WidthOf(to) => ConversionKind.BitCast,
        _ => null,
    };

    private static ConversionKind BetweenIntegers(CType.Integer from, CType.Integer to) =>
        from.WidthInBits > to.WidthInBits ? ConversionKind.Truncate
        : from.WidthInBits == to.WidthInBits ? ConversionKind.SameWidth
        : from.IsSigned ? ConversionKind.SignExtend
        : ConversionKind.ZeroExtend;

    private static int WidthOf(CType.Vector vector) => vector.Lanes * vector.Element switch
    {
        CType.Integer integer => integer.WidthInBits,
        CType.Floating floating => floating.WidthInBits,
        _ => 0,
    };

    private static BigInteger Wrapped(BigInteger number, CType.Integer type)
    {
        var modulus = BigInteger.One << type.WidthInBits;
        var wrapped = ((number % modulus) + modulus) % modulus;
        return type.IsSigned && wrapped >= modulus >> 1 ? wrapped - modulus : wrapped;
    }
}
