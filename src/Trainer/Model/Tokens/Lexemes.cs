namespace HpcVerify.Trainer.Model.Tokens;

/// <summary>
/// Cuts bytes into what a vocabulary may have a token for: words, numbers and runs of punctuation, each with the one space before it, and line
/// ends with the indentation after them. Nothing is left out, and text that is no C is cut all the same.
/// </summary>
/// <remarks>Bytes are held as characters of the same number, so that lexemes can be compared as strings.</remarks>
internal static class Lexemes
{
    private const int LongestRunOfPunctuation = 6;

    private enum Kind
    {
        Word,
        Punctuation,
        Other,
    }

    /// <summary>All lexemes of a text, in their order.</summary>
    public static IEnumerable<string> Of(string bytes)
    {
        for (var begin = 0; begin < bytes.Length;)
        {
            var length = First(bytes.AsSpan(begin));
            yield return bytes.Substring(begin, length);
            begin += length;
        }
    }

    /// <summary>The length of the lexeme that a text begins with; the text is not empty.</summary>
    public static int First(ReadOnlySpan<char> text)
    {
        if (text[0] == '\n')
        {
            return 1 + Leading(text[1..], character => character is ' ' or '\t');
        }

        if (text[0] != ' ')
        {
            return Visible(text);
        }

        // All but the last space of a gap are a lexeme; the last belongs to what it precedes.
        var gap = Leading(text, character => character == ' ');
        var isBeforeText = gap < text.Length && KindOf(text[gap]) != Kind.Other;
        return !isBeforeText ? gap : gap > 1 ? gap - 1 : 1 + Visible(text[1..]);
    }

    private static int Visible(ReadOnlySpan<char> text) => KindOf(text[0]) switch
    {
        Kind.Word when char.IsAsciiDigit(text[0]) => Leading(text, character => KindOf(character) == Kind.Word || character == '.'),
        Kind.Word => Leading(text, character => KindOf(character) == Kind.Word),
        Kind.Punctuation => Math.Min(LongestRunOfPunctuation, Leading(text, character => KindOf(character) == Kind.Punctuation)),
        _ => 1,
    };

    private static int Leading(ReadOnlySpan<char> text, Func<char, bool> belongs)
    {
        var length = 0;
        while (length < text.Length && belongs(text[length]))
        {
            length++;
        }

        return length;
    }

    private static Kind KindOf(char character) =>
        char.IsAsciiLetterOrDigit(character) || character == '_' ? Kind.Word
        : char.IsAscii(character) && !char.IsControl(character) && character != ' ' ? Kind.Punctuation
        : Kind.Other;
}
