using System.Collections.Immutable;
using System.Globalization;

namespace HpcVerify.Cli.Reports;

/// <summary>
/// The fingerprint of each line by which GitHub's code scanning knows a result again after lines above it have moved: a
/// polynomial of the next 100 UTF-16 units without blanks, and how often it came before (<c>primaryLocationLineHash</c>).
/// </summary>
internal static class LineHash
{
    private const int Window = 100;
    private const ulong Multiplier = 37;
    private const char EndOfFile = '\uFFFF';

    /// <summary>One fingerprint for each line, the first line first.</summary>
    public static ImmutableArray<string> Of(string text)
    {
        var kept = new List<char>(text.Length + 1);
        var starts = new List<int>();
        var isStart = true;
        foreach (var character in text.ReplaceLineEndings("\n").Append(EndOfFile).Where(character => character is not (' ' or '\t')))
        {
            if (isStart)
            {
                starts.Add(kept.Count);
            }

            isStart = character == '\n';
            kept.Add(character);
        }

        var seen = new Dictionary<ulong, int>();
        return [.. starts.Select(start => Numbered(HashAt(kept, start), seen))];
    }

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
