using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Verifier.Reach;

internal sealed partial class SideWalk
{
    /// <summary>What a loop changes may be anything at the beginning of a turn, except for its counters.</summary>
    private WalkState? Loop(KernelStatement.Loop loop, WalkState at)
    {
        VisitAll(loop.Promises.SelectMany(promise => promise.Operands), at);
        var begun = WalkAll(loop.Initial, at) ?? at;
        var changed = ChangedIn([.. loop.Prelude, loop.Body, .. loop.Update]);
        return loop.IsTestFirst ? TestedFirst(loop, begun, changed) : TestedLast(loop, begun, changed);
    }

    private WalkState? TestedFirst(KernelStatement.Loop loop, WalkState at, ImmutableArray<Variable> changed)
    {
        var counters = LoopCounter.Of(loop).Where(counter => at.ValueOf(counter.Index) is not null).ToList();
        var head = counters.Aggregate(Forgotten(changed, at), (state, counter) => Counting(loop, counter, at, state, changed));
        var tested = WalkAll(loop.Prelude, head) ?? head;
        var condition = loop.Condition is { } written ? Condition(written, tested) : SizeFormulas.True;
        Note(loop, tested.Path, condition);
        var inside = tested with { Path = _formulas.And(tested.Path, condition) };
        Walk(loop.Body, inside);

        WalkAll(loop.Update, Forgotten(changed.Except(counters.Where(counter => !counter.IsStepInBody).Select(counter => counter.Index)), inside));
        return HasBreak(loop) ? Forgotten(changed.Except(counters.Select(counter => counter.Index)), head)
            : condition == SizeFormulas.True ? null
            : tested with { Path = _formulas.And(tested.Path, _formulas.Not(condition)) };
    }

    private WalkState? TestedLast(KernelStatement.Loop loop, WalkState at, ImmutableArray<Variable> changed)
    {
        var inside = Forgotten(changed, at);
        Note(loop, inside.Path, SizeFormulas.True);
        Walk(loop.Body, inside);
        var updated = WalkAll(loop.Update, Forgotten(changed, at)) ?? at;
        var tested = WalkAll(loop.Prelude, updated) ?? updated;
        var condition = loop.Condition is { } written ? Condition(written, tested) : SizeFormulas.True;
        return HasBreak(loop) ? Forgotten(changed, at) : tested with { Path = _formulas.And(tested.Path, _formulas.Not(condition)) };
    }

    /// <summary>Breaks of loops and switches inside are counted, too: no harm is done by one too many.</summary>
    private static bool HasBreak(KernelStatement.Loop loop) => KernelWalk.DescendantsAndSelf(loop.Body).Any(node => node is KernelStatement.Break);

    /// <summary>
    /// The state with a counter as it is when the condition is looked at: <c>first + step * turn</c>, after a turn before which the
    /// condition held; or anything, if a step before which the condition held overflows.
    /// </summary>
    private WalkState Counting(KernelStatement.Loop loop, LoopCounter counter, WalkState before, WalkState head, ImmutableArray<Variable> changed)
    {
        if (IntegerRange.Of(counter.Index.Type) is not { } range || loop.Condition is not { } condition || !loop.Prelude.IsEmpty
            || !IsKept(condition, head, changed.Remove(counter.Index)) || !IsKept(counter.Step, head, changed)
            || Unnoted(() => Read(counter.Step, head)) is not { Low.Sign: > 0 } step)
        {
            return head;
        }

        var first = before.ValueOf(counter.Index)!;
        var (index, last) = (Any(), Any());
        var next = Moved(last, step);
        var overflows = counter.IsDecreasing ? _formulas.Compare(Operation.Less, next, WholeTerm.Of(range.Least)) : _formulas.Compare(Operation.Greater, next, WholeTerm.Of(range.Greatest));
        _formulas.State(index, _formulas.Or(Counted(index), _formulas.And(_formulas.And(Counted(last), HeldAt(last)), overflows)));
        return head.Bind(counter.Index, index);

        string Counted(WholeTerm value)
        {
            var (turns, previous) = (_formulas.Fresh(0, range.Count), Any());
            var held = _formulas.And(_formulas.Compare(Operation.Equal, Moved(previous, step), value), HeldAt(previous));
            return _formulas.And(
                _formulas.Compare(Operation.Equal, value, Moved(first, _formulas.Multiply(step, turns))),
                _formulas.Or(_formulas.Compare(Operation.Equal, turns, WholeTerm.Of(0)), held));
        }

        WholeTerm Any() => _formulas.Fresh(range.Least, range.Greatest);

        WholeTerm Moved(WholeTerm from, WholeTerm distance) => counter.IsDecreasing ? _formulas.Subtract(from, distance) : _formulas.Add(from, distance);

        string HeldAt(WholeTerm value) => Unnoted(() => Condition(condition, head.Bind(counter.Index, value)));
    }

    /// <summary>Whether a value reads nothing but variables that only this thread changes, and the loop does not.</summary>
    private static bool IsKept(Value value, WalkState at, ImmutableArray<Variable> changed) => KernelWalk.DescendantsAndSelf(value).All(node => node switch
    {
        Value.Load { Place: Place.Named { Variable: var variable } } => at.Tracks(variable) && !changed.Contains(variable),
        Value.Load or Value.PureCall => false,
        _ => true,
    });
}
