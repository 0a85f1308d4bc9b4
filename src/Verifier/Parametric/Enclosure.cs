using System.Collections.Immutable;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Parametric;

/// <summary>
/// Something that an access is inside of and that is executed any number of times. Each has the position in program order at
/// which it begins; those of what is inside are greater.
/// </summary>
public abstract class Enclosure(int position, TextSpan span)
{
    public int Position { get; } = position;

    public TextSpan Span { get; } = span;

    /// <summary>A loop. <see cref="Turn"/> counts its turns from 0, in the order in which they happen.</summary>
    public sealed class Loop(int position, TextSpan span) : Enclosure(position, span)
    {
        public Dimension Iterator { get; internal set; } = null!;

        public IntegerPolynomial Turn { get; internal set; } = IntegerPolynomial.Zero;

        /// <summary>The constructs that deal out its turns to teams and to threads; none for a loop that each thread runs for itself.</summary>
        public ImmutableArray<Enclosure> Dealers { get; internal set; } = [];

        /// <summary>Whether threads may wait for each other in a turn, so that all are in the same one.</summary>
        public bool Waits { get; internal set; }
    }

    /// <summary>A parallel region: everything inside is executed by each thread of a team.</summary>
    public sealed class Parallel(int position, TextSpan span) : Enclosure(position, span)
    {
        /// <summary>The thread's number; set once, when the region opens.</summary>
        public Dimension Thread { get; internal set; } = null!;

        public Dimension Count { get; internal set; } = null!;
    }

    /// <summary>
    /// A league of teams: everything inside is executed by the first thread of each. Nothing makes one team wait for another
    /// before the end.
    /// </summary>
    public sealed class League(int position, TextSpan span) : Enclosure(position, span)
    {
        /// <summary>The team's number; set once, when the region opens.</summary>
        public Dimension Team { get; internal set; } = null!;

        public Dimension Count { get; internal set; } = null!;

        /// <summary>Whether the program says how many teams there are at most.</summary>
        public bool IsLimited { get; init; }

        /// <summary>How many threads a team may have at most; null where nothing says.</summary>
        public IntegerPolynomial? ThreadLimit { get; internal set; }
    }

    /// <summary>Work for a device, executed once, by the host if it has none.</summary>
    public sealed class Target(int position, TextSpan span) : Enclosure(position, span);

    /// <summary>A loop whose turns are dealt out to the teams of a league; its loops name it among their dealers.</summary>
    public sealed class Distribute(Parser.Kernels.Schedule schedule, int position, TextSpan span) : Enclosure(position, span)
    {
        public Parser.Kernels.Schedule Schedule { get; } = schedule;
    }

    /// <summary>A worksharing loop; its loops, as many as <paramref name="depth"/>, name it among their dealers.</summary>
    public sealed class Worksharing(int depth, Parser.Kernels.Schedule schedule, bool hasNoWait, bool isOrdered, int position, TextSpan span)
        : Enclosure(position, span)
    {
        public int Depth { get; } = depth;

        public Parser.Kernels.Schedule Schedule { get; } = schedule;

        public bool HasNoWait { get; } = hasNoWait;

        public bool IsOrdered { get; } = isOrdered;
    }

    /// <summary><c>simd</c>: turns of the loop inside may run in step, up to <paramref name="safeLength"/> apart.</summary>
    public sealed class Simd(int depth, long? safeLength, int position, TextSpan span) : Enclosure(position, span)
    {
        public int Depth { get; } = depth;

        public long? SafeLength { get; } = safeLength;
    }

    /// <summary>One section, executed by one thread of the team.</summary>
    public sealed class Section(Enclosure? sections, int position, TextSpan span) : Enclosure(position, span)
    {
        /// <summary>The construct that all its sections share.</summary>
        public Enclosure? Parent { get; } = sections;
    }

    public sealed class Sections(int position, TextSpan span) : Enclosure(position, span);

    /// <summary>Executed by one thread of the team, whichever comes.</summary>
    public sealed class Single(int position, TextSpan span) : Enclosure(position, span);

    /// <summary>Executed by thread 0.</summary>
    public sealed class Master(int position, TextSpan span) : Enclosure(position, span);

    public sealed class Critical(string name, int position, TextSpan span) : Enclosure(position, span)
    {
        public string Name { get; } = name;
    }

    /// <summary>
    /// A task, executed by any thread of the team at any time from where it is created to where it is waited for. Its position is
    /// that of its creation.
    /// </summary>
    public sealed class Task(TaskTerms terms, Setting created, int position, TextSpan span) : Enclosure(position, span)
    {
        public TaskTerms Terms { get; } = terms;

        /// <summary>Where the task that creates it stands then.</summary>
        public Setting Created { get; } = created;
    }

    /// <summary>At its end all tasks that were created inside of it are complete.</summary>
    public sealed class TaskGroup(int position, TextSpan span) : Enclosure(position, span);

    public sealed class Ordered(int position, TextSpan span) : Enclosure(position, span);
}

/// <summary>
/// Two stretches of a parallel region between barriers that no barrier keeps apart, the first before the second;
/// <paramref name="Carrier"/> is the loop whose next turn the second is in, if it is.
/// </summary>
public sealed record SegmentEdge(int From, int To, Enclosure.Loop? Carrier);

/// <summary>What keeps threads apart: a lock, by the object it lies in and its byte offset there.</summary>
public sealed record HeldLock(DataObject Object, IntegerPolynomial Offset);

/// <summary>What orders a task with others.</summary>
/// <param name="IsUndeferred">Whether the task that creates it waits for its end.</param>
/// <param name="IsDeferred">Whether it surely does not.</param>
public sealed record TaskTerms(ImmutableArray<TaskDependence> Dependences, bool IsUndeferred, bool IsDeferred);

/// <summary>An item of a <c>depend</c> clause; without an object where it is not known.</summary>
public sealed record TaskDependence(Parser.Kernels.DependenceKind Kind, DataObject? Object, IntegerPolynomial Offset);

/// <summary>A place where the task that gets there waits for others: those it created, or all that the team has.</summary>
public sealed record TaskWait(bool IsForAll, Setting Setting);

/// <summary>Where an access or a demand stands.</summary>
public sealed record Setting(ImmutableArray<Enclosure> Enclosures, Formula Domain, int Segment, int Position, TextSpan Span);
