using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Integrity.Flow;

/// <summary>Where something is: in which function, and inside of how many loops, those around all calls of the function included.</summary>
internal readonly record struct Where(KernelFunction Function, int LoopDepth);

/// <summary>A value that decides what runs: of a branch, a loop, a <c>switch</c>, or a choice between two values.</summary>
internal sealed record Condition(object Node, Value Value, Sources Sources, Where At)
{
    public TextSpan Span => Value.Span;
}

/// <summary>A store through a pointer, by an assignment or by a function that the file does not define.</summary>
/// <param name="Statement">The statement it is part of.</param>
internal sealed record Store(KernelStatement Statement, Roots Targets, Sources Sources, CType Type, TextSpan Span, Where At)
{
    /// <summary>The place that is written; null where a function writes an extent of its own.</summary>
    public Place? Place { get; init; }

    /// <summary>Whether it makes something of the inputs that the caller sees; of one output alone only where there is no other input.</summary>
    public bool IsWork(ulong inputs, ulong outputs)
    {
        var targets = Targets.Parameters & outputs;
        var isOneTarget = (targets & (targets - 1)) == 0;
        return targets != 0 && (Sources.ContentsOf & inputs & (isOneTarget && (inputs & ~outputs) != 0 ? ~targets : ulong.MaxValue)) != 0;
    }
}

/// <summary>A read through a pointer that is written as one element.</summary>
internal sealed record ElementRead(Place Place, Roots From, Where At);

/// <summary>A call of a function that the file does not define.</summary>
internal sealed record ForeignCall(Symbol Target, IReadOnlyList<Value> Arguments, IReadOnlyList<Fact> Facts, Fact Result, CType Type, TextSpan Span, Where At);

/// <summary>An object of the kernel's own that is read before anything was put into it.</summary>
internal sealed record EarlyRead(string Name, TextSpan Span);
