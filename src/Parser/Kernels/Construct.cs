using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

/// <summary>An OpenMP construct that governs a block. Combined directives are nested regions of these.</summary>
public abstract record Construct
{
    private Construct() { }

    public sealed record Parallel(Value? ThreadCount, Value? Condition) : Construct;

    /// <summary><c>target</c> and <c>target data</c>: the device, or the host in its place.</summary>
    public sealed record TargetRegion : Construct;

    /// <summary>Every team of a league, which has at most <paramref name="TeamCount"/>, executes the body with its first thread.</summary>
    public sealed record Teams(Value? TeamCount, Value? ThreadLimit) : Construct;

    /// <summary>The outermost <paramref name="CollapseDepth"/> loops of the body are shared out among the teams.</summary>
    public sealed record Distribute(int CollapseDepth, Schedule Schedule) : Construct;

    /// <summary><c>for</c>: the outermost <paramref name="CollapseDepth"/> loops of the body are shared out among the team.</summary>
    public sealed record WorksharingLoop(int CollapseDepth, Schedule Schedule, bool IsOrdered, bool HasNoWait) : Construct;

    public sealed record Simd(int CollapseDepth, Value? SafeLength, Value? SimdLength) : Construct;

    /// <summary>The body holds one <see cref="Section"/> region per section.</summary>
    public sealed record Sections(bool HasNoWait) : Construct;

    public sealed record Section : Construct;

    public sealed record Single(bool HasNoWait) : Construct;

    /// <summary><c>master</c> or <c>masked</c> without a filter: thread 0 only, no barrier.</summary>
    public sealed record Master : Construct;

    /// <summary>An unnamed critical region has the empty name.</summary>
    public sealed record Critical(string Name) : Construct;

    /// <summary>Only the accesses to <paramref name="Target"/> are atomic.</summary>
    public sealed record Atomic(AtomicKind Kind, Place Target) : Construct;

    public sealed record Ordered : Construct;

    /// <param name="MayBeIncluded">Whether a <c>final</c> clause may make it part of the task that creates it.</param>
    public sealed record Task(Value? Condition, ImmutableArray<Dependence> Dependences, bool MayBeIncluded) : Construct;

    public sealed record TaskGroup : Construct;
}

/// <summary>How a task depends on earlier ones that are created by the same task (OpenMP 5.2 section 15.9.5).</summary>
public enum DependenceKind
{
    In,

    /// <summary><c>out</c> and <c>inout</c>, which mean the same.</summary>
    Out,

    /// <summary>Not at once with others of this kind, in any order.</summary>
    MutuallyExclusive,

    /// <summary>Unordered with others of this kind.</summary>
    InOutSet,
}

/// <summary>One item of a <c>depend</c> clause: the first element of an array section stands for it.</summary>
public sealed record Dependence(DependenceKind Kind, Place Item);

/// <summary>What an <c>atomic</c> construct does to its place.</summary>
public enum AtomicKind
{
    Read,
    Write,
    Update,
    Capture,
}

/// <summary>How iterations are dealt to threads, in the specification's order of kinds.</summary>
public enum ScheduleKind
{
    /// <summary>The directive does not say: implementation-defined.</summary>
    Unspecified,
    Static,
    Dynamic,
    Guided,
    Auto,
    Runtime,
}

/// <summary>A <c>schedule</c> clause.</summary>
public sealed record Schedule(ScheduleKind Kind, Value? Chunk);

/// <summary>Who decided how a variable is shared (OpenMP 5.2 section 5.1).</summary>
public enum SharingOrigin
{
    Predetermined,
    Explicit,
    Implicit,
}

/// <summary>What each thread, task or lane has of a variable.</summary>
public abstract record Sharing
{
    private Sharing() { }

    public sealed record Shared : Sharing;

    /// <summary>A copy of its own, indeterminate at first.</summary>
    public sealed record Private : Sharing;

    /// <summary>A copy of its own that starts with the original's value.</summary>
    public sealed record FirstPrivate : Sharing;

    /// <summary>A private copy; the sequentially last iteration's is copied back.</summary>
    public sealed record LastPrivate : Sharing;

    public sealed record FirstLastPrivate : Sharing;

    /// <summary>A private copy that starts at the operator's identity and is combined into the original.</summary>
    public sealed record Reduction(string Operator) : Sharing;

    /// <summary>A private copy that grows by a step from one iteration to the next.</summary>
    public sealed record Linear(Value Step) : Sharing;

    /// <summary>One per thread for the life of the program.</summary>
    public sealed record ThreadPrivate : Sharing;

    /// <summary>Thread-private, and set from the master's copy on entry.</summary>
    public sealed record CopyIn : Sharing;

    /// <summary>Private, and set in all threads from the one that ran the <c>single</c>.</summary>
    public sealed record CopyPrivate : Sharing;
}

/// <summary>How one variable that a region refers to is shared, and who said so.</summary>
public sealed record DataSharing(Variable Variable, Sharing Sharing, SharingOrigin Origin);
