using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Parser.Text;

namespace HpcVerify.Cli.Reports;

/// <summary>
/// The fingerprints of a file's lines by which GitHub's code scanning knows a result again after lines above it have moved: of
/// each line a polynomial of the next 100 UTF-16 units without blanks, and how often it came before.
/// </summary>
internal sealed class LineHashes
{
    /// <summary>What they are called in a log.</summary>
    public const string Name = "primaryLocationLineHash";

    private const int Window = 100;
    private const ulong Multiplier = 37;
    private const char EndOfFile = '\uFFFF';

    private LineHashes(ImmutableArray<string> all) => All = all;

    /// <summary>One for each line, the first line first.</summary>
    public ImmutableArray<string> All { get; }

    public static LineHashes Of(SourceText source)
    {
        // Form feeds and the separators of Unicode end no line for GitHub, nor for us.
        var text = source.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var kept = new List<char>(text.Length + 1);
        var starts = new List<int>();
        var isStart = true;
        foreach (var character in text.Append(EndOfFile).Where(character => character is not (' ' or '\t')))
        {
            if (isStart)
            {
                starts.Add(kept.Count);
            }

            isStart = character == '\n';
            kept.Add(character);
        }

        var seen = new Dictionary<ulong, int>();
        return new([.. starts.Select(start => Numbered(HashAt(kept, start), seen))]);
    }

    /// <summary>That of a line counted from 1; the last one's for a line behind it.</summary>
    public string At(int line) => All[Math.Min(line, All.Length) - 1];

    private static ulong HashAt(List<char> kept, int start)
    {
        var hash = 0UL;
        for (var index = start; index < start + Window; index++)
        {
            hash = unchecked((hash * Multiplier) + (index < kept.Count ? kept[index] : 0UL));
        }

        return hash;
    }

    private static string Numbered(ulong hash, Dictionary<ulong, int> seen)
    {
        seen[hash] = seen.GetValueOrDefault(hash) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{hash:x}:{seen[hash]}");
    }
}
