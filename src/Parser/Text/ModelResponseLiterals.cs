namespace HpcVerify.Parser.Text;

/// <summary>
/// The comments, strings and character constants of a text read as C. The text may be prose as well: what is never
/// closed (an apostrophe, a lone <c>/*</c>) is an ordinary character.
/// </summary>
internal static class ModelResponseLiterals
{
    /// <summary>The spans in order. Each character is looked at a bounded number of times, whatever the text.</summary>
    public static List<TextSpan> In(string code, TextSpan range)
    {
        var spans = new List<TextSpan>();
        var commentsEnd = range.Start + code.AsSpan(range.Start, range.Length).LastIndexOf("*/", StringComparison.Ordinal);
        var quotesFrom = range.Start;
        var index = range.Start;
        while (index < range.End)
        {
            var end = code[index] switch
            {
                '/' when Next(code, index, range) == '/' => EndOfLine(code, index, range),
                '/' when Next(code, index, range) == '*' && commentsEnd > index + 1 => EndOfComment(code, index, range),
                '"' or '\'' when index >= quotesFrom => EndOfLiteral(code, index, range),
                _ => index + 1,
            };
            if (end <= index)
            {
                quotesFrom = EndOfLine(code, index, range);
                end = index + 1;
            }
            else if (end > index + 1)
            {
                spans.Add(TextSpan.FromBounds(index, end));
            }

            index = end;
        }

        return spans;
    }

    /// <summary>Whether an offset is inside one of the spans, which are in order.</summary>
    public static bool Cover(List<TextSpan> literals, int offset)
    {
        var found = literals.BinarySearch(new(offset, int.MaxValue));
        var before = found < 0 ? ~found - 1 : found;
        return before >= 0 && literals[before].Contains(offset);
    }

    /// <summary>Where the comment starts that the range does not close; negative without one.</summary>
    public static int UnclosedComment(string code, TextSpan range)
    {
        var position = range.Start;
        foreach (var literal in In(code, range).Append(new(range.End, 0)))
        {
            var opening = code.IndexOf("/*", position, literal.Start - position, StringComparison.Ordinal);
            if (opening >= 0)
            {
                return opening;
            }

            position = literal.End;
        }

        return -1;
    }

    private static char Next(string code, int index, TextSpan range) => index + 1 < range.End ? code[index + 1] : '\0';

    /// <summary>A line ends at its newline unless a backslash splices the next one to it (C17 5.1.1.2).</summary>
    private static int EndOfLine(string code, int start, TextSpan range)
    {
        var index = start;
        while (true)
        {
            index = code.IndexOf('\n', index, range.End - index);
            if (index < 0)
            {
                return range.End;
            }

            var last = index > start && code[index - 1] == '\r' ? index - 2 : index - 1;
            if (last < start || code[last] != '\\')
            {
                return index;
            }

            index++;
        }
    }

    private static int EndOfComment(string code, int start, TextSpan range)
    {
        var end = code.IndexOf("*/", start + 2, range.End - start - 2, StringComparison.Ordinal);
        return end < 0 ? start + 1 : end + 2;
    }

    /// <summary>The end of the literal; its own start when the line ends first, which makes it no literal.</summary>
    private static int EndOfLiteral(string code, int start, TextSpan range)
    {
        var quote = code[start];
        for (var index = start + 1; index < range.End && code[index] != '\n'; index++)
        {
            if (code[index] == quote)
            {
                return index + 1;
            }

            if (code[index] == '\\')
            {
                index += code.AsSpan(index + 1).StartsWith("\r\n") ? 2 : 1;
            }
        }

        return start;
    }
}
