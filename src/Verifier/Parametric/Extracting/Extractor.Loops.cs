using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Bounded;

namespace HpcVerify.Verifier.Parametric.Extracting;

internal sealed partial class Extractor
{
    private const int MostLanes = 64;

    /// <summary>What one turn of a loop does to a variable: it grows by an amount, or stays in its object, or neither is known.</summary>
    private sealed record Change(Variable Variable, IntegerPolynomial? Growth, bool StaysInObject);

    private sealed record LoopPlan(ImmutableArray<Change> Changes)
    {
        public IntegerPolynomial? GrowthOf(Variable variable) => Changes.FirstOrDefault(change => change.Variable == variable)?.Growth;
    }

    private Formula Loop(KernelStatement.Loop loop)
    {
        foreach (var statement in loop.Initial)
        {
            _ = Run(statement);
        }

        foreach (var promise in loop.Promises)
        {
            Promised(promise);
        }

        if (_frame.IsLibrary && LanesOf(loop) is { } lanes)
        {
            return Unrolled(loop, lanes);
        }

        var (dealing, continues, breaks) = (_dealing, _frame.Continues, _frame.Breaks);
        _frame.Loops++;
        var waits = _team is not null && SharedVariables.MayWait(loop.Body, symbol => _functions.GetValueOrDefault(symbol));
        var before = _segment;
        if (waits)
        {
            _segment = _journal.NextSegment();
            _journal.Add(new SegmentEdge(before, _segment, null));
        }

        var run = new LoopRun(this, loop, PlanOf(loop), dealing) { Enclosure = { Waits = waits } };
        var first = _segment;
        run.Execute();
        Meet(_frame.Breaks);
        if (waits)
        {
            _journal.Add(new SegmentEdge(_segment, first, run.Enclosure));
            Meet(before, _segment);
        }

        _frame.Loops--;
        (_frame.Continues, _frame.Breaks, _dealing) = (continues, breaks, null);
        return KernelWalk.DescendantsAndSelf(loop.Body).Any(node => node is KernelStatement.Return) ? new Formula.Unknown("after a loop that may return") : Formula.True;
    }

    /// <summary>How often a loop over the lanes of a vector turns; null for other loops.</summary>
    private int? LanesOf(KernelStatement.Loop loop) =>
        loop is { Counted: { IsDecreasing: false, IsStepInBody: false, Comparison: Operation.Less } shape, Initial: [KernelStatement.Declare declare] }
        && declare.Variable == shape.Index && ValueOf(shape.Index, loop.Span).Integer?.Constant is { IsZero: true }
        && Evaluate(shape.Step).Integer?.Constant is { IsOne: true } && Evaluate(shape.Bound).Integer?.Constant is { Sign: > 0 } lanes && lanes <= MostLanes
            ? (int)lanes
            : null;

    private Formula Unrolled(KernelStatement.Loop loop, int lanes)
    {
        for (var lane = 0; lane < lanes; lane++)
        {
            _state = _state.With(loop.Counted!.Index, Symbolic.Of(lane));
            _ = Run(loop.Body);
        }

        return Formula.True;
    }

    /// <summary>
    /// Tries one turn from a state in which all that changes is unknown, until it changes nothing else. What then differs by
    /// the same amount, whatever it was, is an induction variable.
    /// </summary>
    private LoopPlan PlanOf(KernelStatement.Loop loop)
    {
        object[] parts = [.. loop.Prelude, .. loop.Condition is { } condition ? [condition] : Array.Empty<object>(), loop.Body, .. loop.Update];
        var changed = AssignedVariables.In(parts, symbol => _functions.GetValueOrDefault(symbol))
            .Where(variable => _state.Values.ContainsKey(variable) && !IsTeamMemory(variable)).ToHashSet();
        while (true)
        {
            var (first, ordered) = (_journal.NextDimension, changed.InOrder());
            var (changes, others) = IsPlain(loop, changed) ? (PlainGrowth(loop, ordered), []) : Tried(() => Growth(loop, ordered));
            if (others.Count == 0)
            {
                return new([.. changes.Select(change => change with { Growth = Lasting(change.Growth, first) })]);
            }

            changed.UnionWith(others);
        }
    }

    /// <summary>Whether the index is the only thing in a loop that addresses can depend on, so that no turn need be tried.</summary>
    private bool IsPlain(KernelStatement.Loop loop, HashSet<Variable> changed) =>
        loop.Counted is { } shape && changed.Contains(shape.Index) && IsInteger(shape.Index.Type)
        && changed.All(variable => variable == shape.Index || IsFloating(variable.Type))
        && !_state.Values.Keys.Any(variable => !variable.IsUnshared && !variable.Type.IsConst);

