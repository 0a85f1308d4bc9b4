using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

internal sealed partial class FunctionCompiler
{
    private Execute Region(KernelStatement.Region region) => region.Construct switch
    {
        Construct.Parallel parallel => Parallel(region, parallel),
        Construct.WorksharingLoop loop => WorksharingLoop(region, loop),
        Construct.Simd => Simd(region),
        Construct.Sections sections => Sections(region, sections.HasNoWait),
        Construct.Single single => Single(region, single.HasNoWait),
        Construct.Master => Guarded(Block(region.Body), machine => machine.ThreadId == 0, region.Span),
        Construct.Critical critical => Critical(region, critical.Name),
        Construct.Atomic atomic => Atomic(region, atomic),
        _ => _ => throw Machine.Unsupported($"OpenMP construct '{region.Construct.GetType().Name.ToLowerInvariant()}'", region.Span),
    };

    /// <summary>A team smaller than asked for is allowed, and so is considered (SOUNDNESS 11); teams within teams have one thread.</summary>
    private Execute Parallel(KernelStatement.Region region, Construct.Parallel parallel)
    {
        var condition = parallel.Condition is { } tested ? Condition(tested) : Known(1);
        Func<Machine, long> asked = parallel.ThreadCount is { } count ? Whole(count, region.Span) : machine => machine.Run.ThreadLimit;
        var (copies, body) = (PrivateCopies(region.Sharing, region.Span), Block(region.Body));
        var mayWait = SharedVariables.WaitsBeforeEnd(region, _module.FunctionOf);
        var inStep = mayWait ? InStep(region.Body) : null;
        return machine =>
        {
            var isParallel = condition(machine) is { IsConcrete: true } known ? known.Bits != 0 : throw Machine.Unsupported("a team that depends on contents", region.Span);
            var wanted = asked(machine);
            var size = wanted <= 0 ? throw Machine.Stop(Violation.BrokenPromise, FormattableString.Invariant($"a team of {wanted} threads"), region.Span)
                : isParallel && machine.ThreadCount == 1 ? (int)Math.Min(wanted, machine.Run.Options.Threads)
                : 1;
            using var team = new Team(size, new("thread or iteration"), machine.Run.Options.IsReversed);
            var tracked = size > 1;
            machine.Run.HasOpenOrder |= tracked && region.Sharing.Any(IsFloatReduction);
            if (mayWait && tracked && inStep is not null)
            {
                team.GoInStep();
                var threads = team.Order.Select(Begun).ToArray();
                inStep([.. threads.Select(thread => thread.Machine)]);
                Array.ForEach(threads, Ended);
            }
            else if (mayWait && tracked)
            {
                team.RunAlternating(Work);
            }
            else
            {
                team.RunInTurn(Work);
            }

            return Signal.Next;

            (Machine Machine, Scalar[][] Before) Begun(int id)
            {
                var thread = machine.Forked(team, id, _code.FrameSize);
                if (tracked)
                {
                    thread.Track(team.Tracker, id);
                }

                return (thread, Array.ConvertAll(copies, copy => copy.Begin(thread)));
            }

            void Ended((Machine Machine, Scalar[][] Before) thread)
            {
                for (var index = 0; index < copies.Length; index++)
                {
                    copies[index].End(thread.Machine, machine, thread.Before[index], false);
                }
            }

            void Work(int id)
            {
                var thread = Begun(id);
                try
                {
                    Only(body(thread.Machine), region.Span);
                }
                catch (RunEnded ended) when (ended.IsCaughtIn(thread.Machine, _code, 0))
                {
                    throw;
                }

                Ended(thread);
            }
        };
    }

    private static bool IsFloatReduction(DataSharing item) => item is { Sharing: Sharing.Reduction, Variable.Type: CType.Floating };

    private static void Only(Signal signal, TextSpan span)
    {
        if (signal is not (Signal.Next or Signal.Continue))
        {
            throw Machine.Unsupported(signal == Signal.Split ? "leaving an OpenMP region depending on contents" : "leaving an OpenMP region", span);
        }
    }

    private static Execute Guarded(Execute body, Func<Machine, bool> isTaken, TextSpan span) => machine =>
    {
        if (isTaken(machine))
        {
            Only(body(machine), span);
        }

        return Signal.Next;
    };

