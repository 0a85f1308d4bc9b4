using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace HpcVerify.Rewards.Objects;

/// <summary>A section of an object file.</summary>
/// <param name="Bytes">Its contents; empty where the file holds none, as of <c>.bss</c>.</param>
/// <param name="Size">In memory, in bytes.</param>
public sealed record ElfSection(string Name, ulong Size, bool IsWritable, bool IsCode, bool IsThreadLocal, ReadOnlyMemory<byte> Bytes);

/// <summary>What a symbol stands for, as the symbol table says.</summary>
public enum ElfSymbolKind
{
    None = 0,
    Data = 1,
    Function = 2,
    Section = 3,
    File = 4,
    Common = 5,
    ThreadLocal = 6,

    /// <summary>A function that is chosen by code which runs when the object is loaded.</summary>
    IndirectFunction = 10,
}

/// <summary>A symbol that other objects see, or that is wanted from them.</summary>
public sealed record ElfSymbol(string Name, ElfSymbolKind Kind, bool IsDefined);

/// <summary>
/// A shared object of x86-64 or AArch64 Linux as far as policy asks (System V ABI, chapters 4 and 5): its sections, and the symbols it shares with others.
/// </summary>
/// <param name="Machine">The processor, as the ABI numbers them.</param>
public sealed record ElfObject(int Machine, ImmutableArray<ElfSection> Sections, ImmutableArray<ElfSymbol> DynamicSymbols)
{
    /// <summary>The number of x86-64.</summary>
    public const int X64 = 62;

    private const int HeaderLength = 64;
    private const int SectionHeaderLength = 64;
    private const int SymbolLength = 24;
    private const uint DynamicSymbolTable = 11;
    private const uint NoBytes = 8;
    private const ulong Writable = 1, Executable = 4, ThreadLocal = 0x400;
    private static readonly byte[] Magic = [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1];

    /// <summary>Null where the bytes are no 64-bit little-endian ELF file, or one that contradicts itself.</summary>
    public static ElfObject? Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            return file.Length >= HeaderLength && file.Span.StartsWith(Magic) ? Parsed(file) : null;
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or OverflowException or IndexOutOfRangeException)
        {
            // An offset that leads out of the file.
            return null;
        }
    }

    private static ElfObject Parsed(ReadOnlyMemory<byte> file)
    {
        var (table, count, names) = (Number(file, 40), Half(file, 60), Half(file, 62));
        ReadOnlyMemory<byte> Header(int index) => file.Slice(checked((int)table) + (index * SectionHeaderLength), SectionHeaderLength);
        ReadOnlyMemory<byte> Contents(ReadOnlyMemory<byte> header) =>
            Word(header, 4) == NoBytes ? default : file.Slice(checked((int)Number(header, 24)), checked((int)Number(header, 32)));
        var texts = Contents(Header(names));
        var sections = Enumerable.Range(0, count).Select(Header).Select(header => (Flags: Number(header, 8), Header: header)).Select(item => new ElfSection(
            Text(texts, Word(item.Header, 0)), Number(item.Header, 32), (item.Flags & Writable) != 0, (item.Flags & Executable) != 0, (item.Flags & ThreadLocal) != 0, Contents(item.Header)));
        var symbols = Enumerable.Range(0, count).Select(Header).Where(header => Word(header, 4) == DynamicSymbolTable)
            .SelectMany(header => Symbols(Contents(header), Contents(Header((int)Word(header, 40)))));
        return new(Half(file, 18), [.. sections], [.. symbols]);
    }

    private static IEnumerable<ElfSymbol> Symbols(ReadOnlyMemory<byte> table, ReadOnlyMemory<byte> names)
    {
        // The first one is empty.
        for (var at = SymbolLength; at + SymbolLength <= table.Length; at += SymbolLength)
        {
            var symbol = table.Slice(at, SymbolLength);
            yield return new(Text(names, Word(symbol, 0)), (ElfSymbolKind)(symbol.Span[4] & 0xF), Half(symbol, 6) != 0);
        }
    }

    private static string Text(ReadOnlyMemory<byte> texts, uint offset)
    {
        var rest = texts.Span[checked((int)offset)..];
        return Encoding.UTF8.GetString(rest[..rest.IndexOf((byte)0)]);
    }

    private static int Half(ReadOnlyMemory<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[at..]);

    private static uint Word(ReadOnlyMemory<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[at..]);

    private static ulong Number(ReadOnlyMemory<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span[at..]);
}
