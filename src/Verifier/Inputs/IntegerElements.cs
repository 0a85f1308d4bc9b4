using System.Buffers.Binary;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Verifier.Inputs;

/// <summary>The integers in a buffer, whatever their width and sign.</summary>
internal static class IntegerElements
{
    private const int BitsPerByte = 8;

    public static int SizeInBytes(CType.Integer element) => element.WidthInBits / BitsPerByte;

    /// <summary>Whether the type can hold the value.</summary>
    public static bool Holds(CType.Integer element, Int128 value)
    {
        var bits = element.IsSigned ? element.WidthInBits - 1 : element.WidthInBits;
        var limit = Int128.One << bits;
        return value < limit && value >= (element.IsSigned ? -limit : 0);
    }

    public static Int128 Read(ReadOnlySpan<byte> bytes, CType.Integer element) => (element.WidthInBits, element.IsSigned) switch
    {
        (8, true) => (sbyte)bytes[0],
        (8, false) => bytes[0],
        (16, true) => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        (16, false) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (32, true) => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        (32, false) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        (_, true) => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        (_, false) => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
    };

    public static void Write(Span<byte> bytes, CType.Integer element, Int128 value)
    {
        Span<byte> all = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(all, unchecked((ulong)value));
        all[..SizeInBytes(element)].CopyTo(bytes);
    }
}
