using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

internal sealed partial class FunctionCompiler
{
    /// <summary>Linux gives a thread this much unless told otherwise.</summary>
    private const long MaximumStackBytes = 8 << 20;

    private Execute Declare(KernelStatement.Declare declare)
    {
        var variable = declare.Variable;
        var measure = Measured(variable, declare.Extents, declare.Span);
        if (variable.Storage == StorageKind.Static)
        {
            return Static(variable, declare);
        }

        if (variable.Type is CType.Pointer { Qualifiers: var qualifiers } && qualifiers.HasFlag(Qualifiers.Restrict))
        {
            return _ => throw Machine.Unsupported($"'restrict' on the local pointer '{variable.Name}'", declare.Span);
        }

        var declared = Declared(variable, declare.Span, measure);
        if (declare.Initial is not { } initial)
        {
            return declared;
        }

        var place = new Place.Named(variable, variable.Type.Unqualified, declare.Span);
        var store = Initialised(place, initial, declare.Span);
        return machine =>
        {
            declared(machine);
            return store(machine);
        };
    }

    /// <summary>The extents of a variable-length type are computed once, where it is declared (C17 6.7.6.2p5).</summary>
    private Action<Machine> Measured(Variable variable, ImmutableArray<Value> extents, TextSpan span)
    {
        var first = extents.IsEmpty ? 0 : _homes.ExtentsOf(variable);
        var counts = extents.Select(extent => Whole(extent, span)).ToArray();
        return machine =>
        {
            for (var level = 0; level < counts.Length; level++)
            {
                var count = counts[level](machine);
                machine.Set(first + level, count > 0
                    ? Bounded.Scalar.Of((ulong)count)
                    : throw Machine.Stop(Violation.OutOfBounds, FormattableString.Invariant($"an array of {count} elements"), span));
            }
        };
    }

    /// <summary>The variable comes to life holding nothing.</summary>
    private Execute Declared(Variable variable, TextSpan span, Action<Machine>? measure = null)
    {
        if (variable.Storage != StorageKind.Automatic)
        {
            return _ => throw Machine.Unsupported($"thread-local variable '{variable.Name}'", span);
        }

        if (_homes.Of(variable) is Home.Register register)
        {
            return machine =>
            {
                measure?.Invoke(machine);
                machine.Slots(register.Slot, register.Lanes).Fill(Bounded.Scalar.Indeterminate);
                return Signal.Next;
            };
        }

        var slot = ((Home.Object)_homes.Of(variable)).Slot;
        var size = BytesOf(variable.Type, variable, 0, span);
        var alignment = Math.Max(variable.AlignmentInBytes ?? 1, _module.Layout.AlignmentOf(variable.Type));
        return machine =>
        {
            measure?.Invoke(machine);
            machine.StackBytes += size(machine);
            if (machine.StackBytes > MaximumStackBytes)
            {
                throw Machine.Stop(Violation.StackOverflow, FormattableString.Invariant($"automatic objects of {machine.StackBytes} bytes, where a thread's stack has {MaximumStackBytes}"), span);
            }

            var made = machine.Allocate(variable.Name, size(machine), alignment);
            machine.Set(slot, Bounded.Scalar.Of(new Address(made.Id, 0).Bits));
            return Signal.Next;
        };
    }

    /// <summary>Made when control first comes to it, with the constants it starts with (C17 6.2.4p3).</summary>
    private Execute Static(Variable variable, KernelStatement.Declare declare)
    {
        var number = ((Home.Global)_homes.Of(variable)).Number;
        var global = new GlobalVariable(variable, declare.Initial, declare.Span);
        return machine =>
        {
            if (!machine.Globals.ContainsKey(number))
            {
                GlobalObjects.MakeOne(_module, machine.Run, number, global);
            }

            return Signal.Next;
        };
    }

    /// <summary>Bytes of a type whose extents, from a level on, are those a variable was declared with.</summary>
    private Func<Machine, long> BytesOf(CType type, Variable? measured, int level, TextSpan span)
    {
        switch (type)
        {
            case CType.VariableArray array when measured is not null:
                var (slot, element) = (_homes.ExtentsOf(measured) + level, BytesOf(array.Element, measured, level + 1, span));
                return machine => (long)machine.Slot(slot).Bits is var count && element(machine) is var bytes && count <= int.MaxValue / Math.Max(1, bytes)
                    ? count * bytes
                    : throw Machine.Unsupported("an array of more than 2 GiB", span);
            case CType.Array { Count: { } count } array when _module.Layout.SizeOf(type.Unqualified) is null:
                var each = BytesOf(array.Element, measured, level, span);
                return machine => count * each(machine);
            default:
                return _module.Layout.SizeOf(type.Unqualified) is { } known
                    ? _ => known
                    : _ => throw Machine.Unsupported($"object of type '{CTypePrinter.Print(type)}'", span);
        }
    }

