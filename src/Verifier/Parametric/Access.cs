using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Parametric;

/// <summary>Where the memory of an object comes from.</summary>
public enum DataObjectKind
{
    /// <summary>What a pointer parameter of the function points to; two of them may be one object unless the contract says no.</summary>
    Parameter,
    Global,
    Static,
    Local,
    Heap,

    /// <summary>What a pointer that was read from memory, or is not understood, points to: any object at all.</summary>
    Unknown,
}

/// <summary>
/// An object in memory. One that was made inside of <paramref name="owner"/> is another one in each execution of that, and in
/// each thread where that is inside of a parallel region.
/// </summary>
public sealed class DataObject(int number, string name, DataObjectKind kind, IntegerPolynomial? sizeInBytes, CType? type, Enclosure? owner, TextSpan span)
{
    public int Number { get; } = number;

    public string Name { get; } = name;

    public DataObjectKind Kind { get; } = kind;

    /// <summary>Null where nothing here says.</summary>
    public IntegerPolynomial? SizeInBytes { get; } = sizeInBytes;

    /// <summary>The declared type; null for allocated memory.</summary>
    public CType? Type { get; } = type;

    public Enclosure? Owner { get; } = owner;

    public TextSpan Span { get; } = span;

    /// <summary>Its address is a multiple of so many bytes; null where nothing here says.</summary>
    public int? AlignmentInBytes { get; init; }

    /// <summary>Whether each thread has one of its own although it was made outside of the region.</summary>
    public bool IsThreadPrivate { get; init; }

    public override string ToString() => Name;
}

/// <summary>What an access does.</summary>
public enum AccessKind
{
    Read,
    Write,
}

/// <summary>
/// One place in the program that reads or writes memory, for all the times it is executed. It touches
/// <paramref name="Length"/> bytes from <paramref name="Offset"/> on in <paramref name="Object"/>, whenever the domain of its
/// setting holds. The offset is flat (SOUNDNESS 13).
/// </summary>
/// <param name="Width">The bytes of one element; <paramref name="Length"/> is a multiple of it where it is known.</param>
/// <param name="IsAtomic">Whether other atomic accesses are kept apart from it.</param>
public sealed record Access(
    AccessKind Kind,
    DataObject Object,
    IntegerPolynomial Offset,
    IntegerPolynomial Length,
    int Width,
    bool IsAtomic,
    ImmutableArray<HeldLock> Locks,
    Setting Setting)
{
    public TextSpan Span => Setting.Span;

    /// <summary>When it is executed, with the definitions of all it speaks of.</summary>
    public Formula Domain => Setting.Domain.WithDefinitions(Offset, Length);

    /// <summary>Whether every point of the domain is an access that really happens, so that it may refute a claim.</summary>
    public bool IsExact => Object.Kind != DataObjectKind.Unknown && Domain is var domain && domain.IsExact
        && domain.Dimensions.Concat(Offset.Dimensions).Concat(Length.Dimensions).All(dimension => dimension.Kind != DimensionKind.Free);
}

/// <summary>An integer operation whose exact result must fit its type: otherwise it is undefined, or wraps and everything here is wrong.</summary>
public sealed record RangeDemand(IntegerPolynomial Value, CType Type, bool IsWrap, Setting Setting)
{
    /// <summary>The least and the greatest number of the type; null for types that are no integers.</summary>
    public (System.Numerics.BigInteger Least, System.Numerics.BigInteger Greatest)? Limits =>
        IntegerRange.Of(Type) is { } range ? (range.Least, range.Greatest) : null;
}

/// <summary>An address that must be a multiple of so many bytes.</summary>
public sealed record AlignmentDemand(DataObject Object, IntegerPolynomial Offset, int Bytes, Setting Setting);

/// <summary>A number of elements or bytes from which an object is made; it must not be less than <paramref name="Least"/>.</summary>
public sealed record SizeDemand(IntegerPolynomial Value, int Least, Setting Setting);

/// <summary>A loop, when control comes to it, and the condition under which it goes on in the turn that its iterator counts.</summary>
public sealed record ReachedLoop(Enclosure.Loop Loop, Formula GoesOn, Setting Setting);

/// <summary>What a parameter of the function is: an integer, a pointer to an object, or neither.</summary>
public sealed record EntryParameter(string Name, Dimension? Number, DataObject? Object);

/// <summary>All accesses of one function and what it calls, and all that was not understood.</summary>
public sealed record Extraction(
    string Function,
    ImmutableArray<Access> Accesses,
    ImmutableArray<DataObject> Objects,
    ImmutableArray<RangeDemand> Ranges,
    ImmutableArray<AlignmentDemand> Alignments,
    ImmutableArray<SegmentEdge> Edges,
    ImmutableArray<ExtractionGap> Gaps,
    ImmutableArray<Signal> Signals,
    ImmutableArray<TaskWait> TaskWaits,
    ImmutableArray<ReachedConstruct> Constructs)
{
    /// <summary>The function's parameters in order.</summary>
    public ImmutableArray<EntryParameter> Parameters { get; init; } = [];

    public ImmutableArray<SizeDemand> Sizes { get; init; } = [];

    /// <summary>Every loop that control may come to, those of model functions too.</summary>
    public ImmutableArray<ReachedLoop> Loops { get; init; } = [];

    /// <summary>Whether the list of accesses is complete.</summary>
    public bool IsComplete => Gaps.IsEmpty;
}
