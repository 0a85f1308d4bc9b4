using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Kernels;

/// <summary>One step of a kernel: the only place where anything changes.</summary>
public abstract record KernelStatement(TextSpan Span)
{
    public sealed record Block(ImmutableArray<KernelStatement> Statements, TextSpan Span) : KernelStatement(Span);

    /// <summary>A variable comes to life; a variable-length array's extents are computed here, outermost first.</summary>
    public sealed record Declare(Variable Variable, ImmutableArray<Value> Extents, Value? Initial, TextSpan Span) : KernelStatement(Span);

    public sealed record Assign(Place Target, Value Value, TextSpan Span) : KernelStatement(Span);

    /// <summary>A value computed and dropped: what it reads must still be readable.</summary>
    public sealed record Evaluate(Value Value, TextSpan Span) : KernelStatement(Span);

    public sealed record Call(Variable? Result, Symbol Target, ImmutableArray<Value> Arguments, TextSpan Span) : KernelStatement(Span);

    public sealed record If(Value Condition, Block Then, Block Else, TextSpan Span) : KernelStatement(Span);

    /// <summary>
    /// <c>initial; while (prelude, condition) { body; update; }</c>, or the test after the update. <c>continue</c> goes on
    /// with <paramref name="Update"/>. No condition means forever. What <paramref name="Initial"/> declares lives as long
    /// as the loop.
    /// </summary>
    public sealed record Loop(
        ImmutableArray<KernelStatement> Initial,
        ImmutableArray<KernelStatement> Prelude,
        Value? Condition,
        ImmutableArray<KernelStatement> Update,
        Block Body,
        bool IsTestFirst,
        CountedShape? Counted,
        ImmutableArray<Promise> Promises,
        TextSpan Span) : KernelStatement(Span);

    public sealed record Switch(Value Subject, ImmutableArray<SwitchCase> Cases, TextSpan Span) : KernelStatement(Span);

    public sealed record Break(TextSpan Span) : KernelStatement(Span);

    public sealed record Continue(TextSpan Span) : KernelStatement(Span);

    public sealed record Return(Value? Value, TextSpan Span) : KernelStatement(Span);

    public sealed record Goto(string Target, TextSpan Span) : KernelStatement(Span);

    public sealed record Label(string Name, TextSpan Span) : KernelStatement(Span);

    /// <summary>A promise that is due when control gets here.</summary>
    public sealed record Promised(Promise Promise, TextSpan Span) : KernelStatement(Span);

    /// <summary>
    /// One OpenMP construct and what it governs. A variable that <paramref name="Sharing"/> does not list and the body
    /// does not declare means what it means around the region.
    /// </summary>
    public sealed record Region(Construct Construct, ImmutableArray<DataSharing> Sharing, Block Body, TextSpan Span) : KernelStatement(Span);

    public sealed record Barrier(TextSpan Span) : KernelStatement(Span);

    public sealed record TaskWait(TextSpan Span) : KernelStatement(Span);

    public sealed record TaskYield(TextSpan Span) : KernelStatement(Span);

    /// <summary>A memory fence over the listed variables, or over everything when none is listed.</summary>
    public sealed record Flush(ImmutableArray<Variable> Variables, TextSpan Span) : KernelStatement(Span);

    /// <summary>Something outside the model; nothing may be claimed of a run that gets here.</summary>
    public sealed record Unsupported(string Reason, TextSpan Span) : KernelStatement(Span);
}

/// <summary>
/// A run of labels of a <c>switch</c> and the statements after them, which fall through to the next case at their end.
/// </summary>
public sealed record SwitchCase(ImmutableArray<CaseRange> Labels, bool IsDefault, ImmutableArray<KernelStatement> Statements);

/// <summary>The values of one <c>case</c>, both ends included.</summary>
public readonly record struct CaseRange(long Low, long High);
