using System.Collections.Immutable;
using System.Globalization;

namespace HpcVerify.Verifier.Native;

/// <summary>A range of addresses of a process: what of which file is there, if any, and whether it may be executed.</summary>
internal sealed record MappedRange(ulong Start, ulong End, bool IsExecutable, string Path)
{
    public bool Contains(ulong address) => address >= Start && address < End;
}

/// <summary>The addresses of a process as the host's /proc shows them; empty where they may not be looked at.</summary>
internal sealed record MemoryMap(ImmutableArray<MappedRange> Ranges)
{
    private const int PathField = 5;

    public static MemoryMap Of(int process) => new([.. ProcFile.Lines($"/proc/{process}/maps").Select(Range)]);

    /// <summary>The code of one file, by its name inside the sandbox.</summary>
    public ImmutableArray<MappedRange> CodeOf(string path) => [.. Ranges.Where(range => range.IsExecutable && range.Path == path)];

    /// <summary>How often a file is mapped, whether or not it still has its name.</summary>
    public int Count(string fileName) => Ranges.Count(range => range.Path.Contains(fileName, StringComparison.Ordinal));

    private static MappedRange Range(string line)
    {
        var words = line.Split(' ', PathField + 1, StringSplitOptions.RemoveEmptyEntries);
        var dash = words[0].IndexOf('-', StringComparison.Ordinal);
        return new(
            Hexadecimal(words[0].AsSpan(0, dash)), Hexadecimal(words[0].AsSpan(dash + 1)), words[1].Contains('x', StringComparison.Ordinal),
            words.Length > PathField ? words[PathField].Trim() : "");
    }

    private static ulong Hexadecimal(ReadOnlySpan<char> text) => ulong.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
