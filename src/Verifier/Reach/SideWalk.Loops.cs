using System.Numerics;
using HpcVerify.Parser.Kernels;

namespace HpcVerify.Verifier.Reach;

internal sealed partial class SideWalk
{
    /// <summary>
    /// What a loop changes may be anything at the beginning of a turn, except for a counter: it is
    /// <c>first + step * turn</c>, and the condition held one step before.
    /// </summary>
    private WalkState? Loop(KernelStatement.Loop loop, WalkState at)
    {
        VisitAll(loop.Promises.SelectMany(promise => promise.Operands), at);
        var begun = WalkAll(loop.Initial, at) ?? at;
        var changed = ChangedIn([.. loop.Prelude, loop.Body, .. loop.Update]);
        return loop.IsTestFirst ? TestedFirst(loop, begun, changed) : TestedLast(loop, begun, changed);
    }

    private WalkState? TestedFirst(KernelStatement.Loop loop, WalkState at, IReadOnlyCollection<Variable> changed)
    {
        var head = loop.Counted is { } counted ? Counting(counted, at, Forgotten(changed, at)) : Forgotten(changed, at);
        var tested = WalkAll(loop.Prelude, head) ?? head;
        var condition = loop.Condition is { } written ? Condition(written, tested) : SizeFormulas.True;
        Note(loop, tested.Path, condition);
        var inside = tested with { Path = _formulas.And(tested.Path, condition) };
        Walk(loop.Body, inside);

        var updated = Forgotten(changed.Where(variable => variable != loop.Counted?.Index || loop.Counted.IsStepInBody), inside);
        WalkAll(loop.Update, updated);
        return HasBreak(loop) ? Forgotten(changed.Where(variable => variable != loop.Counted?.Index), head)
            : condition == SizeFormulas.True ? null
            : tested with { Path = _formulas.And(tested.Path, _formulas.Not(condition)) };
    }

    private WalkState? TestedLast(KernelStatement.Loop loop, WalkState at, IReadOnlyCollection<Variable> changed)
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

    /// <summary>The state with the counter as it is when the condition is looked at, unless it may overflow.</summary>
    private WalkState Counting(CountedShape counted, WalkState before, WalkState head)
    {
        if (counted.IsIndexConverted || before.ValueOf(counted.Index) is not { } first || IntegerRange.Of(counted.Index.Type) is not { } range || !IsOwn(counted.Step, head))
        {
            return head;
        }

        var (bound, step) = (Read(counted.Bound, head), Read(counted.Step, head));
        if (bound is null || step is null || step.Low.Sign <= 0 || LastOf(counted, bound, step) is not { } last
            || new WholeTerm("", BigInteger.Min(first.Low, last), BigInteger.Max(first.High, last)) is not { } ends || !ends.IsWithin(range))
        {
            return head;
        }

        var turn = _formulas.Fresh(0, range.Count);
        var index = _formulas.Fresh(ends.Low, ends.High);
        var way = _formulas.Multiply(step, turn);
        _formulas.State(index, _formulas.Compare(Operation.Equal, index, counted.IsDecreasing ? _formulas.Subtract(first, way) : _formulas.Add(first, way)));
        if (counted.IsBoundInvariant && IsOwn(counted.Bound, head))
        {
            var one = counted.IsDecreasing ? _formulas.Add(index, step) : _formulas.Subtract(index, step);
            _formulas.State(index, _formulas.Or(_formulas.Compare(Operation.Equal, turn, WholeTerm.Of(0)), _formulas.Compare(counted.Comparison, one, bound)));
        }

        return head.Bind(counted.Index, index);
    }

    /// <summary>Whether a value reads nothing but variables that only this thread changes.</summary>
    private static bool IsOwn(Value value, WalkState at) => KernelWalk.DescendantsAndSelf(value).All(node => node switch
    {
        Value.Load { Place: Place.Named { Variable: var variable } } => at.Tracks(variable),
        Value.Load or Value.PureCall => false,
        _ => true,
    });

    /// <summary>The furthest value the counter has after a turn; null where the comparison sets no end.</summary>
    private static BigInteger? LastOf(CountedShape counted, WholeTerm bound, WholeTerm step) => counted.Comparison switch
    {
        Operation.Less when !counted.IsDecreasing => bound.High - 1 + step.High,
        Operation.LessOrEqual when !counted.IsDecreasing => bound.High + step.High,
        Operation.Greater when counted.IsDecreasing => bound.Low + 1 - step.High,
        Operation.GreaterOrEqual when counted.IsDecreasing => bound.Low - step.High,
        _ => null,
    };
}
