using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

internal sealed partial class FunctionCompiler
{
    /// <summary>Products of two numbers below this fit a word with room to spare.</summary>
    private const long Near = 1L << 30;

    /// <summary>Code for where a place lies in memory.</summary>
    private Locate Locate(Place place)
    {
        var span = place.Span;
        switch (place)
        {
            case Place.Named named:
                return _homes.Of(named.Variable) switch
                {
                    Home.Object home => machine => machine.Slot(home.Slot).IsIndeterminate
                        ? throw Machine.Unsupported($"jump past the declaration of '{named.Variable.Name}'", span)
                        : machine.AddressIn(home.Slot),
                    Home.Global global => machine => machine.Globals.TryGetValue(global.Number, out var address)
                        ? address
                        : throw Machine.Unsupported($"object '{named.Variable.Name}' of a type or file that is not modelled", span),
                    _ => _ => throw Machine.Unsupported("address of a variable that has none", span),
                };
            case Place.Dereference dereference:
                return Followed(Scalar(dereference.Pointer), span);
            case Place.Element element:
                return Indexed(element.Pointer, Whole(element.Index, span), span);
            case Place.Field field:
                var record = Locate(field.Record);
                return _module.Layout.OffsetOf(field.Record.Type.Unqualified, field.Name) is { } offset
                    ? machine => record(machine) is var start ? start with { Offset = start.Offset + offset } : default
                    : _ => throw Machine.Unsupported($"field '{field.Name}' of a type without a known layout", span);
            case Place.Lane lane:
                var bytes = _module.Layout.SizeOf(lane.Type) ?? 0;
                return Indexed(Locate(lane.Vector), Whole(lane.Index, span), _ => bytes, span);
            default:
                return _ => throw Machine.Unsupported(place is Place.Unsupported unsupported ? unsupported.Reason : "place of this kind", span);
        }
    }

    private static Locate Followed(Evaluate pointer, TextSpan span) => machine => pointer(machine) is { IsConcrete: true } known
        ? Address.FromBits(known.Bits)
        : throw Machine.Unsupported("a pointer that depends on contents", span);

    /// <summary>A place some elements behind a pointer; nearly always, all of that is known and the place is not far away.</summary>
    private Locate Indexed(Value pointer, Func<Machine, long> index, TextSpan span)
    {
        return Nearby(pointer, index, Indexed(Followed(Scalar(pointer), span), index, StrideOf(pointer), span));
    }

    /// <summary>The same, for which a known place that is not far away is computed at once.</summary>
    private Locate Nearby(Value pointer, Func<Machine, long> index, Locate general)
    {
        if (KnownStrideOf(pointer) is not (> 0 and < Near and var stride))
        {
            return general;
        }

        return OperandOf(pointer) is RegisterOperand register
            ? Indexed(register, index, stride, general)
            : Indexed(new CodeOperand(Scalar(pointer)), index, stride, general);
    }

    private static Locate Indexed<T>(T pointer, Func<Machine, long> index, long stride, Locate general)
        where T : struct, IScalarOperand => machine =>
        {
            var (start, count) = (pointer.Read(machine), index(machine));
            if (start.IsConcrete && count is > -Near and < Near)
            {
                var address = Address.FromBits(start.Bits);
                var offset = address.Offset + (count * stride);
                if (Address.Fits(offset))
                {
                    return new(address.Object, offset);
                }
            }

            return general(machine);
        };

    private static Locate Indexed(Locate start, Func<Machine, long> index, Func<Machine, long> stride, TextSpan span) => machine =>
    {
        var (address, offset) = (start(machine), (Int128)index(machine) * stride(machine));
        return offset + address.Offset is var moved && Address.Fits((long)Int128.Clamp(moved, long.MinValue, long.MaxValue))
            ? address with { Offset = (long)moved }
            : throw Machine.Stop(Violation.OutOfBounds, "an address far outside of its object", span);
    };

    /// <summary>Bytes from one element to the next behind a pointer; of a variable-length array they are known at run time only.</summary>
    private Func<Machine, long> StrideOf(Value pointer)
    {
        var element = pointer.Type is CType.Pointer { Pointee: var pointee } ? pointee : pointer.Type;
        if (element is CType.Void)
        {
            return _ => 1;
        }

        var (measured, level) = ExtentsBehind(pointer);
        return BytesOf(element, measured, level, pointer.Span);
    }

