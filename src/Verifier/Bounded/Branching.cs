using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>
/// Runs that depend on contents: each way is run on the same state, and ways that pass control on alike are joined, every
/// scalar that differs becoming a choice (Kuznetsov et al., "Efficient state merging in symbolic execution", PLDI 2012).
/// What a way may not do becomes an obligation under its condition.
/// </summary>
internal static class Branching
{
    /// <summary>Runs both sides of a condition; <see cref="Signal.Split"/> leaves ways that do not join in <see cref="Machine.Ways"/>.</summary>
    public static Signal Both(Machine machine, FunctionCode function, Term condition, Execute then, Execute otherwise)
    {
        var ways = new List<Branch>();
        Explore(machine, function, condition, then, ways);
        Explore(machine, function, machine.Terms.Not(condition), otherwise, ways);
        return Settle(machine, function, ways);
    }

    /// <summary>Calls signals by other names, and joins the ways that are alike then.</summary>
    public static Signal Rename(Machine machine, FunctionCode function, Func<Signal, Signal> rename) =>
        Settle(machine, function, [.. machine.TakeWays().Select(way => way with { Signal = rename(way.Signal) })]);

    /// <summary>Goes on with every way that passed control on as asked; the others stay as they are.</summary>
    public static Signal GoOn(Machine machine, FunctionCode function, Func<Signal, bool> concerns, Execute code, Func<Signal, Signal> rename)
    {
        var ways = new List<Branch>();
        foreach (var way in machine.TakeWays())
        {
            if (concerns(way.Signal))
            {
                Explore(machine, function, way.Condition, Resumed(function, way, code), ways);
            }
            else
            {
                ways.Add(way with { Signal = rename(way.Signal) });
            }
        }

        return Settle(machine, function, ways);
    }

    private static Execute Resumed(FunctionCode function, Branch way, Execute code) => machine =>
    {
        Reinstate(machine, function, way);
        return code(machine);
    };

    /// <summary>Runs code under a condition and takes it back; its ways are added.</summary>
    private static void Explore(Machine machine, FunctionCode function, Term condition, Execute code, List<Branch> ways)
    {
        var terms = machine.Terms;
        var (path, journal) = (machine.Path, machine.Journal);
        var within = terms.Apply(Operator.And, path, condition);
        if (within == terms.False)
        {
            return;
        }

        var slots = machine.Slots(0, function.FrameSize).ToArray();
        var position = machine.Enter(within);
        try
        {
            var signal = code(machine);
            if (signal == Signal.Split)
            {
                ways.AddRange(machine.TakeWays().Select(way => Extended(machine, condition, way)));
            }
            else
            {
                ways.Add(new(condition, signal, machine.GotoTarget, machine.Slots(0, function.FrameSize).ToArray(), Changes(machine.Journal!), [.. machine.Result]));
            }
        }
        catch (RunEnded ended) when (ended.Outcome is not RunOutcome.OutOfSteps)
        {
            machine.Owe(terms.False, ended.Outcome);
        }

        machine.Leave(position, path, journal);
        slots.CopyTo(machine.Slots(0, function.FrameSize));
    }

    /// <summary>A way's own changes come after those its branch had made before it parted.</summary>
    private static Branch Extended(Machine machine, Term condition, Branch way)
    {
        var earlier = Changes(machine.Journal!);
        var later = way.Changes.ToDictionary(change => (change.Object.Id, change.Offset));
        var all = earlier.Select(change => later.Remove((change.Object.Id, change.Offset), out var last) ? last with { Before = change.Before } : change).ToList();
        all.AddRange(later.Values);
        return way with { Condition = machine.Terms.Apply(Operator.And, condition, way.Condition), Changes = all };
    }

    private static List<Change> Changes(Journal journal)
    {
        var changes = new List<Change>();
        var seen = new HashSet<(int, long)>();
        foreach (var (target, offset, sort, before) in journal.Stores)
        {
            if (seen.Add((target.Id, offset)))
            {
                changes.Add(new(target, offset, sort, before, Current(target, offset, sort)));
            }
        }

        return changes;
    }

