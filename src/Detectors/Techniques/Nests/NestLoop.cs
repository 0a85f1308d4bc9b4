using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Techniques.Nests;

/// <summary>A loop of the expanded kernel, inside of the loops around its call as well.</summary>
public sealed class NestLoop(KernelStatement.Loop statement, NestLoop? outer, NestRegion? region, int order)
{
    public KernelStatement.Loop Statement { get; } = statement;

    public NestLoop? Outer { get; } = outer;

    public NestRegion? Region { get; } = region;

    /// <summary>Its place in the order of the text; what comes before its first turn has a smaller number.</summary>
    public int Order { get; } = order;

    /// <summary>The place of whatever follows.</summary>
    public int End { get; set; }

    /// <summary>The conditions it is under, also those around loops around it.</summary>
    public NestCondition? Conditions { get; init; }

    /// <summary>What it counts by, as far as that can be told.</summary>
    public LoopShape? Shape { get; set; }

    public TextSpan Span => Statement.Span;

    /// <summary>This loop and those around it, from the inside out.</summary>
    public IEnumerable<NestLoop> Chain
    {
        get
        {
            for (var loop = this; loop is not null; loop = loop.Outer)
            {
                yield return loop;
            }
        }
    }

    public bool Contains(NestLoop? other) => other is not null && other.Chain.Contains(this);

    public bool Contains(int order) => Order <= order && order < End;
}

/// <summary>
/// What a loop counts by. <paramref name="Bounds"/> are the first values of the index that are out, one for each limit
/// that may apply; <paramref name="Lower"/> is empty when the index goes on from where it was.
/// </summary>
/// <param name="Index">The variable.</param>
/// <param name="Atom">The variable's number as an atom.</param>
/// <param name="Steps">What a turn adds to it: a number below zero when it counts down, several when a limit clamps it.</param>
/// <param name="Lower">The values it may start with.</param>
/// <param name="Bounds">The limits.</param>
/// <param name="IsDecreasing">Whether the index must stay above its bounds.</param>
public sealed record LoopShape(
    Variable Index, int Atom, ImmutableArray<Polynomial> Steps, ImmutableArray<Polynomial> Lower, ImmutableArray<Polynomial> Bounds, bool IsDecreasing)
{
    /// <summary>How far a turn moves the index, when that is one number.</summary>
    public long? Stride => Steps is [{ Constant: { } step }] ? Math.Abs(step) : null;

    /// <summary>The number of turns, when it follows from constants.</summary>
    public long? Turns =>
        Stride is { } stride and > 0 && Lower is [{ Constant: { } lower }] && Bounds is [{ Constant: { } bound }]
            ? Math.Max(0, (Math.Abs(bound - lower) + stride - 1) / stride)
            : null;
}

/// <summary>A statement of the expanded kernel where it stands. Of a compound statement this is its head: condition, subject or clauses.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Loop">The innermost loop around it.</param>
/// <param name="Region">The innermost construct around it.</param>
/// <param name="Guard">The innermost condition it is under in that loop; null when every turn gets to it.</param>
/// <param name="Order">Its place in the order of the text.</param>
public sealed record NestStatement(KernelStatement Statement, NestLoop? Loop, NestRegion? Region, Value? Guard, int Order)
{
    public bool IsConditional => Guard is not null;

    /// <summary>All conditions it is under, the innermost first, also those around the loops around it.</summary>
    public NestCondition? Conditions { get; init; }

    /// <summary>The nodes of the statement itself, without those of statements inside of it.</summary>
    public ImmutableArray<object> Nodes { get; } =
    [
        .. Statement switch
        {
            KernelStatement.Block => [],
            KernelStatement.If branch => KernelWalk.DescendantsAndSelf(branch.Condition),
            KernelStatement.Loop loop => loop.Condition is null ? [] : KernelWalk.DescendantsAndSelf(loop.Condition),
            KernelStatement.Switch choice => KernelWalk.DescendantsAndSelf(choice.Subject),
            KernelStatement.Region region => KernelWalk.DescendantsAndSelf(region.Construct),
            _ => KernelWalk.DescendantsAndSelf(Statement),
        },
    ];
}

/// <summary>An OpenMP construct of the expanded kernel, with those around it.</summary>
public sealed record NestRegion(KernelStatement.Region Statement, NestRegion? Outer, NestLoop? Loop, int Order)
{
    public IEnumerable<NestRegion> Chain => Outer is null ? [this] : Outer.Chain.Prepend(this);

    /// <summary>The place of whatever follows.</summary>
    public int End { get; set; }

    public bool Contains(int order) => Order <= order && order < End;
}

/// <summary>A condition that statements are under.</summary>
/// <param name="At">The branch.</param>
/// <param name="Value">What it asks.</param>
/// <param name="Holds">Whether they are on the side where it holds; null for the cases of a <c>switch</c>.</param>
/// <param name="Outer">The condition around the branch.</param>
public sealed record NestCondition(NestStatement At, Value Value, bool? Holds, NestCondition? Outer)
{
    /// <summary>This condition and those around it, from the inside out.</summary>
    public IEnumerable<NestCondition> Chain => Outer is null ? [this] : Outer.Chain.Prepend(this);
}

/// <summary>One way in which a variable, or a part of it, gets a value; null when it is not one that is written down.</summary>
public sealed record Definition(Place Target, Value? Value, NestStatement At);
