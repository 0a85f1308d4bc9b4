using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Techniques.Nests;

internal sealed partial class Expansion
{
    private Value Rewritten(Value value) => value switch
    {
        Value.Load { Place: Place.Named named } load => _frames.Peek().Arguments.TryGetValue(named.Variable, out var argument)
            ? argument
            : load with { Place = Rewritten(named) },
        Value.Load load => load with { Place = Rewritten(load.Place) },
        Value.AddressOf address => Rewritten(address.Place) switch
        {
            Place.Dereference { Pointer: var pointer } => pointer,
            var place => address with { Place = place },
        },
        Value.Decay decay => decay with { Array = Rewritten(decay.Array) },
        Value.Convert convert => convert with { Operand = Rewritten(convert.Operand) },
        Value.Unary unary => unary with { Operand = Rewritten(unary.Operand) },
        Value.Binary binary => binary with { Left = Rewritten(binary.Left), Right = Rewritten(binary.Right) },
        Value.Select select => Chosen(select),
        Value.And and => ConstantNumber.IsZero(and.Left) ? and.Left : and with { Left = Rewritten(and.Left), Right = Rewritten(and.Right) },
        Value.Or or => ConstantNumber.IsNotZero(or.Left) ? or.Left : or with { Left = Rewritten(or.Left), Right = Rewritten(or.Right) },
        Value.Lane lane => lane with { Vector = Rewritten(lane.Vector), Index = Rewritten(lane.Index) },
        Value.Aggregate aggregate => aggregate with { Elements = [.. aggregate.Elements.Select(Rewritten)] },
        Value.PureCall call => Called(call, [.. call.Arguments.Select(Rewritten)]),
        _ => value,
    };

    private Value Chosen(Value.Select select) =>
        ConstantNumber.Of(select.Condition) is { } condition
            ? Rewritten(condition.IsZero ? select.WhenFalse : select.WhenTrue)
            : select with { Condition = Rewritten(select.Condition), WhenTrue = Rewritten(select.WhenTrue), WhenFalse = Rewritten(select.WhenFalse) };

    /// <summary><code>x + f(n)      ⟶      x + (what f returns)      or      { t = …; }   x + t</code></summary>
    private Value Called(Value.PureCall call, ImmutableArray<Value> arguments)
    {
        if (FunctionOf(call.Target) is not { } function)
        {
            return call with { Arguments = arguments };
        }

        if (function.Body!.Statements is [KernelStatement.Return { Value: { } returned }] && ChangedIn(function).IsEmpty)
        {
            _reached.Add(function);
            _frames.Push(FrameOf(function, arguments, null));
            var value = Rewritten(returned);
            _frames.Pop();
            return value;
        }

        var result = new Variable($"result of {function.Name}", call.Type, StorageKind.Automatic, null);
        ExpandBody(function, arguments, result, call.Span);
        return new Value.Load(new Place.Named(result, result.Type, call.Span), call.Type, call.Span);
    }

    private Place Rewritten(Place place) => place switch
    {
        Place.Named named => named with { Variable = Named(named.Variable) },
        Place.Element element => element with { Pointer = Rewritten(element.Pointer), Index = Rewritten(element.Index) },
        Place.Dereference dereference => Rewritten(dereference.Pointer) switch
        {
            Value.AddressOf address => address.Place,
            var pointer => dereference with { Pointer = pointer },
        },
        Place.Field field => field with { Record = Rewritten(field.Record) },
        Place.Lane lane => lane with { Vector = Rewritten(lane.Vector), Index = Rewritten(lane.Index) },
        _ => place,
    };

    private Construct Rewritten(Construct construct) => construct switch
    {
        Construct.Parallel parallel => parallel with { ThreadCount = Optional(parallel.ThreadCount), Condition = Optional(parallel.Condition) },
        Construct.WorksharingLoop loop => loop with { Schedule = loop.Schedule with { Chunk = Optional(loop.Schedule.Chunk) } },
        Construct.Atomic atomic => atomic with { Target = Rewritten(atomic.Target) },
        _ => construct,
    };

    private Promise Rewritten(Promise promise) => promise with { Operands = [.. promise.Operands.Select(Rewritten)] };

    private Value? Optional(Value? value) => value is null ? null : Rewritten(value);

    private Variable Named(Variable variable) => _frames.Peek().Names.GetValueOrDefault(variable, variable);

    /// <summary>Each expanded call has variables of its own; static ones are the same in all.</summary>
    private Variable Fresh(Variable variable)
    {
        if (_frames.Count == 1 || variable.Storage != StorageKind.Automatic)
        {
            return variable;
        }

        return _frames.Peek().Names[variable] = CopyOf(variable);
    }

    private static Variable CopyOf(Variable variable) =>
        new(variable.Name, variable.Type, variable.Storage, variable.Symbol) { AlignmentInBytes = variable.AlignmentInBytes, IsAddressTaken = variable.IsAddressTaken };
}
