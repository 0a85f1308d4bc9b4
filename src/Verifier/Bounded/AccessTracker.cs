using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

/// <summary>How an access is kept apart from others: not at all, by being atomic, or by critical regions, one bit for each name.</summary>
internal readonly record struct Guard(ulong Regions, bool IsAtomic)
{
    public static readonly Guard None;
    public static readonly Guard Atomic = new(0, true);

    /// <summary>What OpenMP itself does at the end of a region; the region of number 0, which no name has.</summary>
    public static readonly Guard Combining = new(1, false);

    public bool Excludes(Guard other) => (Regions & other.Regions) != 0 || (IsAtomic && other.IsAtomic);

    /// <summary>What keeps two accesses apart from a third.</summary>
    public Guard And(Guard other) => new(Regions & other.Regions, IsAtomic && other.IsAtomic);

    /// <summary>Inside of one more critical region.</summary>
    public Guard Within(int region) => this with { Regions = Regions | (1UL << region) };
}

/// <summary>
/// Who touched what since the last barrier. Two accesses of different tasks to the same bytes, one of them a store, must be
/// kept apart: every order of the tasks is allowed, so nothing else can order them (OpenMP 5.2 section 1.4.1).
/// </summary>
internal sealed class AccessTracker(string task)
{
    private const int NoTask = -1;
    private const int SeveralTasks = -2;

    private readonly Dictionary<int, CellTable> _objects = [];
    private readonly HashSet<int> _exempt = [];

    /// <summary>Since how many barriers, the region's beginning included.</summary>
    public int Phase { get; private set; } = 1;

    /// <summary>Whether a conflict breaks a promise that can be kept in other ways, and so is no violation by itself.</summary>
    public bool IsPromise { get; init; }

    /// <summary>What is known of one object, in cells as fine as the accesses so far.</summary>
    private sealed class CellTable
    {
        public int Granule;
        public Cell[] Cells = [];
    }

    private struct Cell
    {
        public int Phase;
        public Accesses Stores;
        public Accesses Loads;
        public bool IsConditional;
        public bool HasMixedGuards;
    }

    /// <summary>All stores to a cell, or all loads of it.</summary>
    private struct Accesses()
    {
        private int _thread;
        private int _releases;

        public int Task { get; private set; } = NoTask;

        public Guard Guard { get; private set; }

        /// <summary>Where the last of them is.</summary>
        public TextSpan Span { get; private set; }

        /// <summary>Whether an access of a task may meet one of another.</summary>
        public readonly bool MayMeet(int task, Guard guard) => Task != NoTask && Task != task && !Guard.Excludes(guard);

        /// <summary>
        /// Two tasks of one thread may have chosen the place by its number: then no other thread's task would meet them there. And
        /// critical regions may order the accesses, if what a thread does depends on who came first.
        /// </summary>
        public readonly bool MayBeBefore(Machine thread, AccessTracker tracker) =>
            (thread.Run.HasThreadNumber && _thread == thread.ThreadId) || (thread.Team?.Tracker == tracker && thread.HasSeen(_thread, _releases));

        public void Add(int task, Machine thread, Guard guard, TextSpan span)
        {
            Guard = Task == NoTask ? guard : Guard.And(guard);
            _thread = Task == NoTask || _thread == thread.ThreadId ? thread.ThreadId : SeveralTasks;
            Task = Task == NoTask || Task == task ? task : SeveralTasks;
            (_releases, Span) = (thread.Releases, span);
        }
    }

    /// <summary>Everything before a barrier happens before everything after it.</summary>
    public void NextPhase() => Phase++;

    /// <summary>An object whose accesses mean nothing here.</summary>
    public void Exempt(int target) => _exempt.Add(target);

    /// <param name="by">The task.</param>
    /// <param name="thread">The thread that does it in this run; the task may be any other's.</param>
    public void Note(MemoryObject target, long offset, int width, int by, Machine thread, Guard guard, bool isWrite, TextSpan span)
    {
        if (_exempt.Contains(target.Id))
        {
            return;
        }

        var isConditional = thread.IsConditional;
        var table = TableOf(target, offset, width);
        var (granule, cells) = (table.Granule, table.Cells);
        for (var index = offset / granule; index < (offset + width) / granule; index++)
        {
            ref var cell = ref cells[index];
            if (cell.Phase != Phase)
            {
                cell = new() { Phase = Phase, Stores = new(), Loads = new() };
            }

            if (cell.Stores.MayMeet(by, guard))
            {
                throw Conflict(target, index * granule, "stored to", cell.Stores.Span, isWrite ? "stored to" : "read", span, isConditional || cell.IsConditional || cell.Stores.MayBeBefore(thread, this));
            }

            if (isWrite && cell.Loads.MayMeet(by, guard))
            {
                throw Conflict(target, index * granule, "read", cell.Loads.Span, "stored to", span, isConditional || cell.IsConditional || cell.HasMixedGuards || cell.Loads.MayBeBefore(thread, this));
            }

            cell.IsConditional |= isConditional;
            if (isWrite)
            {
                cell.Stores.Add(by, thread, guard, span);
            }
            else
            {
                cell.HasMixedGuards |= cell.Loads.Task != NoTask && cell.Loads.Guard != guard;
                cell.Loads.Add(by, thread, guard, span);
            }
        }
    }

    /// <summary>Cells in which an access is a whole number of them.</summary>
    private CellTable TableOf(MemoryObject target, long offset, int width)
    {
        if (target.Noted is not { Cells: CellTable table } noted || noted.Tracker != this)
        {
            if (!_objects.TryGetValue(target.Id, out table!))
            {
                table = new() { Granule = width, Cells = new Cell[(target.Size + width - 1) / width] };
                _objects[target.Id] = table;
            }

            target.Noted = (this, table);
        }

        while (offset % table.Granule != 0 || width % table.Granule != 0)
        {
            table.Granule /= 2;
            table.Cells = [.. table.Cells.SelectMany(cell => new[] { cell, cell })];
        }

        return table;
    }

    private RunEnded Conflict(MemoryObject target, long offset, string first, TextSpan earlier, string second, TextSpan span, bool isOpen)
    {
        var what = FormattableString.Invariant($"byte {offset} of '{target.Name}' is {first} by one {task} and {second} by another, with nothing that orders them");
        return isOpen || IsPromise
            ? Machine.Unsupported($"{what}, in a way that may be allowed,", span)
            : new(new RunOutcome.Violated(Violation.Race, what, span) { Related = earlier });
    }
}
