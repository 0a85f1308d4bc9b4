using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Integrity.Counting;

internal sealed partial class WorkCount
{
    private (Work, Ways) RunLoop(KernelStatement.Loop loop)
    {
        var (work, _) = RunAll(loop.Initial);
        if (TripsOf(loop) is { } trips)
        {
            if (trips == 0)
            {
                return (work, Ways.Next);
            }

            var before = Snapshot(loop);
            var steps = _steps;
            var bound = Evaluate(loop.Counted!.Bound);
            Forget(loop);
            if (!Equals(bound, Evaluate(loop.Counted.Bound)))
            {
                Restore(before);
                return Iterated(loop, work);
            }

            var (body, ways) = Run(loop.Body);
            var isSame = body.IsExact && (ways & ~(Ways.Next | Ways.Continue)) == 0;
            var leavesNumbers = ChangesIn(loop).Variables.Any(variable => variable != loop.Counted.Index && variable.Type is CType.Integer && !IsDeclaredIn(loop, variable));
            var isTooLong = trips * Math.Max(1, steps - _steps) > _steps;
            if (isSame ? !leavesNumbers || trips > FewTrips || isTooLong : isTooLong)
            {
                Forget(loop);
                LeaveIndex(loop, before, trips);
                var all = body * trips;
                return (work + (isSame ? all : all.Perhaps), Ways.Next | (ways & (Ways.Return | Ways.Jump)));
            }

            Restore(before);
        }

        return Iterated(loop, work);
    }

    private (Work, Ways) Iterated(KernelStatement.Loop loop, Work before)
    {
        var (work, ways) = RunIterations(loop);
        return (before + work, ways);
    }

    private (Work Work, Ways Ways) RunIterations(KernelStatement.Loop loop)
    {
        var work = Work.None;
        var others = default(Ways);
        var isPerhaps = false;
        for (var isFirst = true; Step(); isFirst = false)
        {
            if (loop.IsTestFirst || !isFirst)
            {
                RunAll(loop.Prelude);
                var truth = loop.Condition is { } condition ? Evaluate(condition)?.Truth : true;
                if (truth is null)
                {
                    var (more, left) = RunAnyTimes(loop);
                    return (work + more, Ways.Next | others | left);
                }

                if (truth == false)
                {
                    break;
                }
            }

            var (done, ways) = Run(loop.Body);
            work += isPerhaps ? done.Perhaps : done;
            others |= ways & (Ways.Return | Ways.Jump);
            if ((ways & (Ways.Next | Ways.Continue)) == 0)
            {
                return (work, ways.HasFlag(Ways.Break) ? others | Ways.Next : others);
            }

            isPerhaps |= (ways & (Ways.Break | Ways.Return | Ways.Jump)) != 0;
            RunAll(loop.Update);
        }

        if (isPerhaps)
        {
            Forget(loop);
        }

        return (work, others | Ways.Next);
    }

    private (Work, Ways) RunAnyTimes(KernelStatement.Loop loop)
    {
        Forget(loop);
        var (body, ways) = Run(loop.Body);
        Forget(loop);
        return (body.AnyTimes, ways & (Ways.Return | Ways.Jump));
    }

    /// <summary>How often a counted loop runs, if the sizes decide it here.</summary>
    private double? TripsOf(KernelStatement.Loop loop)
    {
        if (loop is not { IsTestFirst: true, Counted: { } shape } || shape.Comparison is Operation.Equal
            || Evaluate(shape.Bound) is not Known.Whole { Number: var bound } || Evaluate(shape.Step) is not Known.Whole { Number: var step } || step <= 0
            || Held(shape.Index) is not Known.Whole { Number: var first })
        {
            return null;
        }

        var way = shape.IsDecreasing ? first - bound : bound - first;
        return shape.Comparison switch
        {
            Operation.NotEqual => way >= 0 && way % step == 0 ? (double)(way / step) : null,
            Operation.LessOrEqual or Operation.GreaterOrEqual => way < 0 ? 0 : (double)((way / step) + 1),
            _ => way <= 0 ? 0 : (double)((way + step - 1) / step),
        };
    }

    private Known? Held(Variable variable) => CellsOf(variable).Read(new(CellsOf(variable), "", null), variable.Type);

    private void LeaveIndex(KernelStatement.Loop loop, List<(Cells Object, Cells Before)> before, double trips)
    {
        var cells = CellsOf(loop.Counted!.Index);
        if (before.Find(pair => pair.Object == cells).Before?.Read(new(cells, "", null), loop.Counted.Index.Type) is Known.Whole { Number: var first } && Evaluate(loop.Counted.Step) is Known.Whole { Number: var step })
        {
            var way = step * (Int128)trips;
            cells.Write(new(cells, "", null), Known.Of(loop.Counted.IsDecreasing ? first - way : first + way, loop.Counted.Index.Type));
        }
    }

    private static bool IsDeclaredIn(KernelStatement.Loop loop, Variable variable) =>
        KernelWalk.DescendantsAndSelf(loop).Any(node => node is KernelStatement.Declare declare && declare.Variable == variable);
}
