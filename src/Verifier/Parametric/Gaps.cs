using System.Collections.Immutable;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Parametric;

/// <summary>What a gap leaves open.</summary>
public enum GapKind
{
    /// <summary>C or OpenMP that is not modelled: what it does, and what it waits for, is unknown.</summary>
    Construct,

    /// <summary>A function without a body: it may change what it can reach, and wait.</summary>
    Call,

    /// <summary>An access through a pointer that is not followed: it may reach anything, but waits for nobody.</summary>
    Pointer,
}

/// <summary>Something that is not modelled: nothing may be claimed of what it could touch.</summary>
/// <param name="Region">The outermost parallel region or <c>simd</c> loop around it; null outside of all.</param>
public sealed record ExtractionGap(string Reason, TextSpan Span, GapKind Kind, TextSpan? Region);

/// <summary>
/// A place where one thread may wait for what another does, other than at a barrier, a critical section or a lock of its own:
/// accesses before and after it may be ordered although nothing here says so.
/// </summary>
/// <param name="Objects">What it waits for a change of; empty where it may be anything.</param>
public sealed record Signal(string Reason, TextSpan Span, ImmutableArray<Enclosure> Enclosures, ImmutableArray<DataObject> Objects);

/// <summary>An OpenMP construct that control reaches, and what it is inside of.</summary>
public sealed record ReachedConstruct(Enclosure Enclosure, ImmutableArray<Enclosure> Around);
