using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Integrity.Counting;

internal sealed partial class WorkCount
{
    private const int MostBits = 64;

    private Known? Evaluate(Value value) => value switch
    {
        Value.IntegerConstant constant => new Known.Whole((Int128)constant.Number),
        Value.FloatingConstant constant => new Known.Real(constant.Number),
        Value.SizeOf size => new Known.Whole(size.Bytes),
        Value.Load { Place.Root: { } root } when !IsTracked(root) => null,
        Value.Load load => Locate(load.Place) is { } spot ? spot.Cells.Read(spot, load.Type) : null,
        Value.AddressOf address => AddressOf(Locate(address.Place), address.Place),
        Value.Decay decay => AddressOf(Locate(decay.Array) is { } array ? array with { Prefix = array.Path, Index = 0 } : null, decay.Array),
        Value.Convert convert => Converted(convert, Evaluate(convert.Operand)),
        Value.Unary unary => Unary(unary, Evaluate(unary.Operand)),
        Value.Binary { Type: CType.Vector } => null,
        Value.Binary binary => Binary(binary, Evaluate(binary.Left), Evaluate(binary.Right)),
        Value.Select select => Evaluate(select.Condition)?.Truth is { } truth ? Evaluate(truth ? select.WhenTrue : select.WhenFalse)
            : Evaluate(select.WhenTrue) is { } both && both.Equals(Evaluate(select.WhenFalse)) ? both : null,
        Value.And and => Evaluate(and.Left)?.Truth is not { } left ? (Evaluate(and.Right)?.Truth == false ? Known.Of(false) : null)
            : !left ? Known.Of(false) : Evaluate(and.Right)?.Truth is { } right ? Known.Of(right) : null,
        Value.Or or => Evaluate(or.Left)?.Truth is not { } left ? (Evaluate(or.Right)?.Truth == true ? Known.Of(true) : null)
            : left ? Known.Of(true) : Evaluate(or.Right)?.Truth is { } right ? Known.Of(right) : null,
        Value.Aggregate aggregate => PartsOf(aggregate),
        Value.PureCall call => ResultOf(call.Target, call.Arguments, call.Type),
        _ => null,
    };

    private static Known? AddressOf(Spot? spot, Place place) => spot is { } known ? new Known.Address(known) : place.Root is null ? new Known.Contents() : null;

    private Known.Parts PartsOf(Value.Aggregate aggregate)
    {
        var parts = ImmutableDictionary.CreateBuilder<string, Known?>();
        for (var index = 0; index < aggregate.Elements.Length; index++)
        {
            var path = aggregate.Type is CType.Record record ? $".{FieldOf(record, index)}" : $"[{index}]";
            if (Evaluate(aggregate.Elements[index]) is Known.Parts inner)
            {
                parts.AddRange(inner.Values.Select(pair => KeyValuePair.Create(path + pair.Key, pair.Value)));
            }
            else
            {
                parts[path] = Evaluate(aggregate.Elements[index]);
            }
        }

        return new(parts.ToImmutable());
    }

    private string FieldOf(CType.Record record, int index) =>
        _walk.Module.Types.OfType<Declaration.Record>().FirstOrDefault(type => type.Name == record.Name && type.Fields.Length > index)?.Fields[index].Name ?? "";

    /// <summary>Which part of an object of the kernel's own a place is; null for memory that holds contents, and where nobody knows.</summary>
    private Spot? Locate(Place place) => place switch
    {
        Place.Named named => new(CellsOf(named.Variable), "", null),
        Place.Field field => Locate(field.Record) is { } record ? record.IsSomewhere ? record : new(record.Cells, $"{record.Path}.{field.Name}", null) : null,
        Place.Element element => Evaluate(element.Pointer) is Known.Address { Spot: var spot } ? Moved(spot, Evaluate(element.Index)) : null,
        Place.Dereference dereference => Evaluate(dereference.Pointer) is Known.Address { Spot: var spot } ? spot : null,
        Place.Lane lane => Locate(lane.Vector) is { } vector ? new(vector.Cells, Spot.Anywhere, null) : null,
        _ => null,
    };

    private bool IsUnknown(Place place) => place switch
    {
        Place.Element element => Evaluate(element.Pointer) is null,
        Place.Dereference dereference => Evaluate(dereference.Pointer) is null,
        Place.Field field => IsUnknown(field.Record),
        _ => true,
    };

    private static Spot Moved(Spot spot, Known? by) =>
        !spot.IsSomewhere && by is Known.Whole { Number: var number } && (spot.Index is not null || number == 0)
            ? spot with { Index = spot.Index is { } index ? index + (long)number : null }
            : new(spot.Cells, Spot.Anywhere, null);