    private static Scalar Current(MemoryObject target, long offset, Sort sort) => target.Whole(offset, sort.Width / 8)
        ?? throw Machine.Unsupported("stores to parts of values that depend on contents", default);

    private static Signal Settle(Machine machine, FunctionCode function, List<Branch> ways)
    {
        var joined = new List<Branch>();
        foreach (var way in ways)
        {
            var other = joined.FindIndex(way.JoinsWith);
            if (other < 0)
            {
                joined.Add(way);
            }
            else
            {
                joined[other] = Join(machine, function, joined[other], way);
            }
        }

        switch (joined)
        {
            case []:
                throw new RunEnded(new RunOutcome.NoWayOn());
            case [var only]:
                Reinstate(machine, function, only);
                machine.GotoTarget = only.GotoTarget;
                return only.Signal;
            default:
                machine.LeaveWays(joined);
                return Signal.Split;
        }
    }

    private static void Reinstate(Machine machine, FunctionCode function, Branch way)
    {
        way.Slots.CopyTo(machine.Slots(0, function.FrameSize));
        way.Result.CopyTo(machine.Result, 0);
        foreach (var change in way.Changes)
        {
            machine.Replace(change.Object, change.Offset, change.Sort, change.After);
        }
    }

    private static Branch Join(Machine machine, FunctionCode function, Branch first, Branch second)
    {
        var slots = first.Slots.Select((slot, index) => Choice(machine, first.Condition, slot, second.Slots[index], function.SortOf(index))).ToArray();
        var result = first.Signal == Signal.Return
            ? first.Result.Select((lane, index) => index < function.ResultLanes ? Choice(machine, first.Condition, lane, second.Result[index], function.ResultSort) : lane).ToArray()
            : first.Result;
        CheckSeparate(first.Changes.Concat(second.Changes));
        var others = second.Changes.ToDictionary(change => (change.Object.Id, change.Offset));
        var changes = new List<Change>();
        foreach (var change in first.Changes)
        {
            var other = others.Remove((change.Object.Id, change.Offset), out var found) ? found : change with { After = change.Before };
            changes.Add(change with { After = Choice(machine, first.Condition, change.After, other.After, change.Sort) });
        }

        changes.AddRange(others.Values.Select(change => change with { After = Choice(machine, first.Condition, change.Before, change.After, change.Sort) }));
        return first with
        {
            Condition = machine.Terms.Apply(Operator.Or, first.Condition, second.Condition),
            Slots = slots,
            Result = result,
            Changes = changes,
        };
    }

    /// <summary>Joining works scalar by scalar: two that share bytes have to be the same one.</summary>
    private static void CheckSeparate(IEnumerable<Change> changes)
    {
        var last = default(Change);
        foreach (var change in changes.OrderBy(change => change.Object.Id).ThenBy(change => change.Offset))
        {
            var isOverlapping = last.Object == change.Object && change.Offset < last.Offset + (last.Sort.Width / 8);
            if (isOverlapping && (change.Offset != last.Offset || change.Sort.Width != last.Sort.Width))
            {
                throw Machine.Unsupported("stores of different widths that depend on contents", default);
            }

            last = change;
        }
    }

    /// <summary>One scalar where the condition holds, another where not; what holds nothing in one way cannot be read.</summary>
    private static Scalar Choice(Machine machine, Term condition, Scalar first, Scalar second, Sort? known)
    {
        if (first.IsSameAs(second))
        {
            return first;
        }

        var terms = machine.Terms;
        var sort = SortOf(first) ?? SortOf(second) ?? known;
        if (first.IsIndeterminate || second.IsIndeterminate || sort is not { } common)
        {
            return Scalar.Mixed;
        }

        return Scalar.Of(terms.Ite(condition, As(first, common), As(second, common)), terms.Store);

        Sort? SortOf(Scalar scalar) => scalar.IsConcrete || scalar.IsIndeterminate ? null : terms.Store.SortOf(scalar.Term);

        Term As(Scalar scalar, Sort wanted) => LaneConversions.Reinterpreted(machine, scalar, SortOf(scalar) ?? wanted, wanted).ToTerm(terms, wanted);
    }
}
