using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Races;

/// <summary>Which tasks may come after others by dependences, over tasks between them.</summary>
internal sealed class TaskChains(Enclosure region, Extraction extraction)
{
    private readonly ImmutableArray<Enclosure.Task> _tasks =
        [.. extraction.Constructs.Where(reached => reached.Around.Contains(region)).Select(reached => reached.Enclosure).OfType<Enclosure.Task>()];

    /// <summary>Whether dependences of these two kinds on the same memory order two siblings as they were created.</summary>
    public static bool AreOrdered(DependenceKind one, DependenceKind other) =>
        one == DependenceKind.Out || other == DependenceKind.Out || one != other;

    /// <summary>
    /// Whether a child may be complete before a later one begins, because of others between them, or before its parent goes on,
    /// because that waits for a task that depends on it.
    /// </summary>
    public bool MayLead(Enclosure.Task child, Enclosure.Task? context, Enclosure.Task? later)
    {
        var siblings = _tasks.Where(task => task.Created.Enclosures.OfType<Enclosure.Task>().LastOrDefault() == context).ToList();
        var (reached, pending) = (new HashSet<Enclosure.Task>(), new Stack<Enclosure.Task>(siblings.Where(next => MayFollow(child, next))));
        while (pending.TryPop(out var task))
        {
            if (!task.Terms.IsDeferred || (later is not null && MayFollow(task, later)))
            {
                return true;
            }

            foreach (var next in reached.Add(task) ? siblings.Where(next => MayFollow(task, next)) : [])
            {
                pending.Push(next);
            }
        }

        return false;
    }

    /// <summary>Whether two siblings name memory that is not known in dependences.</summary>
    public static bool MayBeOrdered(Enclosure.Task child, Enclosure.Task? later) => later is not null
        && child.Terms.Dependences.Any(one => later.Terms.Dependences.Any(other => (one.Object is null || other.Object is null) && MayMeet(one, other)));

    /// <summary>Whether the parent surely waits between the two for an undeferred task that comes after the child.</summary>
    public bool IsAwaited(TaskPair pair, Func<Setting, Setting, bool> isSure) => pair.Child.IsJoined && _tasks.Any(task =>
        task.Terms.IsUndeferred && task.Created.Enclosures.OfType<Enclosure.Task>().LastOrDefault() == pair.Context
        && task.Position > pair.Child.Position && task.Position < pair.Later.Position
        && isSure(task.Created, pair.Child.Setting)
        && pair.Child.Task!.Terms.Dependences.Any(one => task.Terms.Dependences.Any(next =>
            one.Object is not null && one.Object == next.Object && one.Offset.Equals(next.Offset) && AreOrdered(one.Kind, next.Kind)
            && one.Offset.Dimensions.All(dimension => dimension.Kind != DimensionKind.Free))));

    /// <summary>Whether a task may be created after another and depend on it directly.</summary>
    private bool MayFollow(Enclosure.Task task, Enclosure.Task next) => (next.Position > task.Position || ShareLoop(task, next))
        && task.Terms.Dependences.Any(one => next.Terms.Dependences.Any(other => MayMeet(one, other)));

    private static bool MayMeet(TaskDependence one, TaskDependence other) =>
        (one.Object is null || other.Object is null || (one.Object == other.Object && (one.Offset.Constant is not { } here || other.Offset.Constant is not { } there || here == there)))
        && (AreOrdered(one.Kind, other.Kind) || one.Kind == DependenceKind.MutuallyExclusive);

    private bool ShareLoop(Enclosure.Task task, Enclosure.Task next) => task.Created.Enclosures.Intersect(next.Created.Enclosures)
        .Any(enclosure => enclosure is Enclosure.Loop && enclosure.Position > region.Position);
}
