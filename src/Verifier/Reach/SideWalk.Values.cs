using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Verifier.Reach;

internal sealed partial class SideWalk
{
    private const int LargestShift = 63;

    /// <summary>The number a value is, any of its type where that is not understood; null where it is no integer.</summary>
    private WholeTerm? Read(Value value, WalkState at) => value switch
    {
        Value.IntegerConstant constant when IntegerRange.Of(constant.Type) is not null => WholeTerm.Of(constant.Number),
        Value.SizeOf size => WholeTerm.Of(size.Bytes),
        Value.Load { Place: Place.Named { Variable: var variable } } => at.ValueOf(variable) ?? AnyOf(value.Type),
        Value.Convert convert => Converted(convert, at),
        Value.Unary { Operation: not UnaryOperation.LogicalNot } unary => Computed(unary, Read(unary.Operand, at)),
        Value.Binary binary when !IsComparison(binary) => Computed(binary, Read(binary.Left, at), Read(binary.Right, at)),
        Value.Binary { OperandType: CType.Vector } or Value.Unary { Type: CType.Vector } => Visited(value, at),
        Value.Unary or Value.Binary or Value.And or Value.Or => _formulas.Choice(Condition(value, at), WholeTerm.Of(1), WholeTerm.Of(0)),
        Value.Select select => Selected(select, at),
        Value.PureCall call => Called(call.Target, call.Arguments, at) is { } result && IsOf(result, call.Type) ? result : AnyOf(call.Type),
        _ => Visited(value, at),
    };

    private static bool IsOf(WholeTerm term, CType type) => IntegerRange.Of(type) is { } range && term.IsWithin(range);

    private static bool IsComparison(Value.Binary binary) => binary.Operation is >= Operation.Less and <= Operation.NotEqual;

    private WholeTerm? Visited(object node, WalkState at)
    {
        VisitAll(KernelWalk.ChildrenOf(node), at);
        return node is Value value ? AnyOf(value.Type) : null;
    }

    /// <summary>Looks into a node for the conditions in it.</summary>
    private void Visit(object node, WalkState at) => _ = node is Value value ? Read(value, at) : Visited(node, at);

    private void VisitAll(IEnumerable<object> nodes, WalkState at)
    {
        foreach (var node in nodes)
        {
            Visit(node, at);
        }
    }

    private WholeTerm? AnyOf(CType type) => IntegerRange.Of(type) is { } range ? _formulas.Fresh(range.Least, range.Greatest) : null;

    /// <summary>Whether a value is not zero; each condition in it is noted where control comes to it.</summary>
    private string Condition(Value value, WalkState at)
    {
        switch (value)
        {
            case Value.And and:
                var first = Condition(and.Left, at);
                return _formulas.And(first, Condition(and.Right, at with { Path = _formulas.And(at.Path, first) }));
            case Value.Or or:
                var left = Condition(or.Left, at);
                return _formulas.Or(left, Condition(or.Right, at with { Path = _formulas.And(at.Path, _formulas.Not(left)) }));
            case Value.Unary { Operation: UnaryOperation.LogicalNot, Type: not CType.Vector } not:
                return _formulas.Not(Condition(not.Operand, at));
            case Value.Convert { Kind: ConversionKind.SignExtend or ConversionKind.ZeroExtend or ConversionKind.SameWidth or ConversionKind.ToBoolean, Type: not CType.Vector } convert:
                return Condition(convert.Operand, at);
            case Value.Binary { OperandType: not CType.Vector } binary when IsComparison(binary):
                var (low, high) = (Read(binary.Left, at), Read(binary.Right, at));
                var isKnown = low is not null && high is not null && binary.Arithmetic is Arithmetic.Signed or Arithmetic.Unsigned;
                var holds = isKnown ? _formulas.Compare(binary.Operation, low!, high!) : Unknown();
                Note(binary, at.Path, holds);
                return holds;
            default:
                return Read(value, at) is { } number ? _formulas.Compare(Operation.NotEqual, number, WholeTerm.Of(0)) : Unknown();
        }
    }

