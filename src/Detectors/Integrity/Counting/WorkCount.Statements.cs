using System.Collections.Immutable;
using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Integrity.Counting;

internal sealed partial class WorkCount
{
    /// <summary>A loop without work of its own is run only this often, for what it leaves in variables.</summary>
    private const int FewTrips = 256;

    private const int LargestTeam = 64;

    /// <summary>How control may leave a statement.</summary>
    [Flags]
    private enum Ways
    {
        Next = 1,
        Break = 2,
        Continue = 4,
        Return = 8,
        Jump = 16,
    }

    private (Work Work, Ways Ways) Run(KernelStatement statement) => !Step() ? (Work.None, Ways.Return) : statement switch
    {
        KernelStatement.Block block => RunAll(block.Statements),
        KernelStatement.Declare declare => RunDeclare(declare),
        KernelStatement.Assign assign => (RunAssign(assign), Ways.Next),
        KernelStatement.Evaluate evaluate => (CostOf(evaluate.Value) + Stored(evaluate, evaluate.Value), Ways.Next),
        KernelStatement.Call call => (RunCall(call), Ways.Next),
        KernelStatement.If branch => RunIf(branch),
        KernelStatement.Loop loop => RunLoop(loop),
        KernelStatement.Switch choice => RunSwitch(choice),
        KernelStatement.Break => (Work.None, Ways.Break),
        KernelStatement.Continue => (Work.None, Ways.Continue),
        KernelStatement.Return exit => RunReturn(exit),
        KernelStatement.Goto jump => RunGoto(jump),
        KernelStatement.Region region => (RunRegion(region), Ways.Next),
        KernelStatement.Unsupported => Lost(),
        _ => (Work.None, Ways.Next),
    };

    private (Work, Ways) Lost()
    {
        _isLost = true;
        return (Work.None, Ways.Return);
    }

    private (Work Work, Ways Ways) RunAll(ImmutableArray<KernelStatement> statements)
    {
        var work = Work.None;
        var others = default(Ways);
        var surely = statements.Length;
        for (var index = 0; index < statements.Length; index++)
        {
            var (done, ways) = Run(statements[index]);
            work += index > surely ? done.Perhaps : done;
            if (_isLost)
            {
                return Lost();
            }

            if (ways == Ways.Jump && LabelIn(statements) is { } label)
            {
                index = label;
                continue;
            }

            if (ways.HasFlag(Ways.Jump) && ways != Ways.Jump && IsBehind(statements[index]))
            {
                return Lost();
            }

            others |= ways & ~Ways.Next;
            if (!ways.HasFlag(Ways.Next))
            {
                return (work, others);
            }

            surely = ways == Ways.Next ? surely : Math.Min(surely, index);
        }

        foreach (var skipped in statements.Skip(surely + 1))
        {
            Forget(skipped);
        }

        return (work, others | Ways.Next);
    }

    private int? LabelIn(ImmutableArray<KernelStatement> statements)
    {
        for (var index = 0; index < statements.Length; index++)
        {
            if (statements[index] is KernelStatement.Label label && label.Name == _target)
            {
                return index;
            }
        }

        return null;
    }

    /// <summary>A jump that may be taken or not, back to what was done already, is a loop nobody can count.</summary>
    private bool IsBehind(KernelStatement statement) =>
        !KernelWalk.DescendantsAndSelf(statement).OfType<KernelStatement.Goto>().All(jump =>
            _walk.Reached.SelectMany(function => KernelWalk.DescendantsAndSelf(function.Body!)).OfType<KernelStatement.Label>()
                .Any(label => label.Name == jump.Target && label.Span.Start > jump.Span.Start));

    private (Work, Ways) RunDeclare(KernelStatement.Declare declare)
    {
        if (!IsTracked(declare.Variable))
        {
            return (declare.Initial is { } numbers ? CostOf(numbers) : Work.None, Ways.Next);
        }

        var isKept = declare.Variable.Storage != StorageKind.Automatic && !ConstantObjects.IsConstant(declare.Variable.Type);
        if (isKept)
        {
            return (Work.None, Ways.Next);
        }

        var cells = CellsOf(declare.Variable);
        var value = declare.Initial is { } initial ? Evaluate(initial) : null;
        cells.Forget();
        cells.Write(new(cells, "", null), value);
        return (declare.Initial is null ? Work.None : CostOf(declare.Initial), Ways.Next);
    }

