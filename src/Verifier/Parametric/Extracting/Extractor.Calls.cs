using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Parametric.Extracting;

internal sealed partial class Extractor
{
    private Formula CallStatement(KernelStatement.Call call)
    {
        var type = call.Target.Type is CType.Function function ? function.Result : new CType.Void(Qualifiers.None);
        if (call.Target.Name == "hv_assume" && call.Arguments is [var assumed])
        {
            return Truth(Evaluate(assumed));
        }

        var value = Call(call.Target, call.Arguments, type, call.Span);
        if (call.Result is { } result)
        {
            Store(new Place.Named(result, result.Type, call.Span), value);
        }

        return call.Target.Name is "exit" or "abort" or "_Exit" ? Formula.False : Formula.True;
    }

    private Symbolic Call(Symbol target, ImmutableArray<Value> arguments, CType type, TextSpan span)
    {
        var values = arguments.Select(Evaluate).ToImmutableArray();
        if (!_functions.TryGetValue(target, out var function))
        {
            return Primitive(target.Name, values, arguments, type, span)
                ?? Foreign(target, arguments, type, span);
        }

        if (IsFloatingModel(function))
        {
            return IsInteger(type) ? Anything(type, "any", DimensionKind.Free, span) : new Symbolic.Unknown();
        }

        if (_frame.Depth >= DeepestCall || IsOpen(function))
        {
            Forget(variable => !variable.IsUnshared, span);
            return Refused($"recursive call of '{target.Name}'", span, type);
        }

        return function.Symbol.Origin == SymbolOrigin.Library && !_frame.IsLibrary
            ? Modelled(function, values, span)
            : Inlined(function, values, span);
    }

    /// <summary>Whether a model function computes with floating numbers alone, so that nothing it does matters here.</summary>
    private static bool IsFloatingModel(KernelFunction function) => function.Symbol.Origin == SymbolOrigin.Library
        && !function.Type.Parameters.Any(parameter => parameter is CType.Pointer)
        && (IsFloating(function.Type.Result) || (!function.Type.Parameters.IsEmpty && function.Type.Parameters.All(IsFloating)));

    private static bool IsFloating(CType type) => type is CType.Floating or CType.Complex or CType.Vector { Element: CType.Floating };

    private bool IsOpen(KernelFunction function)
    {
        for (var frame = _frame; frame is not null; frame = frame.Caller)
        {
            if (frame.Function == function)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A call into the model library happens as one: what its lanes access is put together.</summary>
    private Symbolic Modelled(KernelFunction function, ImmutableArray<Symbolic> arguments, TextSpan span)
    {
        var (before, outer) = (_journal.AccessCount, _librarySpan);
        _librarySpan = span;
        var result = Inlined(function, arguments, span);
        _librarySpan = outer;
        if (_journal.AccessCount - before > 1)
        {
            _journal.ReplaceAccesses(before, LaneAccesses.Merged(_journal.AccessesFrom(before), _path, NewLane));
        }

        return result;

        Dimension NewLane(int lanes) => _journal.Dimension(
            "lane", DimensionKind.Iterator, Innermost, span,
            own => Formula.And(Formula.AtLeast(IntegerPolynomial.Of(own), IntegerPolynomial.Zero), Formula.Less(IntegerPolynomial.Of(own), IntegerPolynomial.Of(lanes))));
    }

    private Symbolic Inlined(KernelFunction function, ImmutableArray<Symbolic> arguments, TextSpan span)
    {
        var (caller, path, dealing, team, start) = (_frame, _path, _dealing, _team, _state);
        var frame = new Frame(function, caller);
        ShowOriginals();
        (_frame, _dealing) = (frame, null);
        foreach (var (parameter, argument) in function.Parameters.Zip(arguments))
        {
            _state = _state with { Homes = _state.Homes.Remove(parameter), Values = _state.Values.SetItem(parameter, argument) };
            _ = Home(parameter, function.Span);
        }

        var falls = Run(function.Body!);
        var result = Returned(frame, falls, path, start, function, span);
        (_frame, _path, _dealing, _team) = (caller, path, dealing, team);
        _state = _state with { Homes = _state.Homes.SetItems(start.Homes) };
        return result;
    }

    /// <summary>A private copy of a global is the construct's alone: a function that it calls sees the original (OpenMP 5.2 section 5.1.2).</summary>
    private void ShowOriginals()
    {
        var hidden = _statics.Where(item => _state.Homes.TryGetValue(item.Key, out var home) && home != item.Value).ToList();
        _state = _state with { Homes = _state.Homes.SetItems(hidden) };
        _team = _team is null ? null : _team with { Changed = _team.Changed.Union(hidden.Select(item => item.Key).Where(variable => IsScalar(variable.Type))) };
    }

    /// <summary>The value and the state that all ways out of a function make together.</summary>
    private Symbolic Returned(Frame frame, Formula falls, Formula path, State start, KernelFunction function, TextSpan span)
    {
        var ways = frame.Returns.AsEnumerable().Reverse().ToList();
        Meet(ways);
        var type = function.Type.Result;
        if (ways.Exists(way => way.IsInLoop))
        {
            var changed = ways.SelectMany(way => start.Differences(way.State)).Concat(start.Differences(_state)).Distinct();
            _state = Blurred(start, changed, function.Body!) with { Locks = [] };
            return Anything(type, function.Name, DimensionKind.Free, span);
        }

        var (state, result) = falls.IsFalse && ways is [var last, ..] ? (last.State, last.Value) : (_state, new Symbolic.Unknown());
        foreach (var way in falls.IsFalse ? ways.Skip(1) : ways)
        {
            var condition = Paths.Beyond(path, way.Condition);
            state = State.Join(condition, way.State, state, Settled);
            result = Settled(Symbolic.Either(condition, way.Value, result));
        }

        _state = state;
        return result is Symbolic.Unknown && IsScalar(type) ? Anything(type, function.Name, DimensionKind.Free, span) : result;
    }
}
