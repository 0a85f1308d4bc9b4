using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Contracts;

/// <summary>What a kernel may do with a buffer the caller hands it.</summary>
public enum BufferAccess
{
    /// <summary>Holds input and must be left as it was.</summary>
    Read,

    /// <summary>Every element is written; what it holds before the call means nothing, unless the contract zeroes it.</summary>
    Write,

    /// <summary>Holds input that the call replaces.</summary>
    Update,
}

/// <summary>
/// One pointer parameter's promise: <paramref name="Count"/> elements exist behind it, at a multiple of
/// <paramref name="AlignmentInBytes"/>, and are zero before the call when <paramref name="IsZeroed"/>.
/// </summary>
public sealed record BufferContract(
    Symbol Pointer, BufferAccess Access, Expression Count, CType Element, int AlignmentInBytes, bool IsZeroed);

/// <summary>The first <paramref name="Count"/> values of a buffer lie in <c>[Low, High)</c>.</summary>
public sealed record RangeContract(Symbol Pointer, Expression Count, Expression Low, Expression High);

/// <summary>
/// What the caller promises and the kernel owes, read from the C function <c>&lt;name&gt;_contract</c>. Expressions speak of
/// that function's own parameters, in the order of the entry point's.
/// </summary>
public sealed record Contract(
    ImmutableArray<Symbol> Parameters,
    ImmutableArray<Expression> Preconditions,
    ImmutableArray<BufferContract> Buffers,
    ImmutableArray<(Symbol Left, Symbol Right)> DisjointPairs,
    ImmutableArray<RangeContract> Ranges,
    ImmutableArray<(Symbol Pointer, Expression Count)> MonotoneBuffers,
    Expression? Team,
    Expression? ToleranceInUnits)
{
    /// <summary>The integer parameters: those that set how large the problem is.</summary>
    public IEnumerable<Symbol> SizeParameters => Parameters.Where(parameter => parameter.Type is CType.Integer);

    /// <summary>The floating parameters passed by value.</summary>
    public IEnumerable<Symbol> Scalars => Parameters.Where(parameter => parameter.Type is CType.Floating);

    /// <summary>The pairs of buffers that may overlap and of which one is written.</summary>
    public IEnumerable<(BufferContract First, BufferContract Second)> OverlappingPairs =>
        from second in Buffers
        from first in Buffers.TakeWhile(buffer => buffer != second)
        where first.Pointer != second.Pointer && (first.Access, second.Access) is not (BufferAccess.Read, BufferAccess.Read) && !AreDisjoint(first.Pointer, second.Pointer)
        select (first, second);

    private bool AreDisjoint(Symbol first, Symbol second) =>
        DisjointPairs.Any(pair => (pair.Left == first && pair.Right == second) || (pair.Left == second && pair.Right == first));

    public BufferContract? BufferOf(Symbol pointer) => Buffers.FirstOrDefault(buffer => buffer.Pointer == pointer);
}
