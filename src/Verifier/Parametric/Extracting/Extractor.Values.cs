using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Verifier.Parametric.Extracting;

internal sealed partial class Extractor
{
    private Symbolic Evaluate(Value value) => value switch
    {
        Value.IntegerConstant constant => Symbolic.Of(IntegerPolynomial.Of(constant.Number)),
        Value.SizeOf size => Symbolic.Of(size.Bytes),
        Value.Load load => Load(load.Place),
        Value.AddressOf address => Locate(address.Place),
        Value.Decay decay => Locate(decay.Array),
        Value.Convert convert => Convert(convert),
        Value.Unary unary => Unary(unary),
        Value.Binary binary => Binary(binary),
        Value.Select select => Select(select),
        Value.And and => Truth(Evaluate(and.Left)) is var left
            ? Symbolic.Of(Formula.And(left, Under(left, () => Truth(Evaluate(and.Right)))))
            : throw new System.Diagnostics.UnreachableException(),
        Value.Or or => Truth(Evaluate(or.Left)) is var left
            ? Symbolic.Of(Formula.Or(left, Under(left.Negated(), () => Truth(Evaluate(or.Right)))))
            : throw new System.Diagnostics.UnreachableException(),
        Value.Lane lane => LaneOf(Evaluate(lane.Vector), Evaluate(lane.Index), lane.Type, lane.Span),
        Value.Aggregate aggregate => Aggregate(aggregate),
        Value.PureCall call => Call(call.Target, call.Arguments, call.Type, call.Span),
        Value.Unsupported unsupported => Refused(unsupported.Reason, unsupported.Span, unsupported.Type),
        Value.StringConstant text => new Symbolic.Address(
            _journal.Object("text", DataObjectKind.Static, null, null, null, text.Span), IntegerPolynomial.Zero),
        _ => new Symbolic.Unknown(),
    };

    private Symbolic Refused(string reason, Parser.Text.TextSpan span, CType type)
    {
        Gap(GapKind.Construct, reason, span);
        return Anything(type, "any", DimensionKind.Free, span);
    }

    private Symbolic Select(Value.Select select)
    {
        var condition = Truth(Evaluate(select.Condition));
        var whenTrue = Under(condition, () => condition.IsFalse ? new Symbolic.Unknown() : Evaluate(select.WhenTrue));
        var whenFalse = Under(condition.Negated(), () => condition.IsTrue ? new Symbolic.Unknown() : Evaluate(select.WhenFalse));
        return Settled(Symbolic.Either(condition, whenTrue, whenFalse));
    }

    private Symbolic Convert(Value.Convert convert)
    {
        var operand = Evaluate(convert.Operand);
        return convert switch
        {
            { Kind: ConversionKind.PointerCast } => operand,
            { Kind: ConversionKind.NullPointer } => Symbolic.Of(0),
            { Kind: ConversionKind.Splat, Type: CType.Vector vector } => new Symbolic.Lanes([.. Enumerable.Repeat(operand, vector.Lanes)]),
            { Type: CType.Vector to, Operand.Type: CType.Vector from } => ConvertedLanes(operand, from, to, convert.Span),
            { Kind: ConversionKind.PointerToInteger or ConversionKind.IntegerToPointer or ConversionKind.FloatingToInteger } =>
                Anything(convert.Type, "any", DimensionKind.Free, convert.Span),
            _ => Converted(operand, convert.Operand.Type, convert.Type, convert.Span),
        };
    }

    private Symbolic ConvertedLanes(Symbolic operand, CType.Vector from, CType.Vector to, Parser.Text.TextSpan span) =>
        operand is Symbolic.Lanes lanes && from.Lanes == to.Lanes && IsInteger(from.Element) && IsInteger(to.Element)
            ? new Symbolic.Lanes([.. lanes.Each.Select(lane => Converted(lane, from.Element, to.Element, span))])
            : new Symbolic.Unknown();

    private Symbolic Unary(Value.Unary unary)
    {
        var operand = Evaluate(unary.Operand);
        return unary switch
        {
            { Operation: UnaryOperation.LogicalNot, Type: not CType.Vector } => Symbolic.Of(Truth(operand).Negated()),
            { Operation: UnaryOperation.Negate } when IsInteger(unary.Type) => operand.Select(part =>
                Plain(Operation.Subtract, Symbolic.Of(0), part, unary.Type, unary.Arithmetic == Arithmetic.Unsigned, unary.Span)),
            { Operation: UnaryOperation.BitwiseNot } when IsInteger(unary.Type) => operand.Select(part => Inverted(part, unary)),
            _ => IsInteger(unary.Type) ? Anything(unary.Type, "any", DimensionKind.Free, unary.Span) : new Symbolic.Unknown(),
        };
    }