    /// <summary>Any thread may be the one, so the work is a task of its own.</summary>
    private Execute Single(KernelStatement.Region region, bool hasNoWait)
    {
        var (copies, body, key) = (PrivateCopies(region.Sharing, region.Span), Block(region.Body), new object());
        return machine =>
        {
            var encounter = machine.Encounter(key);
            machine.Run.HasOpenSharing |= machine.ThreadCount > 1;
            if (machine.Team is not { } team || team.Takes(key, encounter))
            {
                var before = Array.ConvertAll(copies, copy => copy.Begin(machine));
                machine.WorkOn(machine.Team?.NumberOf(key, encounter, 1), () => Only(body(machine), region.Span));
                for (var index = 0; index < copies.Length; index++)
                {
                    copies[index].End(machine, machine, before[index], false);
                }
            }

            Wait(machine, region, hasNoWait);
            return Signal.Next;
        };
    }

    private Execute Sections(KernelStatement.Region region, bool hasNoWait)
    {
        var (copies, key) = (PrivateCopies(region.Sharing, region.Span), new object());
        var sections = region.Body.Statements.Select(statement => statement is KernelStatement.Region { Construct: Construct.Section, Body: var body }
            ? Block(body)
            : Statement(statement)).ToArray();
        return machine =>
        {
            var number = machine.Team?.NumberOf(key, machine.Encounter(key), sections.Length);
            var before = Array.ConvertAll(copies, copy => copy.Begin(machine));
            var isLast = false;
            machine.Run.HasOpenSharing |= machine.ThreadCount > 1;
            for (var index = machine.TurnInTeam; index < sections.Length; index += machine.ThreadCount)
            {
                isLast = index == sections.Length - 1;
                machine.WorkOn(number + index, () => Only(sections[index](machine), region.Span));
            }

            for (var index = 0; index < copies.Length; index++)
            {
                copies[index].End(machine, machine, before[index], isLast);
            }

            Wait(machine, region, hasNoWait);
            return Signal.Next;
        };
    }

    /// <summary>Regions of one name exclude each other, in an order that nobody knows.</summary>
    private Execute Critical(KernelStatement.Region region, string name)
    {
        const int MostNames = 64;
        var (body, number) = (Block(region.Body), _module.NumberOfCritical(name));
        if (number >= MostNames)
        {
            return _ => throw Machine.Unsupported("more than 63 names of critical regions", region.Span);
        }

        return machine =>
        {
            var before = machine.Guard;
            machine.Guard = before.Within(number);
            machine.Acquire(number);
            machine.Run.HasOpenOrder |= machine.ThreadCount > 1;
            Only(body(machine), region.Span);
            machine.Release(number);
            machine.Guard = before;
            return Signal.Next;
        };
    }

    private Execute Atomic(KernelStatement.Region region, Construct.Atomic atomic)
    {
        var body = Block(region.Body);
        if (atomic.Target is Place.Named named && _homes.Of(named.Variable) is Home.Register)
        {
            return body;
        }

        var locate = Locate(atomic.Target);
        var isOrdered = atomic.Target.Type is CType.Floating || !KernelWalk.DescendantsAndSelf(region.Body).OfType<KernelStatement.Assign>().All(IsSum);
        return machine =>
        {
            if (atomic.Kind is not AtomicKind.Update && machine.ThreadCount > 1)
            {
                // What is read hangs on how the threads interleave, not on their order alone.
                throw Machine.Unsupported("atomic reads, writes and captures in a team", region.Span);
            }

            machine.AtomicPlace = locate(machine);
            machine.Run.HasOpenOrder |= isOrdered && machine.ThreadCount > 1;
            Only(body(machine), region.Span);
            machine.AtomicPlace = null;
            return Signal.Next;
        };
    }

    /// <summary>Sums of integers come out the same in every order; other updates need not, where they are mixed.</summary>
    private static bool IsSum(KernelStatement.Assign assign) =>
        KernelWalk.DescendantsAndSelf(assign.Value).OfType<Value.Binary>().FirstOrDefault() is { Operation: Operation.Add or Operation.Subtract };

    /// <summary>The barrier at the end of a worksharing construct; at the end of the parallel region it is the region's own.</summary>
    private void Wait(Machine machine, KernelStatement.Region region, bool hasNoWait)
    {
        if (!hasNoWait && !_last.Contains(region))
        {
            machine.Team?.Barrier(machine, region.Span);
        }
    }

    private static Execute Barrier(KernelStatement.Barrier barrier) => machine =>
    {
        machine.Team?.Barrier(machine, barrier.Span);
        return Signal.Next;
    };
}
