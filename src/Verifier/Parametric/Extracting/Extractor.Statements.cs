using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Verifier.Parametric.Extracting;

internal sealed partial class Extractor
{
    /// <summary>Runs a statement; the result is when control goes on to the next one.</summary>
    private Formula Run(KernelStatement statement) => statement switch
    {
        KernelStatement.Block block => RunAll(block.Statements),
        KernelStatement.Declare declare => Always(() => Declare(declare)),
        KernelStatement.Assign assign => Always(() => Store(assign.Target, Evaluate(assign.Value))),
        KernelStatement.Evaluate evaluate => Always(() => Evaluate(evaluate.Value)),
        KernelStatement.Call call => CallStatement(call),
        KernelStatement.If branch => If(branch),
        KernelStatement.Loop loop => Loop(loop),
        KernelStatement.Switch choice => Switch(choice),
        KernelStatement.Return exit => Leave(exit),
        KernelStatement.Continue => Continue(),
        KernelStatement.Break => Break(),
        KernelStatement.Region region => Region(region),
        KernelStatement.Barrier => Always(() => Wait(statement.Span)),
        KernelStatement.Promised promised => Always(() => Promised(promised.Promise)),
        KernelStatement.Flush => Formula.True,
        KernelStatement.Unsupported unsupported => Gap(unsupported.Reason, unsupported),
        KernelStatement.TaskYield => Formula.True,
        KernelStatement.TaskWait => Always(() => _journal.Add(new TaskWait(IsForAll: false, Setting(statement.Span)))),
        KernelStatement.Goto or KernelStatement.Label => Gap("'goto'", statement),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Formula Always(Action action)
    {
        action();
        return Formula.True;
    }

    private static Formula Always<T>(Func<T> action)
    {
        _ = action();
        return Formula.True;
    }

    private Formula Gap(string reason, KernelStatement statement)
    {
        Gap(GapKind.Construct, reason, statement.Span);
        return Formula.True;
    }

    private Formula RunAll(ImmutableArray<KernelStatement> statements)
    {
        var path = _path;
        var goesOn = Formula.True;
        foreach (var statement in statements)
        {
            goesOn = Formula.And(goesOn, Run(statement));
            if (goesOn.IsFalse)
            {
                break;
            }

            _path = Formula.And(path, goesOn);
        }

        _path = path;
        return goesOn;
    }

    /// <summary>A promise of alignment is a demand; others are not followed, and nothing rests on them.</summary>
    private void Promised(Promise promise)
    {
        if (promise is { Kind: PromiseKind.Aligned, Operands: [var pointer, var bytes, .. var shift] })
        {
            var before = _journal.AccessCount;
            var (address, alignment) = (Evaluate(pointer), Evaluate(bytes));
            _journal.ReplaceAccesses(before, []);
            if (shift.IsEmpty && alignment.Integer?.Constant is not null)
            {
                Demand(address, alignment, promise.Span);
            }
            else
            {
                Gap(GapKind.Construct, "promise of alignment that is not a constant", promise.Span);
            }
        }
    }

    private void Declare(KernelStatement.Declare declare)
    {
        var variable = declare.Variable;
        if (!declare.Extents.IsEmpty)
        {
            var extents = declare.Extents.Select(extent => NumberOf(Evaluate(extent), extent.Type, extent.Span, "extent")).ToImmutableArray();
            _state = _state with { Extents = _state.Extents.SetItem(variable, extents) };
            foreach (var extent in extents)
            {
                // C17 6.7.6.2p5: each time it is evaluated it shall be greater than zero.
                _journal.Add(new SizeDemand(extent, Least: 1, Setting(declare.Span)));
            }
        }

        if (variable.Storage != StorageKind.Automatic)
        {
            _ = Home(variable, declare.Span);
            _state = _state.With(variable, variable.Type.IsConst && declare.Initial is { } constant
                ? Evaluate(constant) : Anything(variable.Type.Unqualified, variable.Name, DimensionKind.Free, declare.Span));
            return;
        }

        _state = _state with { Homes = _state.Homes.Remove(variable), Values = _state.Values.SetItem(variable, new Symbolic.Unknown()) };
        var home = Home(variable, declare.Span);
        if (declare.Initial is not { } initial)
        {
            return;
        }

        var value = Evaluate(initial);
        if (IsScalar(variable.Type))
        {
            _state = _state.With(variable, value);
        }
        else if (home is not null)
        {
            var place = new Place.Named(variable, variable.Type, declare.Span);
            Touch(AccessKind.Write, new Symbolic.Address(home, IntegerPolynomial.Zero), place);
        }
    }

    private Formula If(KernelStatement.If branch)
    {
        var condition = Truth(Evaluate(branch.Condition));
        if (condition.IsTrue || condition.IsFalse)
        {
            return Run(condition.IsTrue ? branch.Then : branch.Else);
        }

        var (start, segment) = (_state, _segment);
        var then = Under(condition, () => Run(branch.Then));
        var (afterThen, segmentAfterThen) = (_state, _segment);
        (_state, _segment) = (start, segment);
        var otherwise = Under(condition.Negated(), () => Run(branch.Else));
        _state = then.IsFalse ? _state : otherwise.IsFalse ? afterThen : State.Join(condition, afterThen, _state, Settled);
        Meet(segmentAfterThen, _segment);
        return then.IsTrue && otherwise.IsTrue
            ? Formula.True
            : Formula.Or(Formula.And(condition, then), Formula.And(condition.Negated(), otherwise));
    }

    /// <summary>Where ways meet that may have passed different barriers, a stretch begins that follows both.</summary>
    private void Meet(int first, int second)
    {
        if (first != second)
        {
            var next = _journal.NextSegment();
            _journal.Add(new SegmentEdge(first, next, null));
            _journal.Add(new SegmentEdge(second, next, null));
            _segment = next;
        }
    }

    /// <summary>The same for several ways that come here from elsewhere.</summary>
    private void Meet(List<Departure> ways)
    {
        foreach (var way in ways)
        {
            Meet(way.Segment, _segment);
        }
    }

    /// <summary>Each case from the same start; what any of them changes is unknown afterwards.</summary>
    private Formula Switch(KernelStatement.Switch choice)
    {
        var subject = NumberOf(Evaluate(choice.Subject), choice.Subject.Type, choice.Span);
        var labels = choice.Cases.Select(part => Formula.Or(part.Labels.Select(range => Within(subject, range)))).ToList();
        var (start, segment) = (_state, _segment);
        var changed = new HashSet<Variable>();
        var falls = Formula.False;
        var breaks = _frame.Breaks;
        _frame.Breaks = [];
        for (var index = 0; index < choice.Cases.Length; index++)
        {
            var condition = Formula.Or(falls, choice.Cases[index].IsDefault ? Formula.And(labels.Select(label => label.Negated())) : labels[index]);
            _state = falls.IsFalse ? start : Blurred(start, changed, choice) with { Locks = [] };
            Meet(segment, _segment);
            falls = Formula.And(condition, Under(condition, () => RunAll(choice.Cases[index].Statements)));
            changed.UnionWith(start.Differences(_state));
        }

        changed.UnionWith(_frame.Breaks.SelectMany(way => start.Differences(way.State)));
        Meet(_frame.Breaks);
        Meet(segment, _segment);
        _frame.Breaks = breaks;
        _state = Blurred(start, changed, choice) with { Locks = LoopExits.MayLock(choice) ? [] : start.Locks };
        var leaves = KernelWalk.DescendantsAndSelf(choice).Any(node => node is KernelStatement.Return or KernelStatement.Continue);
        return leaves ? NotUnderstood : Formula.True;
    }

    private State Blurred(State start, IEnumerable<Variable> changed, KernelStatement origin) => changed.InOrder()
        .Aggregate(start, (state, variable) => state.With(variable, Anything(variable.Type.Unqualified, variable.Name, DimensionKind.Free, origin.Span)));

    private static Formula Within(IntegerPolynomial value, CaseRange range) => Formula.And(
        Formula.AtLeast(value, IntegerPolynomial.Of(range.Low)), Formula.AtLeast(IntegerPolynomial.Of(range.High), value));

    private Formula Leave(KernelStatement.Return exit)
    {
        var value = exit.Value is { } result ? Evaluate(result) : new Symbolic.Unknown();
        _frame.Returns.Add(new(_path, _state, value, _frame.Loops > 0, _segment));
        return Formula.False;
    }

    private Formula Continue()
    {
        _frame.Continues.Add(new(_path, _state, new Symbolic.Unknown(), false, _segment));
        return Formula.False;
    }

    private Formula Break()
    {
        _frame.Breaks.Add(new(_path, _state, new Symbolic.Unknown(), false, _segment));
        return Formula.False;
    }
}