    private Symbolic Inverted(Symbolic value, Value.Unary unary) => value is Symbolic.Number { Value.Constant: { } number } && IntegerRange.Of(unary.Type) is { } range
        ? Symbolic.Of(IntegerPolynomial.Of(range.Wrapped(-number - 1)))
        : Anything(unary.Type, "any", DimensionKind.Free, unary.Span);

    private Symbolic Binary(Value.Binary binary)
    {
        var (left, right) = (Evaluate(binary.Left), Evaluate(binary.Right));
        var isWrap = binary.Arithmetic == Arithmetic.Unsigned;
        return binary switch
        {
            { OperandType: CType.Vector { Element: var element } vector } => IsInteger(element)
                ? BinaryLanes(binary, vector, left, right)
                : new Symbolic.Unknown(),
            { Arithmetic: Arithmetic.Pointer, Operation: Operation.Add or Operation.Subtract } => Moved(binary, left, right),
            { Arithmetic: Arithmetic.Pointer, Operation: Operation.Difference } => Distance(binary, left, right),
            { Arithmetic: Arithmetic.Pointer } or { Operation: Operation.Equal or Operation.NotEqual, OperandType: CType.Pointer } => Symbolic.Of(Compared(binary.Operation, left, right)),
            { Operation: Operation.Difference } => Distance(binary, left, right),
            { Arithmetic: Arithmetic.Floating } => IsInteger(binary.Type) ? Symbolic.Of(NotUnderstood) : new Symbolic.Unknown(),
            _ => Settled(Combined(binary.Operation, left, right, binary.Type, binary.OperandType, isWrap, binary.Span)),
        };
    }

    private Symbolic BinaryLanes(Value.Binary binary, CType.Vector vector, Symbolic left, Symbolic right)
    {
        if (left is not Symbolic.Lanes first || right is not Symbolic.Lanes second || first.Each.Length != second.Each.Length || binary.Type is not CType.Vector result)
        {
            return new Symbolic.Unknown();
        }

        var isComparison = binary.Operation is >= Operation.Less and <= Operation.NotEqual;
        return new Symbolic.Lanes([.. first.Each.Zip(second.Each, (a, b) => isComparison
            ? Symbolic.Either(Compared(binary.Operation, a, b), Symbolic.Of(-1), Symbolic.Of(0))
            : Combined(binary.Operation, a, b, result.Element, vector.Element, binary.Arithmetic == Arithmetic.Unsigned, binary.Span))]);
    }

    private Symbolic LaneOf(Symbolic vector, Symbolic index, CType type, Parser.Text.TextSpan span) =>
        vector is Symbolic.Lanes lanes && index.Integer?.Constant is { } lane && lane >= 0 && lane < lanes.Each.Length
            ? lanes.Each[(int)lane]
            : IsInteger(type) ? Anything(type, "any", DimensionKind.Free, span) : new Symbolic.Unknown();

    /// <summary>A vector's lanes; an array's or record's values are memory, and only what they read matters.</summary>
    private Symbolic Aggregate(Value.Aggregate aggregate)
    {
        var elements = aggregate.Elements.Select(Evaluate).ToList();
        return aggregate.Type is CType.Vector vector
            ? new Symbolic.Lanes([.. elements, .. Enumerable.Repeat(IsInteger(vector.Element) ? Symbolic.Of(0) : new Symbolic.Unknown(), vector.Lanes - elements.Count)])
            : new Symbolic.Unknown();
    }

    /// <summary>A choice of pointers into one object is a pointer; one that is too deep to be looked at case by case gets a name.</summary>
    private Symbolic Settled(Symbolic value)
    {
        if (value is Symbolic.Choice { WhenTrue: Symbolic.Address a, WhenFalse: Symbolic.Address b } choice && a.Object == b.Object)
        {
            return new Symbolic.Address(a.Object, NumberOf(new Symbolic.Choice(choice.Condition, Symbolic.Of(a.Offset), Symbolic.Of(b.Offset)), SizeType, a.Object.Span));
        }

        if (value.Depth > 1 && IsTruth(value))
        {
            return Symbolic.Of(Truth(value));
        }

        return value.Depth > DeepestChoice && IsNumeric(value) ? Symbolic.Of(NumberOf(value, SizeType, default)) : value;
    }

    private static bool IsTruth(Symbolic value) => value switch
    {
        Symbolic.Choice choice => IsTruth(choice.WhenTrue) && IsTruth(choice.WhenFalse),
        Symbolic.Number { Value.Constant: { } number } => number.IsZero || number.IsOne,
        _ => false,
    };

    private static readonly CType SizeType = new CType.Integer(IntegerKind.Long, 64, true, Qualifiers.None);
}
