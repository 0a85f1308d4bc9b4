using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace HpcVerify.Verifier.Native;

/// <summary>Writes the content a buffer has when the kernel is called.</summary>
public delegate void BufferFill(Span<byte> bytes);

/// <summary>What the kernel may do with a buffer.</summary>
public enum BufferAccess
{
    /// <summary>Read; a write is a segmentation fault.</summary>
    Input,

    /// <summary>Read and write; the content after the call can be read back.</summary>
    Output,
}

/// <summary>Where a buffer lies between its guard pages.</summary>
public enum BufferLayout
{
    /// <summary>Its last byte is the last before a guard page, as far as the alignment allows.</summary>
    EndsAtGuard,

    /// <summary>A guard page ends right before its first byte.</summary>
    StartsAtGuard,

    /// <summary>Aligned exactly as promised and no better, with canaries before and after.</summary>
    BetweenCanaries,
}

/// <summary>One argument of a call.</summary>
public abstract record Argument
{
    private Argument() { }

    /// <summary>An integer of any width up to 64 bits, sign- or zero-extended as its type demands.</summary>
    public sealed record Integer(long Value) : Argument;

    /// <summary>A <c>double</c>.</summary>
    public sealed record Double(double Value) : Argument;

    /// <summary>A <c>float</c>.</summary>
    public sealed record Single(float Value) : Argument;

    /// <summary>A pointer to <paramref name="Length"/> bytes, aligned to <paramref name="Alignment"/>, a power of two.</summary>
    public sealed record Buffer(
        int Length, BufferAccess Access, int Alignment, BufferLayout Layout, BufferFill Fill) : Argument;

    /// <summary>A pointer into the buffer that is argument number <paramref name="Target"/>.</summary>
    public sealed record Alias(int Target, long ByteOffset) : Argument;

    /// <summary>A buffer that holds <paramref name="values"/> when the kernel is called.</summary>
    public static Buffer Of<T>(ReadOnlyMemory<T> values, BufferAccess access, int alignment, BufferLayout layout)
        where T : unmanaged =>
        new(
            checked(values.Length * System.Runtime.CompilerServices.Unsafe.SizeOf<T>()), access, alignment, layout,
            bytes => MemoryMarshal.AsBytes(values.Span).CopyTo(bytes));
}

/// <summary>The class in which a function returns.</summary>
public enum ReturnClass
{
    /// <summary><c>void</c>, an integer or a pointer.</summary>
    Integer,

    /// <summary><c>double</c>; a <c>float</c> lies in the low half.</summary>
    Floating,
}

/// <summary>One call of the entry point.</summary>
public sealed record CallRequest(ImmutableArray<Argument> Arguments, ReturnClass Returns);
