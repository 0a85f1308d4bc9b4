using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>A tracker of accesses, and which of its tasks a thread works on.</summary>
internal sealed class TrackedTask(AccessTracker tracker, int number)
{
    public AccessTracker Tracker => tracker;

    public int Number { get; set; } = number;
}

internal sealed partial class Machine
{
    private readonly List<TrackedTask> _tasks = [];
    private readonly Dictionary<object, int> _encounters = new(ReferenceEqualityComparer.Instance);

    /// <summary>How often it read what other threads of its team may write to, if they know of it.</summary>
    private long _sharedReads;

    /// <summary>Of each thread, how many of its releases this one comes after.</summary>
    private int[] _seen = [];

    /// <summary>How many critical regions it has left: a release is what the next thread in the region comes after.</summary>
    public int Releases { get; private set; }

    /// <summary>Whether it comes after something that another thread did when it had so many releases behind it.</summary>
    public bool HasSeen(int thread, int releases) => thread >= 0 && thread < _seen.Length && _seen[thread] > releases;

    /// <summary>Comes after all that was before the last release of a critical region (Lamport, "Time, clocks, and the ordering of events", 1978).</summary>
    public void Acquire(int region)
    {
        if (Team?.Released.GetValueOrDefault(region) is { } released)
        {
            _seen = _seen.Length == 0 ? [.. released] : [.. _seen.Zip(released, Math.Max)];
        }
    }

    public void Release(int region)
    {
        if (Team is { } team)
        {
            _seen = _seen.Length == 0 ? new int[team.Size] : _seen;
            _seen[ThreadId] = ++Releases;
            team.Released[region] = [.. _seen];
        }
    }

    /// <summary>The team the thread belongs to; null outside of parallel regions.</summary>
    public Team? Team { get; private init; }

    public int ThreadId { get; private init; }

    /// <summary>The position among the team's threads in the order in which they take their turns.</summary>
    public int TurnInTeam => Run.Options.IsReversed ? ThreadCount - 1 - ThreadId : ThreadId;

    public int ThreadCount => Team?.Size ?? 1;

    /// <summary>What keeps the accesses of the moment apart from others.</summary>
    public Guard Guard { get; set; }

    /// <summary>Where an atomic construct's own place lies; accesses to others are not atomic.</summary>
    public Address? AtomicPlace { get; set; }

    /// <summary>A thread of a team that starts with a copy of this frame.</summary>
    public Machine Forked(Team team, int id, int frame)
    {
        var thread = new Machine(Run) { Team = team, ThreadId = id };
        thread.NewFrame(0, frame);
        Slots(0, frame).CopyTo(thread.Slots(0, frame));
        (thread.Path, thread.Journal, thread.Nesting, thread._depth) = (Path, Journal, Nesting, _depth);
        foreach (var task in _tasks)
        {
            thread._tasks.Add(new(task.Tracker, task.Number));
        }

        return thread;
    }

    public TrackedTask Track(AccessTracker tracker, int number)
    {
        var task = new TrackedTask(tracker, number);
        _tasks.Add(task);
        return task;
    }

    public TrackedTask Innermost => _tasks[^1];

    /// <summary>Does work that any thread of the team could do: it is a task of its own, by the number given.</summary>
    public void WorkOn(int? number, Action work)
    {
        var task = Team is null ? null : _tasks.Find(candidate => candidate.Tracker == Team.Tracker);
        if (task is null || number is null)
        {
            work();
            return;
        }

        (task.Number, var before) = (number.Value, task.Number);
        try
        {
            work();
        }
        finally
        {
            task.Number = before;
        }
    }

    /// <summary>Makes an object; a thread of a team has it to itself until another one reaches it.</summary>
    public MemoryObject Allocate(string name, long size, int alignment)
    {
        var made = Memory.Allocate(name, size, alignment);
        if (Team is { Size: > 1 })
        {
            (made.Owner, made.OwnerPhase) = (this, Team.Tracker.Phase);
        }

        return made;
    }

    public void Untrack(TrackedTask task) => _tasks.Remove(task);

    /// <summary>How often the thread has come to a construct, this time included; all threads of a team count alike.</summary>
    public int Encounter(object construct) => _encounters[construct] = _encounters.GetValueOrDefault(construct) + 1;

    public Progress Progress => new(Team?.Tracker.Phase ?? 0, _encounters.Values.Sum(), _sharedReads, StackBytes, Run.ThreadLimit, Memory.Count);

    /// <summary>A value the environment chooses, a new one every time.</summary>
    public Scalar Fresh(Sort sort) => Scalar.Of(Terms.Input(sort, FormattableString.Invariant($"environment {Terms.Store.Count}")), Terms.Store);

    private void Note(Address address, int width, bool isWrite, TextSpan span)
    {
        Run.Restrict?.Note(address, width, isWrite, IsConditional, span);
        if (_tasks.Count == 0)
        {
            return;
        }

        var target = Memory.Reach(address, width, span);
        var guard = AtomicPlace is { } place ? (place == address ? Guard.Atomic : Guard.None) : Guard;
        var isOwn = IsOwn(target, span);
        _sharedReads += isWrite || target.IsReadOnly ? 0 : 1;
        foreach (var task in _tasks)
        {
            if (isOwn && task.Tracker == Team?.Tracker)
            {
                continue;
            }

            task.Tracker.Note(target, address.Offset, width, task.Number, this, guard, isWrite, span);
        }
    }

    /// <summary>What a thread made stays its own, whichever iterations it works on, until a barrier lies between it and another's access.</summary>
    private bool IsOwn(MemoryObject target, TextSpan span)
    {
        if (target.Owner is not { } owner || Team is not { } team)
        {
            return false;
        }

        if (owner == this)
        {
            target.OwnerPhase = team.Tracker.Phase;
            return true;
        }

        if (owner.Team != team)
        {
            return false;
        }

        if (target.OwnerPhase == team.Tracker.Phase)
        {
            throw Unsupported($"'{target.Name}' of one thread, used by another", span);
        }

        target.Owner = null;
        return false;
    }
}