    private WholeTerm? Selected(Value.Select select, WalkState at)
    {
        var condition = Condition(select.Condition, at);
        Note(select, at.Path, condition);
        var whenTrue = Read(select.WhenTrue, at with { Path = _formulas.And(at.Path, condition) });
        var whenFalse = Read(select.WhenFalse, at with { Path = _formulas.And(at.Path, _formulas.Not(condition)) });
        return whenTrue is null || whenFalse is null ? AnyOf(select.Type) : _formulas.Choice(condition, whenTrue, whenFalse);
    }

    private WholeTerm? Converted(Value.Convert convert, WalkState at)
    {
        if (convert is { Kind: ConversionKind.ToBoolean, Type: not CType.Vector })
        {
            return _formulas.Choice(Condition(convert.Operand, at), WholeTerm.Of(1), WholeTerm.Of(0));
        }

        var operand = Read(convert.Operand, at);
        return IntegerRange.Of(convert.Type) is not { } range ? null
            : operand is not null && convert.Kind is ConversionKind.SignExtend or ConversionKind.ZeroExtend or ConversionKind.Truncate or ConversionKind.SameWidth
                ? _formulas.Wrapped(operand!, range)
                : _formulas.Fresh(range.Least, range.Greatest);
    }

    private WholeTerm? Computed(Value.Unary unary, WholeTerm? operand) =>
        IntegerRange.Of(unary.Type) is not { } range ? null
        : operand is null ? _formulas.Fresh(range.Least, range.Greatest)
        : unary.Operation == UnaryOperation.Negate ? InRange(_formulas.Subtract(WholeTerm.Of(0), operand), unary.Arithmetic, range)
        : _formulas.Wrapped(_formulas.Subtract(WholeTerm.Of(-1), operand), range);

    /// <summary>Unsigned numbers wrap (C17 6.2.5p9).</summary>
    private WholeTerm InRange(WholeTerm number, Arithmetic arithmetic, IntegerRange range) =>
        arithmetic == Arithmetic.Unsigned ? _formulas.Wrapped(number, range) : _formulas.Checked(number, range);

    private WholeTerm? Computed(Value.Binary binary, WholeTerm? left, WholeTerm? right)
    {
        if (IntegerRange.Of(binary.Type) is not { } range)
        {
            return null;
        }

        if (left is null || right is null || binary.Arithmetic is not (Arithmetic.Signed or Arithmetic.Unsigned))
        {
            return _formulas.Fresh(range.Least, range.Greatest);
        }

        var exact = binary.Operation switch
        {
            Operation.Add => _formulas.Add(left, right),
            Operation.Subtract => _formulas.Subtract(left, right),
            Operation.Multiply => _formulas.Multiply(left, right),
            Operation.Divide => _formulas.Divide(left, right),
            Operation.Remainder => _formulas.Remainder(left, right),
            Operation.ShiftLeft when IsShift(right) => _formulas.Multiply(left, WholeTerm.Of(BigInteger.One << (int)right.Low)),
            Operation.ShiftRight when IsShift(right) => _formulas.Floor(left, BigInteger.One << (int)right.Low),
            Operation.BitwiseAnd => Masked(left, right, range) ?? Masked(right, left, range),
            _ => null,
        };
        return exact is null ? _formulas.Fresh(range.Least, range.Greatest) : InRange(exact, binary.Arithmetic, range);
    }

    private static bool IsShift(WholeTerm distance) => distance.IsKnown && distance.Low.Sign >= 0 && distance.Low <= LargestShift;

    /// <summary><c>n &amp; 63</c>, <c>n &amp; ~63</c> and <c>n &amp; -64</c>, in two's complement; null for other masks.</summary>
    private WholeTerm? Masked(WholeTerm number, WholeTerm mask, IntegerRange range)
    {
        if (!mask.IsKnown)
        {
            return null;
        }

        var signed = range.Least.IsZero && mask.Low > range.Greatest / 2 ? mask.Low - range.Count : mask.Low;
        return signed.Sign >= 0 && (signed + 1).IsPowerOfTwo ? _formulas.Modulo(number, signed + 1)
            : signed.Sign < 0 && (-signed).IsPowerOfTwo ? _formulas.Subtract(number, _formulas.Modulo(number, -signed))
            : null;
    }
}