    /// <summary>An aggregate's parts one by one, over zeros; everything else is an assignment.</summary>
    private Execute Initialised(Place place, Value initial, TextSpan span)
    {
        if (initial is not Value.Aggregate aggregate || place.Type is not (CType.Array or CType.Record))
        {
            return initial is Value.StringConstant
                ? _ => throw Machine.Unsupported("string", span)
                : Assign(place, initial, span);
        }

        var zero = Zeroed(place, span);
        var parts = aggregate.Elements.Select((element, index) => PartOf(place, index) is { } part
            ? Initialised(part, element, span)
            : _ => throw Machine.Unsupported("initial value of this type", span)).ToArray();
        return machine =>
        {
            zero(machine);
            RunAll(machine, parts);
            return Signal.Next;
        };
    }

    private Place? PartOf(Place place, int index)
    {
        switch (place.Type)
        {
            case CType.Array array:
                var pointer = new CType.Pointer(array.Element, Qualifiers.None);
                var number = new Value.IntegerConstant(index, new CType.Integer(IntegerKind.Long, 64, true, Qualifiers.None), place.Span);
                return new Place.Element(new Value.Decay(place, pointer, place.Span), number, array.Element.Unqualified, place.Span);
            case CType.Record record when _module.Layout.FieldsOf(record).Where(field => field.Name.Length > 0).ElementAtOrDefault(index) is { } field:
                return new Place.Field(place, field.Name, field.Type.Unqualified, place.Span);
            default:
                return null;
        }
    }

    private Action<Machine> Zeroed(Place place, TextSpan span)
    {
        var (locate, size) = (Locate(place), _module.Layout.SizeOf(place.Type.Unqualified) ?? 0);
        return machine => Bulk.Set(machine, locate(machine), 0, size, span);
    }

    private Execute Assign(Place target, Value value, TextSpan span)
    {
        switch (target.Type.Unqualified)
        {
            case CType.Vector vector:
                return AssignLanes(target, value, vector, span);
            case CType.Record when value is Value.Load or Value.PureCall:
                return CopyRecord(target, value, span);
        }

        var scalar = Scalar(value);
        switch (target)
        {
            case Place.Named named when _homes.Of(named.Variable) is Home.Register { Lanes: 1, Slot: var slot }:
                return machine =>
                {
                    machine.Set(slot, scalar(machine));
                    return Signal.Next;
                };
            case Place.Lane { Vector: Place.Named vector } lane when SlotOf(vector.Variable, lane.Index) is { } known:
                return machine =>
                {
                    machine.Set(known, scalar(machine));
                    return Signal.Next;
                };
            case Place.Lane { Vector: Place.Named vector } lane when _homes.Of(vector.Variable) is Home.Register home:
                var index = LaneIndex(lane.Index, home.Lanes, span);
                return machine =>
                {
                    var (at, stored) = (index(machine), scalar(machine));
                    machine.Set(home.Slot + at, stored);
                    return Signal.Next;
                };
            default:
                return Layout.SortOf(target.Type) is { } sort ? StoreToMemory(Locate(target), scalar, sort, IsKernel, span)
                    : _ => throw Machine.Unsupported($"assignment of type '{CTypePrinter.Print(target.Type)}'", span);
        }
    }

    private static Execute StoreToMemory(Locate locate, Evaluate scalar, Sort sort, bool isKernel, TextSpan span) => machine =>
    {
        var value = scalar(machine);
        var address = locate(machine);
        machine.Store(address, sort, value, span);
        if (isKernel)
        {
            CheckAligned(machine, address, sort.Width / 8, span);
        }

        return Signal.Next;
    };

    private Execute AssignLanes(Place target, Value value, CType.Vector vector, TextSpan span)
    {
        var lanes = Lanes(value);
        var start = _homes.Reserve(vector.Lanes);
        if (target is Place.Named named && _homes.Of(named.Variable) is Home.Register home)
        {
            // By way of temporaries, because the value may read the variable.
            return machine =>
            {
                lanes(machine, start);
                machine.Slots(start, vector.Lanes).CopyTo(machine.Slots(home.Slot, vector.Lanes));
                return Signal.Next;
            };
        }

        var store = StoreLanes(Locate(target), vector, start, vector.Lanes, span);
        return machine =>
        {
            lanes(machine, start);
            store(machine);
            return Signal.Next;
        };
    }

    private static Action<Machine> StoreLanes(Locate locate, CType type, int slot, int lanes, TextSpan span)
    {
        var element = type is CType.Vector vector ? vector.Element : type;
        var sort = Layout.SortOf(element) ?? Sort.Bits(8);
        var width = sort.Width / 8;
        var alignment = type is CType.Vector { AlignmentInBytes: var bytes } ? bytes : 1;
        return machine =>
        {
            var address = locate(machine);
            CheckAlignment(machine, address, alignment, span);
            for (var lane = 0; lane < lanes; lane++)
            {
                machine.Lane = lane;
                machine.Store(address with { Offset = address.Offset + (lane * width) }, sort, machine.Slot(slot + lane), span);
            }

            machine.Lane = null;
        };
    }
}