    private Work RunAssign(KernelStatement.Assign assign)
    {
        var work = CostOf(assign.Value);
        if (assign.Target.Root is { } root ? !IsTracked(root) : Precision.WidthInBits(assign.Target.Type) > 0)
        {
            work += CostOfParts(assign.Target);
        }
        else if (Locate(assign.Target) is { } spot)
        {
            spot.Cells.Write(spot, Evaluate(assign.Value));
        }
        else if (IsUnknown(assign.Target))
        {
            foreach (var cells in Exposed())
            {
                cells.Forget();
            }
        }

        return _stores.Contains(assign) ? work + new Work(Amount.None, Amount.Exactly(BytesOf(assign.Target.Type))) : work;
    }

    private (Work, Ways) RunIf(KernelStatement.If branch)
    {
        var cost = CostOf(branch.Condition);
        if (Evaluate(branch.Condition)?.Truth is { } truth)
        {
            var (work, ways) = Run(truth ? branch.Then : branch.Else);
            return (cost + work, ways);
        }

        var before = Snapshot(branch);
        var (then, thenWays) = Run(branch.Then);
        var after = Snapshot(branch);
        Restore(before);
        var (other, otherWays) = Run(branch.Else);
        if (!otherWays.HasFlag(Ways.Next))
        {
            Restore(after);
        }
        else if (thenWays.HasFlag(Ways.Next))
        {
            after.ForEach(pair => pair.Object.Join(pair.Before));
        }

        return (cost + Work.Either(then, other), thenWays | otherWays);
    }

    private (Work, Ways) RunSwitch(KernelStatement.Switch choice)
    {
        if (Evaluate(choice.Subject) is Known.Whole { Number: var number })
        {
            var from = Enumerable.Range(0, choice.Cases.Length).Where(index => choice.Cases[index].Labels.Any(label => label.Low <= number && number <= label.High))
                .Concat(Enumerable.Range(0, choice.Cases.Length).Where(index => choice.Cases[index].IsDefault)).Cast<int?>().FirstOrDefault();
            if (from is not { } first)
            {
                return (Work.None, Ways.Next);
            }

            var (work, ways) = RunAll([.. choice.Cases.Skip(first).SelectMany(option => option.Statements)]);
            return (work, ways.HasFlag(Ways.Break) ? (ways & ~Ways.Break) | Ways.Next : ways);
        }

        var sum = Work.None;
        var all = Ways.Next;
        foreach (var option in choice.Cases)
        {
            Forget(choice);
            var (work, ways) = RunAll([.. option.Statements]);
            sum += work.Perhaps;
            all |= ways & ~Ways.Break;
        }

        Forget(choice);
        return (sum, all);
    }

    private (Work, Ways) RunReturn(KernelStatement.Return exit)
    {
        var frame = _frames.Peek();
        var value = exit.Value is null ? null : Evaluate(exit.Value);
        frame.Result = !frame.HasReturned || Equals(frame.Result, value) ? value : null;
        frame.HasReturned = true;
        return (exit.Value is null ? Work.None : CostOf(exit.Value), Ways.Return);
    }

    private (Work, Ways) RunGoto(KernelStatement.Goto jump)
    {
        _target = jump.Target;
        return (Work.None, Ways.Jump);
    }

    private Work RunRegion(KernelStatement.Region region)
    {
        switch (region.Construct)
        {
            case Construct.Parallel parallel when !_crew.IsParallel:
                return RunParallel(region, parallel);
            case Construct.WorksharingLoop or Construct.Sections when _crew.Size > 1:
                return Run(region.Body).Work * (1.0 / _crew.Size);
            case Construct.Single or Construct.Master when _crew.Thread > 0:
                Forget(region.Body);
                return Work.None;
            default:
                return Run(region.Body).Work;
        }
    }

    /// <summary>Threads do their parts one after the other, each from what was known before.</summary>
    private Work RunParallel(KernelStatement.Region region, Construct.Parallel parallel)
    {
        var isOne = parallel.Condition is { } condition && Evaluate(condition)?.Truth == false;
        var threads = isOne ? 1 : parallel.ThreadCount is { } count && Evaluate(count) is Known.Whole { Number: var number } && number > 0 && number <= LargestTeam ? (int)number : _team;
        var size = _asksForThread ? threads : 1;
        var before = Snapshot(region.Body);
        var work = Work.None;
        for (var thread = 0; thread < size; thread++)
        {
            Restore(before);
            _crew = new(thread, size, true);
            work += Run(region.Body).Work;
        }

        _crew = new(0, 1, false);
        Forget(region.Body);
        return work;
    }
}
