using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Races;

/// <summary>What orders a child task with what its parent does later, itself or in other children (OpenMP 5.2 sections 15.5 and 15.9.5).</summary>
internal sealed class TaskOrder(Enclosure region, Extraction extraction)
{
    private readonly TaskChains _chains = new(region, extraction);
    private readonly ImmutableArray<TaskWait> _waits = [.. extraction.TaskWaits.Where(wait => wait.Setting.Enclosures.Contains(region))];

    /// <summary>When the child was created before the other access, and may be unfinished or may not even have begun then.</summary>
    public Meeting Concurrent(TaskPair pair)
    {
        var (child, later) = (pair.Child, pair.Later);
        var left = InsideOf(child.Setting).OfType<Enclosure.TaskGroup>().Any(group => IsIn(pair.Context, group) && !InsideOf(later.Setting).Contains(group));
        if (left || (child.Task!.Terms.IsUndeferred && child.IsJoined))
        {
            return new(Formula.False, Formula.False);
        }

        var independent = Independent(pair);
        var isSure = child.Task.Terms.IsDeferred && !TaskChains.MayBeOrdered(child.Task, later.Task) && (child.IsJoined || !child.HasWaits)
            && !_chains.MayLead(child.Task, pair.Context, later.Task);
        var (possible, certain) = (new List<Formula>(), new List<Formula>());
        foreach (var (when, separates, undisturbed) in Ways(pair).Where(way => !way.Separates))
        {
            possible.Add(when);
            certain.Add(isSure ? Formula.And(when, undisturbed) : Formula.False);
        }

        return new(Formula.And(Formula.Or(possible), independent), Formula.Or(certain));
    }

    /// <summary>In the same turns of the loops around both, or in a later turn of one of them.</summary>
    private IEnumerable<(Formula When, bool Separates, Formula Undisturbed)> Ways(TaskPair pair)
    {
        var (child, later, loops) = (pair.Child, pair.Later, pair.Between);
        var waits = _waits.Where(wait => ContextOf(wait.Setting) == pair.Context).ToList();
        var equal = loops.Select(loop => Formula.Equal(pair.ChildTwin.Of(loop.Turn), pair.LaterTwin.Of(loop.Turn))).ToList();
        if (child.Position < later.Position || AreSections(child, later))
        {
            var inside = waits.Where(wait => wait.Setting.Position > child.Position && wait.Setting.Position < later.Position).ToList();
            yield return (
                Formula.And(equal),
                inside.Exists(wait => Holds(wait, child) && (IsSure(wait.Setting, child.Setting) || IsSure(wait.Setting, later.Setting))) || _chains.IsAwaited(pair, IsSure),
                AreSections(child, later) ? Formula.False : Formula.And(inside.Where(wait => Holds(wait, child)).Select(wait => Missed(wait, pair))));
        }

        // Within a task group that is around both, only turns of loops inside of it may differ.
        var first = InsideOf(child.Setting).OfType<Enclosure.TaskGroup>().Where(group => IsIn(pair.Context, group)).Select(group => group.Position).DefaultIfEmpty(0).Max();
        foreach (var (depth, loop) in loops.Index().Where(item => item.Item.Position > first))
        {
            var inside = waits.Where(wait => wait.Setting.Enclosures.Contains(loop)).ToList();
            var (before, after) = (pair.ChildTwin.Of(loop.Turn), pair.LaterTwin.Of(loop.Turn));
            yield return (
                Formula.And([.. equal.Take(depth), loop.Dealers.IsEmpty ? Formula.Less(before, after) : Formula.Of(before - after, Relation.NonZero)]),
                inside.Exists(wait => Holds(wait, child)
                    && ((wait.Setting.Position > child.Position && IsSure(wait.Setting, child.Setting)) || (wait.Setting.Position < later.Position && IsSure(wait.Setting, later.Setting)))),
                loop.Dealers.IsEmpty && !inside.Exists(wait => Holds(wait, child)) ? Formula.True : Formula.False);
        }
    }

    /// <summary>When control surely does not come to a place between the two at which it would wait.</summary>
    private Formula Missed(TaskWait wait, TaskPair pair)
    {
        var around = InsideOf(wait.Setting);
        var twin = IsAround(around, pair.Child.Setting) ? pair.ChildTwin : IsAround(around, pair.Later.Setting) ? pair.LaterTwin : null;
        var domain = wait.Setting.Domain;
        return twin is null || !domain.IsExact || domain.Dimensions.Any(dimension => dimension.Kind == DimensionKind.Free)
            ? Formula.False
            : twin.Of(domain.Negated().WithDefinitions());
    }