    /// <summary>The same where it does not depend on the run.</summary>
    private long? KnownStrideOf(Value pointer) =>
        pointer.Type is CType.Pointer { Pointee: var element } && element is not CType.Void ? _module.Layout.SizeOf(element.Unqualified) : null;

    /// <summary>The variable whose declaration measured what a pointer points to, and the level at which that begins.</summary>
    private static (Variable? Measured, int Level) ExtentsBehind(Value pointer) => pointer switch
    {
        Value.Load { Place: Place.Named named } => (named.Variable, 0),
        Value.Decay { Array: Place.Named { Variable: var variable } array } => (variable, array.Type is CType.VariableArray ? 1 : 0),
        Value.Decay { Array: Place.Element element } => ExtentsBehind(element.Pointer) is var (variable, level)
            ? (variable, element.Type is CType.VariableArray ? level + 1 : level)
            : default,
        Value.Decay { Array: Place.Dereference dereference } => ExtentsBehind(dereference.Pointer) is var (variable, level)
            ? (variable, dereference.Type is CType.VariableArray ? level + 1 : level)
            : default,
        Value.Binary { Arithmetic: Arithmetic.Pointer } moved => ExtentsBehind(moved.Left.Type is CType.Pointer ? moved.Left : moved.Right),
        _ => (null, 0),
    };

    /// <summary>Pointer plus or minus a number, the distance of two, or a comparison within one object (C17 6.5.6, 6.5.8).</summary>
    private Evaluate? PointerOperation(Value.Binary binary)
    {
        var span = binary.Span;
        switch (binary.Operation)
        {
            case Operation.Add or Operation.Subtract:
                var (pointer, count) = binary.Left.Type is CType.Pointer ? (binary.Left, binary.Right) : (binary.Right, binary.Left);
                var index = Whole(count, span);
                var sign = binary.Operation == Operation.Subtract ? -1 : 1;
                var moved = Indexed(pointer, sign < 0 ? machine => -index(machine) : index, span);
                return machine => Bounded.Scalar.Of(moved(machine).Bits);
            case Operation.Difference:
                var (left, right, stride) = (Followed(Scalar(binary.Left), span), Followed(Scalar(binary.Right), span), StrideOf(binary.Left));
                return machine => (left(machine), right(machine)) is var (a, b) && machine.Memory.AreInOneObject(a, b)
                    ? Bounded.Scalar.Of((ulong)((a.Offset - b.Offset) / stride(machine)))
                    : throw Machine.Stop(Violation.OutOfBounds, "the distance of pointers to different objects", span);
            default:
                return Compared(binary, Followed(Scalar(binary.Left), span), Followed(Scalar(binary.Right), span));
        }
    }

    private static Evaluate? Compared(Value.Binary binary, Locate left, Locate right)
    {
        Func<long, bool>? compare = binary.Operation switch
        {
            Operation.Less => order => order < 0,
            Operation.LessOrEqual => order => order <= 0,
            Operation.Greater => order => order > 0,
            Operation.GreaterOrEqual => order => order >= 0,
            _ => null,
        };
        return binary.Operation switch
        {
            Operation.Equal => machine => Bounded.Scalar.Of(IsSamePlace(machine, left(machine), right(machine))),
            Operation.NotEqual => machine => Bounded.Scalar.Of(!IsSamePlace(machine, left(machine), right(machine))),
            _ when compare is not null => machine => (left(machine), right(machine)) is var (a, b) ? Bounded.Scalar.Of(compare(machine.Order(a, b, binary.Span))) : default,
            _ => null,
        };
    }

    private static bool IsSamePlace(Machine machine, Address first, Address second) => first.Offset == second.Offset && machine.Memory.AreInOneObject(first, second);

    /// <summary>Pointers compared as integers wide enough for them, which C lets every program do (C17 6.3.2.3p6).</summary>
    private Evaluate? AddressesCompared(Value.Binary binary)
    {
        return PointerBehind(binary.Left) is { } left && PointerBehind(binary.Right) is { } right
            ? Compared(binary, Followed(Scalar(left), binary.Span), Followed(Scalar(right), binary.Span))
            : null;

        static Value? PointerBehind(Value value) => value switch
        {
            Value.Convert { Kind: ConversionKind.PointerToInteger, Type: CType.Integer { IsSigned: false, WidthInBits: 64 }, Operand: var pointer } => pointer,
            Value.Convert { Kind: ConversionKind.SameWidth, Type: CType.Integer { IsSigned: false }, Operand: var integer } => PointerBehind(integer),
            _ => null,
        };
    }
}
