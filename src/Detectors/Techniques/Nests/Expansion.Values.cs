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
        Value.AddressOf address => Rewritten(address.Place) switch
        {
            Place.Dereference { Pointer: var pointer } => pointer,
            var place => address with { Place = place },
        },
        Value.Select select => Chosen(select),
        Value.And both when ConstantNumber.IsZero(both.Left) => both.Left,
        Value.Or either when ConstantNumber.IsNotZero(either.Left) => either.Left,
        Value.PureCall call => Called(call, [.. call.Arguments.Select(Rewritten)]),
        _ => value.WithParts(Rewritten, Rewritten),
    };

    private Value Chosen(Value.Select select) =>
        ConstantNumber.Of(select.Condition) is { } condition
            ? Rewritten(condition.IsZero ? select.WhenFalse : select.WhenTrue)
            : select.WithParts(Rewritten, Rewritten);

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

    private Place Rewritten(Place place) => place is Place.Named named ? named with { Variable = Named(named.Variable) } : place.WithParts(Rewritten, Rewritten);

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
