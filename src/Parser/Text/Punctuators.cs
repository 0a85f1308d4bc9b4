namespace HpcVerify.Parser.Text;

/// <summary>The punctuators of C (C17 6.4.6), by first character and longest first.</summary>
internal static class Punctuators
{
    private const int AsciiCount = 128;

    private static readonly Spelling[][] ByFirstCharacter = Table();

    /// <summary>The longest punctuator at an offset; an empty spelling where there is none.</summary>
    public static Spelling At(string text, int offset)
    {
        var first = text[offset];
        if (first >= AsciiCount)
        {
            return default;
        }

        foreach (var spelling in ByFirstCharacter[first])
        {
            if (spelling.Written.Length == 1 || text.AsSpan(offset).StartsWith(spelling.Written))
            {
                return spelling;
            }
        }

        return default;
    }

    private static Spelling[][] Table()
    {
        string[] plain =
        [
            "[", "]", "(", ")", "{", "}", ".", "->", "++", "--", "&", "*", "+", "-", "~", "!", "/", "%", "<<", ">>", "<",
            ">", "<=", ">=", "==", "!=", "^", "|", "&&", "||", "?", ":", ";", "...", "=", "*=", "/=", "%=", "+=", "-=",
            "<<=", ">>=", "&=", "^=", "|=", ",", "#", "##",
        ];
        Spelling[] digraphs = [new("<:", "["), new(":>", "]"), new("<%", "{"), new("%>", "}"), new("%:", "#"), new("%:%:", "##")];
        var all = plain.Select(text => new Spelling(text, text)).Concat(digraphs).ToLookup(spelling => spelling.Written[0]);
        return
        [
            .. Enumerable.Range(0, AsciiCount)
                .Select(first => all[(char)first].OrderByDescending(spelling => spelling.Written.Length).ToArray()),
        ];
    }

    /// <summary>A punctuator as written and as meant: a digraph means another punctuator.</summary>
    public readonly record struct Spelling(string Written, string Meant);
}