    private static Known? Converted(Value.Convert convert, Known? operand) => (convert.Kind, operand) switch
    {
        (ConversionKind.SignExtend or ConversionKind.ZeroExtend or ConversionKind.Truncate or ConversionKind.SameWidth, Known.Whole whole) => Known.Of(whole.Number, convert.Type),
        (ConversionKind.ToBoolean, not null) => operand.Truth is { } truth ? Known.Of(truth) : null,
        (ConversionKind.IntegerToFloating, Known.Whole whole) => new Known.Real((double)whole.Number),
        (ConversionKind.FloatingToInteger, Known.Real { Number: var real }) when Math.Abs(real) < long.MaxValue => new Known.Whole((Int128)Math.Truncate(real)),
        (ConversionKind.FloatingNarrow or ConversionKind.FloatingWiden, Known.Real real) => real,
        (ConversionKind.NullPointer, _) => new Known.Whole(0),
        (ConversionKind.PointerCast, _) => operand,
        _ => null,
    };

    private static Known? Unary(Value.Unary unary, Known? operand) => (unary.Operation, operand) switch
    {
        (UnaryOperation.LogicalNot, not null) => operand.Truth is { } truth ? Known.Of(!truth) : null,
        (UnaryOperation.Negate, Known.Whole whole) => Known.Of(-whole.Number, unary.Type),
        (UnaryOperation.Negate, Known.Real real) => new Known.Real(-real.Number),
        (UnaryOperation.BitwiseNot, Known.Whole whole) => Known.Of(~whole.Number, unary.Type),
        _ => null,
    };

    private static Known? Binary(Value.Binary binary, Known? left, Known? right) => (left, right) switch
    {
        (Known.Whole { Number: var one }, Known.Whole { Number: var other }) => Whole(binary.Operation, one, other, binary.Type),
        (Known.Real { Number: var one }, Known.Real { Number: var other }) => Real(binary.Operation, one, other),
        (Known.Address { Spot: var spot }, Known.Whole whole) when binary.Operation == Operation.Add => new Known.Address(Moved(spot, whole)),
        (Known.Address { Spot: var spot }, Known.Whole whole) when binary.Operation == Operation.Subtract => new Known.Address(Moved(spot, new Known.Whole(-whole.Number))),
        (Known.Address { Spot: var spot }, _) when binary.Arithmetic == Arithmetic.Pointer && binary.Type is CType.Pointer => new Known.Address(Moved(spot, null)),
        (Known.Contents, _) when binary.Arithmetic == Arithmetic.Pointer && binary.Type is CType.Pointer => left,
        _ => null,
    };

    private static Known? Whole(Operation operation, Int128 left, Int128 right, CType type) => operation switch
    {
        Operation.Add => Known.Of(left + right, type),
        Operation.Subtract => Known.Of(left - right, type),
        Operation.Multiply => Known.Of(left * right, type),
        Operation.Divide when right != 0 => Known.Of(left / right, type),
        Operation.Remainder when right != 0 => Known.Of(left % right, type),
        Operation.ShiftLeft when right >= 0 && right < MostBits => Known.Of(left << (int)right, type),
        Operation.ShiftRight when right >= 0 && right < MostBits => Known.Of(left >> (int)right, type),
        Operation.BitwiseAnd => Known.Of(left & right, type),
        Operation.BitwiseOr => Known.Of(left | right, type),
        Operation.BitwiseXor => Known.Of(left ^ right, type),
        Operation.Less => Known.Of(left < right),
        Operation.LessOrEqual => Known.Of(left <= right),
        Operation.Greater => Known.Of(left > right),
        Operation.GreaterOrEqual => Known.Of(left >= right),
        Operation.Equal => Known.Of(left == right),
        Operation.NotEqual => Known.Of(left != right),
        _ => null,
    };

    private static Known? Real(Operation operation, double left, double right) => operation switch
    {
        Operation.Add => new Known.Real(left + right),
        Operation.Subtract => new Known.Real(left - right),
        Operation.Multiply => new Known.Real(left * right),
        Operation.Divide => new Known.Real(left / right),
        Operation.Less => Known.Of(left < right),
        Operation.LessOrEqual => Known.Of(left <= right),
        Operation.Greater => Known.Of(left > right),
        Operation.GreaterOrEqual => Known.Of(left >= right),
        Operation.Equal => Known.Of(left.Equals(right)),
        Operation.NotEqual => Known.Of(!left.Equals(right)),
        _ => null,
    };
}