    private bool IsAround(ImmutableArray<Enclosure> enclosures, Setting place) =>
        enclosures.Length <= InsideOf(place).Length && enclosures.SequenceEqual(InsideOf(place)[..enclosures.Length]);

    /// <summary>Whether waiting there is waiting for the access, too, and not only for the child that created the task it is in.</summary>
    private static bool Holds(TaskWait wait, TaskSide child) => wait.IsForAll || child.IsJoined;

    /// <summary>Siblings that name the same memory in dependences that exclude each other do not run at once.</summary>
    private static Formula Independent(TaskPair pair)
    {
        if (pair.Later.Task is not { } other)
        {
            return Formula.True;
        }

        return Formula.And(
            from one in pair.Child.Task!.Terms.Dependences
            from next in other.Terms.Dependences
            where one.Object is not null && one.Object == next.Object
            where TaskChains.AreOrdered(one.Kind, next.Kind) ? pair.Child.IsJoined : one.Kind == DependenceKind.MutuallyExclusive && one.Kind == next.Kind && pair.Child.IsJoined && pair.Later.IsJoined
            select Formula.Or([
                Formula.Of(pair.ChildTwin.Of(one.Offset) - pair.LaterTwin.Of(next.Offset), Relation.NonZero),
                .. pair.Between.Where(loop => one.Object?.Owner is { } owner && owner.Position >= loop.Position)
                    .Select(loop => Formula.Of(pair.ChildTwin.Of(loop.Turn) - pair.LaterTwin.Of(loop.Turn), Relation.NonZero)),
            ]));
    }

    /// <summary>Whether all tasks around an access that a child created, directly or not, end before the child does.</summary>
    public bool IsJoined(ImmutableArray<Enclosure> inside, Enclosure.Task? child)
    {
        var parent = child;
        foreach (var task in child is null ? [] : inside.Skip(inside.IndexOf(child) + 1).OfType<Enclosure.Task>())
        {
            var isAwaited = task.Terms.IsUndeferred
                || InsideOf(task.Created).OfType<Enclosure.TaskGroup>().Any(group => IsIn(parent, group))
                || _waits.Any(wait => ContextOf(wait.Setting) == parent && wait.Setting.Position > task.Position && IsSure(wait.Setting, task.Created));
            if (!isAwaited)
            {
                return false;
            }

            parent = task;
        }

        return true;
    }

    /// <summary>Whether a child may wait for some of the tasks that it creates.</summary>
    public bool WaitsInside(Enclosure.Task child, ImmutableArray<Enclosure> inside) =>
        _waits.Any(wait => wait.Setting.Enclosures.Contains(child))
        || inside.Skip(inside.IndexOf(child) + 1).Any(enclosure => enclosure is Enclosure.TaskGroup || enclosure is Enclosure.Task { Terms.IsDeferred: false });

    /// <summary>Whether control surely comes to one place whenever, in the same turns of all loops, it comes to another.</summary>
    private bool IsSure(Setting place, Setting other) =>
        IsAround(InsideOf(place), other) && place.Domain.IsExact && Implies(other.Domain, place.Domain);

    private static bool Implies(Formula known, Formula condition)
    {
        var parts = known.Conjuncts.ToHashSet();
        return condition.Conjuncts.All(parts.Contains);
    }

    /// <summary>A thread may execute two sections in either order.</summary>
    private bool AreSections(TaskSide child, TaskSide later)
    {
        var (one, other) = (InsideOf(child.Setting).OfType<Enclosure.Section>().LastOrDefault(), InsideOf(later.Setting).OfType<Enclosure.Section>().LastOrDefault());
        return one is not null && other is not null && one != other && one.Parent == other.Parent;
    }

    private static bool IsIn(Enclosure.Task? context, Enclosure enclosure) => context is null || enclosure.Position > context.Position;

    private static Enclosure.Task? ContextOf(Setting setting) => setting.Enclosures.OfType<Enclosure.Task>().LastOrDefault();

    private ImmutableArray<Enclosure> InsideOf(Setting setting) => setting.Enclosures[(setting.Enclosures.IndexOf(region) + 1)..];
}