    private IEnumerable<Change> PlainGrowth(KernelStatement.Loop loop, List<Variable> changed)
    {
        var shape = loop.Counted!;
        var step = Tried(() => Evaluate(shape.Step).Integer);
        return changed.Select(variable => new Change(variable, variable == shape.Index && step is not null ? shape.IsDecreasing ? -step : step : null, false));
    }

    private (IEnumerable<Change> Changes, HashSet<Variable> Others) Growth(KernelStatement.Loop loop, List<Variable> changed)
    {
        foreach (var variable in changed)
        {
            _state = _state.With(variable, AtSomeTurn(variable, _state.Values[variable], loop));
        }

        var start = _state;
        Turn(loop);
        State[] ends = [.. _frame.Continues.Concat(_frame.Breaks).Select(way => way.State), _state];
        var others = ends.SelectMany(start.Differences).Where(variable => !changed.Contains(variable) && !IsTeamMemory(variable)).ToHashSet();
        return (
            changed.ConvertAll(variable => new Change(
                variable,
                Difference(start.Values[variable], _state.Values.GetValueOrDefault(variable)),
                start.Values[variable] is Symbolic.Address { Object: var home } && Array.TrueForAll(ends, end => end.Values.GetValueOrDefault(variable) is Symbolic.Address address && address.Object == home))),
            others);
    }

    /// <summary>
    /// An amount that does not change in the loop. Definitions that were made on trial and speak of nothing in the loop, such
    /// as how often an inner loop turns, are made again before it.
    /// </summary>
    private IntegerPolynomial? Lasting(IntegerPolynomial? growth, int first)
    {
        foreach (var dimension in growth?.Dimensions.Where(dimension => dimension.Number >= first).ToList() ?? [])
        {
            if (dimension.Kind != DimensionKind.Defined || dimension.Definition.Dimensions.Any(other => other != dimension && other.Number >= first))
            {
                return null;
            }

            var again = _journal.Dimension(
                dimension.Name, DimensionKind.Defined, OwnerOf(dimension.Definition.Dimensions), dimension.Span, own => dimension.Definition.With(dimension, IntegerPolynomial.Of(own)));
            growth = growth!.With(dimension, IntegerPolynomial.Of(again));
        }

        return growth;
    }

    private Symbolic AtSomeTurn(Variable variable, Symbolic value, KernelStatement.Loop loop) => value switch
    {
        Symbolic.Address address => address with { Offset = IntegerPolynomial.Of(_journal.Dimension(variable.Name, DimensionKind.Iterator, null, loop.Span, _ => Formula.True)) },
        _ when IsInteger(variable.Type) => Symbolic.Of(IntegerPolynomial.Of(_journal.Dimension(variable.Name, DimensionKind.Iterator, null, loop.Span, _ => Formula.True))),
        _ => Anything(variable.Type.Unqualified, variable.Name, DimensionKind.Free, loop.Span),
    };

    private static IntegerPolynomial? Difference(Symbolic start, Symbolic? end) => (start, end) switch
    {
        (Symbolic.Number a, Symbolic.Number b) => b.Value - a.Value,
        (Symbolic.Address a, Symbolic.Address b) when a.Object == b.Object => b.Offset - a.Offset,
        _ => null,
    };

    /// <summary>One turn, with the states of all ways through it put together at its end.</summary>
    private void Turn(KernelStatement.Loop loop)
    {
        if (loop.IsTestFirst)
        {
            RunAll(loop.Prelude);
            var goesOn = loop.Condition is { } test ? Truth(Evaluate(test)) : Formula.True;
            _ = Under(goesOn, () => Body(loop));
            return;
        }

        _ = Body(loop);
        RunAll(loop.Prelude);
        if (loop.Condition is { } condition)
        {
            _ = Evaluate(condition);
        }
    }

    /// <summary>The body and, for all ways that do not leave the loop, the update.</summary>
    private Formula Body(KernelStatement.Loop loop)
    {
        (_frame.Continues, _frame.Breaks) = ([], []);
        var path = _path;
        var falls = Run(loop.Body);
        foreach (var way in _frame.Continues.AsEnumerable().Reverse())
        {
            var condition = Paths.Beyond(path, way.Condition);
            _state = falls.IsFalse ? way.State : State.Join(condition, way.State, _state, Settled);
            falls = Formula.Or(falls, condition);
        }

        Meet(_frame.Continues);

        return Under(falls, () => RunAll(loop.Update));
    }
}
