using System.Collections.Immutable;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Races;

/// <summary>
/// When two accesses that come from one thread's work are made at once, because at least one is in a task. Nothing orders a task
/// with what follows its creation but what waits for it, and with its siblings but dependences on the same memory.
/// </summary>
internal sealed class TaskMeetings(Enclosure.Parallel region, Twins twins, Extraction extraction)
{
    private readonly TaskOrder _order = new(region, extraction);

    public IEnumerable<Meeting> Of(Access first, Access second)
    {
        var (inFirst, inSecond) = (Twin.Inside(first, region), Twin.Inside(second, region));
        var common = inFirst.Zip(inSecond).TakeWhile(pair => pair.First == pair.Second).Count();
        var owner = first.Object.Owner is { } home && home.Position > region.Position ? inFirst.IndexOf(home) : -1;
        if (owner >= common)
        {
            return [];
        }

        // The outermost task in which the two are in different executions: one of those around both, or the first that is not.
        var levels = Enumerable.Range(0, common).Where(index => inFirst[index] is Enclosure.Task).Append(common).Where(level => level > owner);
        var apart = Formula.And([SameThread(first, second), .. LockedApart.Of(first, second, twins, region)]);
        var isOne = Equal(inFirst.Take(owner + 1));
        return levels.SelectMany(level => At(level, (first, inFirst), (second, inSecond)))
            .Select(meeting => meeting with { Possible = Formula.And(meeting.Possible, apart, isOne) });
    }

    private IEnumerable<Meeting> At(int level, (Access Access, ImmutableArray<Enclosure> Inside) first, (Access Access, ImmutableArray<Enclosure> Inside) second)
    {
        var context = first.Inside.Take(level).ToList().FindLastIndex(enclosure => enclosure is Enclosure.Task);
        var same = Equal(first.Inside.Take(context + 1));
        var between = first.Inside.Take(level).Skip(context + 1).OfType<Enclosure.Loop>().ToImmutableArray();
        var (one, other) = (SideOf(first, level), SideOf(second, level));
        var orders = new[] { (one, other, twins.First, twins.Second), (other, one, twins.Second, twins.First) };
        return from order in orders
               where order.Item1.Task is not null
               let meeting = _order.Concurrent(new(order.Item1, order.Item2, order.Item3, order.Item4, between, context < 0 ? null : (Enclosure.Task)first.Inside[context]))
               where !meeting.Possible.IsFalse
               select meeting with { Possible = Formula.And(meeting.Possible, same) };
    }

    /// <summary>The task that an access is in beyond a level, or the access itself.</summary>
    private TaskSide SideOf((Access Access, ImmutableArray<Enclosure> Inside) side, int level)
    {
        var task = side.Inside.Skip(level).OfType<Enclosure.Task>().FirstOrDefault();
        var setting = task?.Created ?? side.Access.Setting;
        return new(task, task?.Position ?? setting.Position, setting, _order.IsJoined(side.Inside, task), task is not null && _order.WaitsInside(task, side.Inside));
    }

    private Formula Equal(IEnumerable<Enclosure> enclosures) => Formula.And(
        enclosures.OfType<Enclosure.Loop>().Select(loop => Formula.Equal(twins.First.Of(loop.Turn), twins.Second.Of(loop.Turn))));

    private Formula SameThread(Access first, Access second) => Formula.And(
        Formula.AtLeast(IntegerPolynomial.Of(region.Count), IntegerPolynomial.Of(2)),
        region.Count.Definition,
        Twin.Names(first, region, region.Thread) || Twin.Names(second, region, region.Thread)
            ? Formula.Equal(IntegerPolynomial.Of(twins.First.Of(region.Thread)), IntegerPolynomial.Of(twins.Second.Of(region.Thread)))
            : Formula.True);
}

/// <summary>One of two accesses as the task sees it that both come from.</summary>
/// <param name="Task">The child that it is in; null for an access of that task's own.</param>
/// <param name="Position">Where the child is created, or the access is made.</param>
/// <param name="IsJoined">Whether the access is surely made when the child is complete.</param>
/// <param name="HasWaits">Whether the child waits for tasks of its own.</param>
internal sealed record TaskSide(Enclosure.Task? Task, int Position, Setting Setting, bool IsJoined, bool HasWaits);

/// <summary>A child's access, and another one that comes after the child was created.</summary>
/// <param name="Between">The loops around both inside of the task that both come from, outermost first.</param>
/// <param name="Context">That task; null for the thread's implicit one.</param>
internal sealed record TaskPair(
    TaskSide Child, TaskSide Later, Twin ChildTwin, Twin LaterTwin, ImmutableArray<Enclosure.Loop> Between, Enclosure.Task? Context);
