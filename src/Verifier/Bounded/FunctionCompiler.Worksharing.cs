using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

internal sealed partial class FunctionCompiler
{
    /// <summary>One loop of a nest whose iterations are shared out.</summary>
    private sealed record SharedLevel(Execute[] Initial, int Slot, ulong Mask, Func<Machine, long> Index, Func<Machine, long> Bound, Func<Machine, long> Step, CountedShape Shape, BranchPoint Point);

    private Execute WorksharingLoop(KernelStatement.Region region, Construct.WorksharingLoop construct)
    {
        var (copies, key) = (PrivateCopies(region.Sharing, region.Span), new object());
        var simd = region.Body.Statements is [KernelStatement.Region { Construct: Construct.Simd } inside] ? inside : null;
        var (levels, inner) = Levels((simd ?? region).Body, construct.CollapseDepth);
        if (levels is null || inner is null || construct.IsOrdered)
        {
            return _ => throw Machine.Unsupported(construct.IsOrdered ? "'ordered'" : "worksharing loop that does not count in this form", region.Span);
        }

        if (simd is not null && simd.Sharing.Any(item => item.Sharing is not Sharing.Linear && _homes.Of(item.Variable) is not Home.Register && item.Sharing is not Sharing.Reduction))
        {
            return _ => throw Machine.Unsupported("private memory in a simd loop", region.Span);
        }

        var fresh = simd is null ? [] : FreshSlots(simd);
        var exempt = simd is null ? [] : ExemptSlots(simd);
        var promised = inner.Promises.Where(promise => promise.Kind == PromiseKind.Aligned).Select(Promised).ToArray();
        var isWatched = inner.Promises.Any(promise => promise.Kind is PromiseKind.SimdLoop or PromiseKind.NoLoopDependence);
        var (body, chunk) = (Block(inner.Body), construct.Schedule.Chunk is { } size ? Whole(size, region.Span) : _ => 0);
        var isReduction = region.Sharing.Any(IsFloatReduction);
        return machine =>
        {
            var before = Array.ConvertAll(copies, copy => copy.Begin(machine));
            var iterations = new List<long[]>();
            Enumerate(machine, levels, 0, new long[levels.Length], iterations);
            var isDealtStatically = construct.Schedule.Kind == ScheduleKind.Static;
            var number = isDealtStatically ? null : machine.Team?.NumberOf(key, machine.Encounter(key), iterations.Count);
            machine.Run.HasOpenOrder |= isReduction && machine.ThreadCount > 1;
            machine.Run.HasOpenSharing |= !isDealtStatically && machine.ThreadCount > 1;
            var isLast = false;
            RunAll(machine, promised);
            var watch = isWatched ? Watched(machine, exempt) : null;
            foreach (var iteration in Dealt(iterations.Count, isDealtStatically ? machine.ThreadId : machine.TurnInTeam, machine.ThreadCount, chunk(machine), construct.Schedule.Kind, region.Span))
            {
                machine.Step(region.Span);
                for (var level = 0; level < levels.Length; level++)
                {
                    machine.Set(levels[level].Slot, Bounded.Scalar.Of((ulong)iterations[iteration][level] & levels[level].Mask));
                }

                isLast = iteration == iterations.Count - 1;
                Forget(machine, fresh);
                watch?.Number = iteration;
                machine.WorkOn(number + iteration, () => Only(Finished(machine, body(machine)), region.Span));
            }

            if (watch is not null)
            {
                machine.Untrack(watch);
            }

            for (var index = 0; index < copies.Length; index++)
            {
                copies[index].End(machine, machine, before[index], isLast);
            }

            Wait(machine, region, construct.HasNoWait);
            return Signal.Next;
        };
    }

    /// <summary>The end of one iteration, however it comes.</summary>
    private Signal Finished(Machine machine, Signal signal) => signal == Signal.Split
        ? Branching.Rename(machine, _code, way => way == Signal.Continue ? Signal.Next : way)
        : signal;

    /// <summary>The iterations of one thread: in blocks of nearly equal size, or in chunks dealt around (OpenMP 5.2 section 11.5.3).</summary>
    private static IEnumerable<int> Dealt(int count, int thread, int threads, long chunk, ScheduleKind kind, TextSpan span)
    {
        if (chunk < 0)
        {
            throw Machine.Stop(Violation.BrokenPromise, "a chunk of fewer than one iteration", span);
        }

        if (chunk == 0 && kind is ScheduleKind.Dynamic or ScheduleKind.Guided)
        {
            chunk = 1;
        }

        if (chunk == 0)
        {
            var (share, more) = (count / threads, count % threads);
            var first = (thread * share) + Math.Min(thread, more);
            return Enumerable.Range(first, share + (thread < more ? 1 : 0));
        }

        return Enumerable.Range(0, count).Where(iteration => iteration / chunk % threads == thread);
    }

