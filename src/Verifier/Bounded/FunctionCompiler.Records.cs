using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

/// <remarks>
/// A record that is passed or returned by value goes by the address of an object that holds it, and is copied at once: by
/// the function into its parameter, and by the caller out of an object that the function made for its result.
/// </remarks>
internal sealed partial class FunctionCompiler
{
    /// <summary>Where the object of the result lies, in a slot of the frame; null where the function returns no record.</summary>
    private int? _resultSlot;

    /// <summary>Where a record lies that is a value.</summary>
    private Locate RecordOf(Value value)
    {
        switch (value)
        {
            case Value.Load load:
                return Locate(load.Place);
            case Value.PureCall call:
                var invoke = Invoke(call.Target, call.Arguments, call.Span);
                return machine =>
                {
                    invoke(machine);
                    return Address.FromBits(machine.Result[0].Bits);
                };
            default:
                return _ => throw Machine.Unsupported($"value of type '{CTypePrinter.Print(value.Type)}'", value.Span);
        }
    }

    private Execute CopyRecord(Place target, Value value, TextSpan span)
    {
        var (to, from) = (Locate(target), RecordOf(value));
        return _module.Layout.SizeOf(target.Type.Unqualified) is not { } size ? _ => throw Machine.Unsupported("copy of this type", span) : machine =>
        {
            // A call comes before the place is looked at: it may move the stack.
            var source = from(machine);
            Bulk.Copy(machine, to(machine), source, size, span);
            return Signal.Next;
        };
    }

    /// <summary>One object for all of a function's returns, so that ways that return apart join in what it holds.</summary>
    private Execute? MadeResult(KernelFunction function)
    {
        if (function.Type.Result is not CType.Record || _module.Layout.SizeOf(function.Type.Result.Unqualified) is not { } size)
        {
            return null;
        }

        var (slot, alignment) = (_homes.Reserve(1), _module.Layout.AlignmentOf(function.Type.Result));
        _resultSlot = slot;
        return machine =>
        {
            var made = machine.Allocate($"the result of {function.Symbol.Name}", size, alignment);
            machine.Set(slot, Bounded.Scalar.Of(new Address(made.Id, 0).Bits));
            machine.Result[0] = machine.Slot(slot);
            return Signal.Next;
        };
    }

    private Execute ReturnRecord(Value value, TextSpan span)
    {
        var (from, slot) = (RecordOf(value), _resultSlot);
        return slot is not { } place || _module.Layout.SizeOf(value.Type.Unqualified) is not { } size ? _ => throw Machine.Unsupported("result of this type", span) : machine =>
        {
            Bulk.Copy(machine, machine.AddressIn(place), from(machine), size, span);
            machine.Result[0] = machine.Slot(place);
            return Signal.Return;
        };
    }

    private Execute ReceivedRecord(Variable parameter, int slot, TextSpan span)
    {
        var (declared, to) = (Declared(parameter, span), Locate(new Place.Named(parameter, parameter.Type, span)));
        var size = _module.Layout.SizeOf(parameter.Type.Unqualified) ?? 0;
        return machine =>
        {
            declared(machine);
            Bulk.Copy(machine, to(machine), machine.AddressIn(slot), size, span);
            return Signal.Next;
        };
    }
}
