using System.Text;

namespace HpcVerify.Trainer.Model.Tokens;

/// <summary>
/// Lexemes of a line that often stand beside each other, joined pair by pair, the most frequent first (Sennrich, Haddow and Birch, "Neural Machine
/// Translation of Rare Words with Subword Units", 2016, §3.2, with lexemes for characters). A kernel is then written in fewer decisions, and more of
/// them are ones that matter.
/// </summary>
internal static class Phrases
{
    /// <summary>So that a phrase is a piece of a statement, and not the whole of a long one.</summary>
    public const int Longest = 40;

    private const int LeastOften = 8;

    /// <summary>At most so many phrases. The same texts, in whatever order, give the same ones.</summary>
    public static IEnumerable<string> Learn(IEnumerable<string> texts, int most)
    {
        var lines = LinesOf(texts);
        for (var found = 0; found < most; found++)
        {
            var ((first, second), often) = MostFrequent(lines);
            if (often < LeastOften)
            {
                yield break;
            }

            foreach (var (line, _) in lines)
            {
                Join(line, first, second);
            }

            yield return first + second;
        }
    }

    /// <summary>Each line once, without its indentation, with how often it is there.</summary>
    private static List<(List<string> Lexemes, long Count)> LinesOf(IEnumerable<string> texts)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var line in texts.SelectMany(text => text.Split('\n')).Select(line => line.TrimStart(' ')).Where(line => line.Length > 1 && Ascii.IsValid(line)))
        {
            counts[line] = counts.GetValueOrDefault(line) + 1;
        }

        return [.. counts.Select(count => (Lexemes.Of(count.Key).ToList(), count.Value))];
    }

    private static ((string First, string Second) Pair, long Count) MostFrequent(List<(List<string> Lexemes, long Count)> lines)
    {
        var counts = new Dictionary<(string, string), long>();
        foreach (var (lexemes, count) in lines)
        {
            for (var place = 1; place < lexemes.Count; place++)
            {
                var pair = (lexemes[place - 1], lexemes[place]);
                if (pair.Item1.Length + pair.Item2.Length <= Longest)
                {
                    counts[pair] = counts.GetValueOrDefault(pair) + count;
                }
            }
        }

        return counts.Select(count => (Pair: count.Key, Count: count.Value)).Append((Pair: ("", ""), Count: 0L))
            .OrderByDescending(item => item.Count).ThenBy(item => item.Pair.Item1, StringComparer.Ordinal).ThenBy(item => item.Pair.Item2, StringComparer.Ordinal).First();
    }

    private static void Join(List<string> lexemes, string first, string second)
    {
        for (var place = 0; place + 1 < lexemes.Count; place++)
        {
            if (lexemes[place] == first && lexemes[place + 1] == second)
            {
                lexemes[place] = first + second;
                lexemes.RemoveAt(place + 1);
            }
        }
    }
}