    private (SharedLevel[]? Levels, KernelStatement.Loop? Inner) Levels(KernelStatement.Block body, int depth)
    {
        var levels = new List<SharedLevel>();
        KernelStatement.Loop? inner = null;
        for (var block = body; levels.Count < depth; block = inner.Body)
        {
            while (block.Statements is [KernelStatement.Block only])
            {
                block = only;
            }

            if (block.Statements is not [KernelStatement.Loop { Counted: { IsIndexConverted: false, IsBoundInvariant: true } shape } loop]
                || _homes.Of(shape.Index) is not Home.Register { Lanes: 1 } home || Layout.SortOf(shape.Index.Type) is not { } sort)
            {
                return (null, null);
            }

            var index = new Value.Load(new Place.Named(shape.Index, shape.Index.Type, loop.Span), shape.Index.Type.Unqualified, loop.Span);
            levels.Add(new([.. loop.Initial.Select(Statement)], home.Slot, sort.Mask, Whole(index, loop.Span), Whole(shape.Bound, loop.Span), Whole(shape.Step, loop.Span), shape, EntryOf(loop)));
            inner = loop;
        }

        return ([.. levels], inner);
    }

    private static void Enumerate(Machine machine, SharedLevel[] levels, int depth, long[] current, List<long[]> iterations)
    {
        var level = levels[depth];
        RunAll(machine, level.Initial);
        var (first, bound, step) = (level.Index(machine), level.Bound(machine), level.Step(machine));
        if (step <= 0)
        {
            throw Machine.Unsupported("worksharing loop with a step that is not positive", default);
        }

        for (var index = first; IsInside(level.Shape.Comparison, index, bound); index += level.Shape.IsDecreasing ? -step : step)
        {
            machine.Step(default);
            machine.Took(level.Point, true);
            current[depth] = index;
            machine.Set(level.Slot, Bounded.Scalar.Of((ulong)index & level.Mask));
            if (depth == levels.Length - 1)
            {
                iterations.Add([.. current]);
            }
            else
            {
                Enumerate(machine, levels, depth + 1, current, iterations);
            }
        }
    }

    private static bool IsInside(Operation comparison, long index, long bound) => comparison switch
    {
        Operation.Less => index < bound,
        Operation.LessOrEqual => index <= bound,
        Operation.Greater => index > bound,
        Operation.GreaterOrEqual => index >= bound,
        Operation.NotEqual => index != bound,
        _ => index == bound,
    };

    /// <summary>
    /// Iterations one after the other, which is one of the orders allowed. Private variables are new in each; a reduction's
    /// order is open.
    /// </summary>
    private Execute Simd(KernelStatement.Region region)
    {
        if (region.Sharing.Any(item => IsFreshEachTime(item) && _homes.Of(item.Variable) is not Home.Register) || region.Body.Statements is not [KernelStatement.Loop loop])
        {
            return _ => throw Machine.Unsupported("private memory in a simd loop", region.Span);
        }

        var slots = FreshSlots(region);
        var code = Loop(loop, machine => Forget(machine, slots), ExemptSlots(region));
        var isReduction = region.Sharing.Any(IsFloatReduction);
        return machine =>
        {
            machine.Run.HasOpenOrder |= isReduction;
            return code(machine);
        };
    }

    private static bool IsFreshEachTime(DataSharing item) => item is { Sharing: Sharing.Private or Sharing.LastPrivate, Origin: SharingOrigin.Explicit };

    /// <summary>Slots of the variables that each iteration of a simd loop has to itself.</summary>
    private int[] FreshSlots(KernelStatement.Region simd) =>
    [
        .. simd.Sharing.Where(IsFreshEachTime).Select(item => _homes.Of(item.Variable)).OfType<Home.Register>()
            .SelectMany(home => Enumerable.Range(home.Slot, home.Lanes)),
    ];

    /// <summary>Where the objects lie that iterations of a simd loop share on purpose.</summary>
    private int[] ExemptSlots(KernelStatement.Region simd) =>
    [
        .. simd.Sharing.Where(item => item.Sharing is Sharing.Reduction or Sharing.Linear).Select(item => _homes.Of(item.Variable))
            .OfType<Home.Object>().Select(home => home.Slot),
    ];

    private static void Forget(Machine machine, int[] slots)
    {
        foreach (var slot in slots)
        {
            machine.Set(slot, Bounded.Scalar.Indeterminate);
        }
    }
}
