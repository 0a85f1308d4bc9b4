using System.Runtime.InteropServices;
using System.Text;

namespace ClangSharp.Interop;

/// <summary>Conversion between strings and zero-terminated UTF-8 in native memory.</summary>
internal static unsafe class NativeText
{
    public static string Read(sbyte* text) => text is null
        ? string.Empty
        : Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated((byte*)text));

    /// <summary>Copies <paramref name="text"/> into memory that the caller frees with <see cref="NativeMemory.Free"/>.</summary>
    public static sbyte* Allocate(string text, out nuint lengthInBytes)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var copy = (byte*)NativeMemory.Alloc((nuint)length + 1);
        Encoding.UTF8.GetBytes(text, new Span<byte>(copy, length));
        copy[length] = 0;
        lengthInBytes = (nuint)length;
        return (sbyte*)copy;
    }
}
