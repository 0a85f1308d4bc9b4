namespace HpcVerify.Parser.Text;

/// <summary>A fenced block: its info string, the span of its content, and whether a closing fence was found.</summary>
internal sealed record ModelResponseFence(TextSpan Line, string Language, TextSpan Content, bool IsClosed);

/// <summary>The fenced code blocks of a Markdown text, found by the rules of CommonMark 0.31, section 4.5.</summary>
internal static class ModelResponseFences
{
    private const int MinimumLength = 3;
    private const int MaximumIndent = 3;

    /// <summary>A line that could open or close a block.</summary>
    private readonly record struct Marker(TextSpan Line, char Character, int Length, string Info)
    {
        public bool CanOpen => Character != '`' || !Info.Contains('`', StringComparison.Ordinal);

        public bool Closes(Marker opening) => Character == opening.Character && Length >= opening.Length && Info.Length == 0;
    }

    /// <summary>The lines that open or close a block in some reading, without regard to which.</summary>
    public static IEnumerable<TextSpan> Lines(string code, TextSpan range) =>
        Markers(code, range).Where(marker => marker.CanOpen).Select(marker => marker.Line);

    public static IEnumerable<ModelResponseFence> Blocks(string code, TextSpan range)
    {
        Marker? opening = null;
        foreach (var marker in Markers(code, range))
        {
            if (opening is not { } open)
            {
                opening = marker.CanOpen ? marker : null;
            }
            else if (marker.Closes(open))
            {
                yield return Block(code, open, marker.Line.Start, true);
                opening = null;
            }
        }

        if (opening is { } unclosed)
        {
            yield return Block(code, unclosed, range.End, false);
        }
    }

    private static ModelResponseFence Block(string code, Marker opening, int end, bool isClosed)
    {
        var start = Math.Min(opening.Line.End + (opening.Line.End < code.Length ? 1 : 0), end);
        return new(opening.Line, opening.Info.Split(' ', '\t', '{', ',')[0], TextSpan.FromBounds(start, end), isClosed);
    }

    private static IEnumerable<Marker> Markers(string code, TextSpan range)
    {
        for (var start = range.Start; start < range.End;)
        {
            var newline = code.IndexOf('\n', start, range.End - start);
            var end = newline < 0 ? range.End : newline;
            if (MarkerIn(code, start, end) is { } marker)
            {
                yield return marker;
            }

            start = end + 1;
        }
    }

    private static Marker? MarkerIn(string code, int start, int end)
    {
        var first = start;
        while (first < end && code[first] == ' ')
        {
            first++;
        }

        if (first - start > MaximumIndent || first >= end || code[first] is not ('`' or '~'))
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
            : new(TextSpan.FromBounds(start, end), code[first], last - first, code[last..end].Trim());
    }
}
