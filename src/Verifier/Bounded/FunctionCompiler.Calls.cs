using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

internal sealed partial class FunctionCompiler
{
    /// <summary>Room for what a primitive is called with.</summary>
    [InlineArray(4)]
    private struct OperandList
    {
        private Scalar _first;
    }

    private Execute CallStatement(KernelStatement.Call call)
    {
        var invoke = Invoke(call.Target, call.Arguments, call.Span);
        if (call.Result is not { } result)
        {
            return machine =>
            {
                invoke(machine);
                return Signal.Next;
            };
        }

        if (result.Type is CType.Record && _module.Layout.SizeOf(result.Type.Unqualified) is { } size)
        {
            var target = Locate(new Place.Named(result, result.Type, call.Span));
            return machine =>
            {
                invoke(machine);
                Bulk.Copy(machine, target(machine), Address.FromBits(machine.Result[0].Bits), size, call.Span);
                return Signal.Next;
            };
        }

        if (_homes.Of(result) is not Home.Register home)
        {
            return _ => throw Machine.Unsupported($"result of type '{CTypePrinter.Print(result.Type)}'", call.Span);
        }

        return machine =>
        {
            invoke(machine);
            machine.Result.AsSpan(0, home.Lanes).CopyTo(machine.Slots(home.Slot, home.Lanes));
            return Signal.Next;
        };
    }

    private Evaluate ScalarResult(Value.PureCall call)
    {
        if (Primitives.Of(call.Target.Name) is { } primitive && _module.FunctionOf(call.Target) is null)
        {
            return Primitive(primitive, call.Arguments, call.Span);
        }

        var invoke = Invoke(call.Target, call.Arguments, call.Span);
        return machine =>
        {
            invoke(machine);
            return machine.Result[0];
        };
    }

    private EvaluateLanes LanesResult(Value.PureCall call, int lanes)
    {
        var invoke = Invoke(call.Target, call.Arguments, call.Span);
        return (machine, target) =>
        {
            invoke(machine);
            machine.Result.AsSpan(0, lanes).CopyTo(machine.Slots(target, lanes));
        };
    }

    private Evaluate Primitive(Primitive primitive, ImmutableArray<Value> arguments, TextSpan span)
    {
        var operands = arguments.Select(Scalar).ToArray();
        return machine =>
        {
            var known = new OperandList();
            for (var index = 0; index < operands.Length; index++)
            {
                known[index] = operands[index](machine);
            }

            return primitive(machine, ((ReadOnlySpan<Scalar>)known)[..operands.Length], span);
        };
    }

    /// <summary>Code that leaves a call's result in the machine.</summary>
    private Action<Machine> Invoke(Symbol target, ImmutableArray<Value> arguments, TextSpan span)
    {
        if (Primitives.Of(target.Name) is { } primitive && _module.FunctionOf(target) is null)
        {
            var compute = Primitive(primitive, arguments, span);
            return machine => machine.Result[0] = compute(machine);
        }

        if (_module.CodeOf(target) is not { } callee)
        {
            return LibraryCall(target, arguments) ?? (_ => throw Machine.Unsupported($"call of '{target.Name}', which has no body here", span));
        }

        var (pass, start) = Arguments(arguments);
        var lanes = arguments.Select(argument => Homes.LanesOf(argument.Type) ?? 1).ToArray();
        var restrict = RestrictPairs(target, start, arguments);
        return machine =>
        {
            pass(machine);
            foreach (var (first, second) in restrict)
            {
                CheckApart(machine, machine.Slot(first), machine.Slot(second), span);
            }

            var frame = _homes.FrameSize;
            machine.NewFrame(frame, callee.FrameSize);
            var from = start;
            for (var index = 0; index < lanes.Length; index++)
            {
                machine.Slots(from, lanes[index]).CopyTo(machine.Slots(frame + callee.ParameterSlots[index], lanes[index]));
                from += lanes[index];
            }

            machine.Call(callee, frame, span);
        };
    }

    /// <summary>
    /// Where a <c>restrict</c> pointer and another pointer are passed. Into different objects, they keep the promise; into one,
    /// it would depend on what the function does with them.
    /// </summary>
    private (int First, int Second)[] RestrictPairs(Symbol target, int start, ImmutableArray<Value> arguments)
    {
        if (target.Origin == SymbolOrigin.Library || _module.FunctionOf(target) is not { } function)
        {
            return [];
        }

        var slots = new List<(int Slot, bool IsRestrict)>();
        foreach (var (argument, parameter) in arguments.Zip(function.Parameters))
        {
            if (parameter.Type is CType.Pointer)
            {
                slots.Add((start, parameter.Type.Qualifiers.HasFlag(Qualifiers.Restrict)));
            }

            start += Homes.LanesOf(argument.Type) ?? 1;
        }

        return [.. from first in slots from second in slots where first.IsRestrict && first.Slot != second.Slot select (first.Slot, second.Slot)];
    }

    private static void CheckApart(Machine machine, Scalar first, Scalar second, TextSpan span)
    {
        if (first.IsConcrete && second.IsConcrete && Address.FromBits(first.Bits) is { IsNull: false } place && machine.Memory.AreInOneObject(place, Address.FromBits(second.Bits)))
        {
            throw Machine.Unsupported($"'restrict' on one of two pointers into '{machine.Memory[place.Object].Name}'", span);
        }
    }

    /// <summary>All arguments, computed before any is passed, in slots one after the other.</summary>
    private (Action<Machine> Pass, int Start) Arguments(ImmutableArray<Value> arguments)
    {
        var start = _homes.Reserve(arguments.Sum(argument => Homes.LanesOf(argument.Type) ?? 1));
        var steps = new List<Action<Machine>>();
        var next = start;
        foreach (var argument in arguments)
        {
            var slot = next;
            if (argument.Type is CType.Vector vector)
            {
                var lanes = Lanes(argument);
                steps.Add(machine => lanes(machine, slot));
                next += vector.Lanes;
            }
            else if (argument.Type is CType.Record)
            {
                var record = RecordOf(argument);
                steps.Add(machine =>
                {
                    var place = record(machine);
                    machine.Set(slot, Bounded.Scalar.Of(place.Bits));
                });
                next++;
            }
            else
            {
                var scalar = Scalar(argument);
                steps.Add(machine =>
                {
                    var value = scalar(machine);
                    machine.Set(slot, value);
                });
                next++;
            }
        }

        Action<Machine>[] all = [.. steps];
        return (machine =>
        {
            foreach (var step in all)
            {
                step(machine);
            }
        }, start);
    }
}
