using System.Text.RegularExpressions;

namespace HpcVerify.Server.Formats;

/// <summary>Text that a tokenizer gave back with the marks of its chat template in it.</summary>
internal static partial class DecodedText
{
    /// <summary>The least of a shortened prompt that is taken for one: fewer characters could begin a response by chance.</summary>
    private const int LeastOverlap = 32;

    /// <summary>What follows the prompt; null where the text does not begin with it, so that nobody is paid for code that the prompt shows.</summary>
    /// <param name="query">Prompt and response together. A tokenizer may have put marks before them, and a trainer may have cut the prompt's beginning off.</param>
    public static string? ResponseOf(string query, string prompt)
    {
        var whole = query.AsSpan(MarksBefore(query));
        var asked = prompt.AsSpan(MarksBefore(prompt));
        return query.StartsWith(prompt, StringComparison.Ordinal) ? WithoutMarks(query[prompt.Length..])
            : whole.StartsWith(asked, StringComparison.Ordinal) ? WithoutMarks(whole[asked.Length..].ToString())
            : Overlap(asked, whole) is var overlap and >= LeastOverlap ? WithoutMarks(whole[overlap..].ToString())
            : null;
    }

    /// <summary>The text without the marks and blanks at its end.</summary>
    public static string WithoutMarks(string text) => EndMarks().Replace(text, "");

    private static int MarksBefore(string text) => BeginMarks().Match(text).Length;

    /// <summary>The length of the longest end of one text that the other begins with (Knuth, Morris and Pratt).</summary>
    private static int Overlap(ReadOnlySpan<char> text, ReadOnlySpan<char> start)
    {
        var borders = new int[start.Length];
        for (int position = 1, length = 0; position < start.Length; position++)
        {
            while (length > 0 && start[position] != start[length])
            {
                length = borders[length - 1];
            }

            borders[position] = length += start[position] == start[length] ? 1 : 0;
        }

        var matched = 0;
        foreach (var character in text)
        {
            while (matched > 0 && (matched == start.Length || character != start[matched]))
            {
                matched = borders[matched - 1];
            }

            matched += matched < start.Length && character == start[matched] ? 1 : 0;
        }

        return matched;
    }

    private const string Mark = """(?:<\|[^|<>\s]{1,40}\|>|<｜[^｜<>]{1,40}｜>|</?s>|<(?:bos|eos|pad|unk|end_of_turn|start_of_turn)>|\[(?:PAD|EOS|BOS)\])""";

    [GeneratedRegex($@"\A(?:\s*{Mark})*\s*", RegexOptions.CultureInvariant)]
    private static partial Regex BeginMarks();

    [GeneratedRegex($@"(?:{Mark}\s*)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex EndMarks();
}
