using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

internal sealed partial class FunctionCompiler
{
    /// <summary>The parts of a loop as code, in the order in which one turn runs them.</summary>
    private sealed record LoopCode(Execute[] Prelude, Evaluate Condition, Execute Body, Execute[] Update, TextSpan Span)
    {
        /// <summary>What happens before each turn.</summary>
        public Action<Machine>? Before { get; init; }

        public required BranchPoint Point { get; init; }
    }

    private Execute Loop(KernelStatement.Loop loop) => LaneLoop(loop) ?? Loop(loop, null, []);

    /// <summary>
    /// A loop that is promised to have independent iterations is watched: two that touch the same bytes leave the promise open,
    /// because some of them may be kept in order by the compiler all the same.
    /// </summary>
    private Execute Loop(KernelStatement.Loop loop, Action<Machine>? before, int[] exempt)
    {
        var promises = loop.Promises.Where(promise => promise.Kind is PromiseKind.Aligned).Select(Promised).ToArray();
        var isWatched = loop.Promises.Any(promise => promise.Kind is PromiseKind.SimdLoop or PromiseKind.NoLoopDependence);
        if (!isWatched)
        {
            return Plain(loop, before);
        }

        var code = Plain(loop, machine =>
        {
            machine.Innermost.Number++;
            before?.Invoke(machine);
        });
        return machine =>
        {
            RunAll(machine, promises);
            var task = Watched(machine, exempt);
            var signal = code(machine);
            machine.Untrack(task);
            return signal;
        };
    }

    private static TrackedTask Watched(Machine machine, int[] exempt)
    {
        var task = machine.Track(new AccessTracker("iteration") { IsPromise = true }, 0);
        foreach (var slot in exempt)
        {
            task.Tracker.Exempt(machine.AddressIn(slot).Object);
        }

        return task;
    }

    private Execute Plain(KernelStatement.Loop loop, Action<Machine>? before)
    {
        var initial = loop.Initial.Select(Statement).ToArray();
        var code = new LoopCode(
            [.. loop.Prelude.Select(Statement)], loop.Condition is { } tested ? Condition(tested) : Known(1),
            Block(loop.Body), [.. loop.Update.Select(Statement)], loop.Span)
        { Before = before, Point = EntryOf(loop) };
        var ends = Lifetimes([.. loop.Initial.Concat(loop.Prelude).Concat(loop.Update).OfType<KernelStatement.Declare>()]);
        return machine =>
        {
            RunAll(machine, initial);
            var signal = loop.IsTestFirst ? Tested(machine, code) : Entered(machine, code);
            ends(machine);
            return signal;
        };
    }

    private BranchPoint EntryOf(KernelStatement.Loop loop) => PointAt(loop, loop.Condition, loop.Span, "is never entered", "");

    /// <summary>The rest of a loop from its test on. A test that depends on contents makes the rest depend on them.</summary>
    private Signal Tested(Machine machine, LoopCode loop)
    {
        var watch = machine.Run.Options.WatchesLoops ? new LoopWatch(machine, _code.FrameSize) : null;
        while (true)
        {
            RunAll(machine, loop.Prelude);
            var goesOn = loop.Condition(machine);
            if (!goesOn.IsConcrete)
            {
                return Branching.Both(machine, _code, goesOn.Term, at => Entered(at, loop), _ => Signal.Next);
            }

            if (goesOn.Bits == 0)
            {
                return Signal.Next;
            }

            if (Turn(machine, loop) is { } left)
            {
                return left;
            }

            watch?.Look(loop.Span);
        }
    }

    private Signal Entered(Machine machine, LoopCode loop) => Turn(machine, loop) ?? Tested(machine, loop);

    /// <summary>Body and update once; how the loop was left, if it was.</summary>
    private Signal? Turn(Machine machine, LoopCode loop)
    {
        machine.Step(loop.Span);
        machine.Took(loop.Point, true);
        loop.Before?.Invoke(machine);
        var signal = loop.Body(machine);
        if (signal == Signal.Split)
        {
            signal = Branching.Rename(machine, _code, way => way == Signal.Continue ? Signal.Next : way);
        }

        switch (signal)
        {
            case Signal.Next or Signal.Continue:
                RunAll(machine, loop.Update);
                return null;
            case Signal.Break:
                return Signal.Next;
            case Signal.Split:
                return Branching.GoOn(machine, _code, way => way == Signal.Next, at => Updated(at, loop), way => way == Signal.Break ? Signal.Next : way);
            default:
                return signal;
        }
    }

    private Signal Updated(Machine machine, LoopCode loop)
    {
        RunAll(machine, loop.Update);
        return Tested(machine, loop);
    }
}
