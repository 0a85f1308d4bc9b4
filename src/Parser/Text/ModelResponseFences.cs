namespace HpcVerify.Parser.Text;

/// <summary>A fenced block: its info string, the span of its content, and whether a closing fence was found.</summary>
internal sealed record ModelResponseFence(TextSpan Line, string Language, TextSpan Content, bool IsClosed)
{
    public bool IsMarkdown => IsMarkdownName(Language);

    public static bool IsMarkdownName(string language) =>
        language.Equals("markdown", StringComparison.OrdinalIgnoreCase) || language.Equals("md", StringComparison.OrdinalIgnoreCase);
}

/// <summary>
/// The fenced code blocks of a Markdown text, found by the rules of CommonMark 0.31, section 4.5, but for what models
/// write in spite of them: any indent opens a block, a fence in a C comment closes none, and one may end a line of code.
/// </summary>
internal static class ModelResponseFences
{
    private const int MinimumLength = 3;

    /// <summary>A run of fence characters that could open or close a block; one that ends a line of code opens none.</summary>
    private readonly record struct Marker(TextSpan Line, char Character, int Length, string Info, bool EndsCode)
    {
        public string Language => Info.Split(' ', '\t', '{', ',')[0];

        public bool CanOpen => !EndsCode && (Character == '`' ? !Info.Contains('`', StringComparison.Ordinal) : !Language.Contains(';', StringComparison.Ordinal));

        public bool Closes(Marker opening) =>
            Character == opening.Character && Length >= opening.Length && Info.Length == 0
            && !(EndsCode && ModelResponseFence.IsMarkdownName(opening.Language));
    }

    /// <summary>The lines that open or close a block in some reading, without regard to which.</summary>
    public static IEnumerable<TextSpan> Lines(string code, TextSpan range) =>
        Markers(code, range).Where(marker => marker.CanOpen).Select(marker => marker.Line);

    public static IEnumerable<ModelResponseFence> Blocks(string code, TextSpan range)
    {
        Marker? opening = null;
        var readFrom = range.Start;
        foreach (var marker in Markers(code, range))
        {
            if (opening is not { } open)
            {
                opening = marker.CanOpen ? marker : null;
                readFrom = Math.Min(marker.Line.End + 1, range.End);
            }
            else if (marker.Line.Start >= readFrom && marker.Closes(open))
            {
                if (!ModelResponseFence.IsMarkdownName(open.Language)
                    && CommentAround(code, TextSpan.FromBounds(readFrom, marker.Line.Start), range.End) is { } commentEnd)
                {
                    readFrom = commentEnd;
                    continue;
                }

                yield return Block(code, open, marker.Line.Start, true);
                opening = null;
            }
        }

        if (opening is { } unclosed)
        {
            yield return Block(code, unclosed, range.End, false);
        }
    }

    public static bool IsMarker(string code, int start, int end) => MarkerIn(code, start, end) is { CanOpen: true };

    public static int EndOfLine(string code, int start, int end)
    {
        var newline = code.IndexOf('\n', start, end - start);
        return newline < 0 ? end : newline;
    }

    public static int SkipIndent(string code, int start, int end)
    {
        while (start < end && code[start] is ' ' or '\t')
        {
            start++;
        }

        return start;
    }

    /// <summary>
    /// The end of the comment that is still open where the code stops. One that meets another opening first was never
    /// meant to go on beyond the block.
    /// </summary>
    private static int? CommentAround(string code, TextSpan before, int end)
    {
        if (ModelResponseLiterals.UnclosedComment(code, before) < 0)
        {
            return null;
        }

        for (var index = code.IndexOf('*', before.End, end - before.End); index >= 0; index = code.IndexOf('*', index + 1, end - index - 1))
        {
            if (index + 1 < end && code[index + 1] == '/')
            {
                return index + 2;
            }

            if (code[index - 1] == '/')
            {
                return null;
            }
        }

        return null;
    }

    private static ModelResponseFence Block(string code, Marker opening, int end, bool isClosed)
    {
        var start = Math.Min(opening.Line.End + (opening.Line.End < code.Length ? 1 : 0), end);
        return new(opening.Line, opening.Language, TextSpan.FromBounds(start, end), isClosed);
    }

    private static IEnumerable<Marker> Markers(string code, TextSpan range)
    {
        for (var start = range.Start; start < range.End;)
        {
            var end = EndOfLine(code, start, range.End);
            if ((MarkerIn(code, start, end) ?? MarkerAfterCode(code, start, end)) is { } marker)
            {
                yield return marker;
            }

            start = end + 1;
        }
    }

    private static Marker? MarkerIn(string code, int start, int end)
    {
        var first = SkipIndent(code, start, end);
        if (first >= end || code[first] is not ('`' or '~'))
        {
            return null;
        }

        var last = first;
        while (last < end && code[last] == code[first])
        {
            last++;
        }

        return last - first < MinimumLength
            ? null
            : new(TextSpan.FromBounds(start, end), code[first], last - first, code[last..end].Trim(), EndsCode: false);
    }

    private static Marker? MarkerAfterCode(string code, int start, int end)
    {
        var line = code.AsSpan(start, end - start).TrimEnd();
        var length = line.Length - line.TrimEnd('`').Length;
        var first = start + line.Length - length;
        return length < MinimumLength || line[..^length].Contains('`')
            || ModelResponseLiterals.In(code, TextSpan.FromBounds(start, start + line.Length)).Exists(literal => literal.Contains(first))
            ? null
            : new(TextSpan.FromBounds(first, end), '`', length, "", EndsCode: true);
    }
}
