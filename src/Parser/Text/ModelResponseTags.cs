namespace HpcVerify.Parser.Text;

/// <summary>
/// The tags some models put around code: <c>[CODE]</c>, <c>&lt;code&gt;</c> and <c>&lt;answer&gt;</c>. An opening tag that
/// could be C counts only with a closing one, or as the first word of its line.
/// </summary>
internal static class ModelResponseTags
{
    private const int MaximumLength = 64;
    private static readonly string[] Names = ["[code", "<code", "<answer"];

    private readonly record struct Tag(TextSpan Span, string Name, bool IsClosing);

    /// <summary>The tags themselves, and what is between an opening tag and the closing one that comes next.</summary>
    public static (List<TextSpan> Tags, List<TextSpan> Contents) In(string code, List<TextSpan> literals)
    {
        var spans = new List<TextSpan>();
        var contents = new List<TextSpan>();
        Tag? opened = null;
        foreach (var tag in Tags(code, literals))
        {
            if (!tag.IsClosing)
            {
                opened = tag;
                if (IsFirstOfLine(code, tag.Span.Start))
                {
                    spans.Add(tag.Span);
                }

                continue;
            }

            if (opened is { } opening && opening.Name == tag.Name)
            {
                spans.Add(opening.Span);
                contents.Add(TextSpan.FromBounds(opening.Span.End, tag.Span.Start));
            }

            spans.Add(tag.Span);
            opened = null;
        }

        return (spans, contents);
    }

    private static IEnumerable<Tag> Tags(string code, List<TextSpan> literals)
    {
        for (var index = Next(code, 0); index >= 0; index = Next(code, index + 1))
        {
            if (TagAt(code, index) is { } tag && !ModelResponseLiterals.Cover(literals, index))
            {
                yield return tag;
            }
        }
    }

    private static int Next(string code, int from)
    {
        var found = code.AsSpan(from).IndexOfAny('[', '<');
        return found < 0 ? -1 : from + found;
    }

    private static Tag? TagAt(string code, int start)
    {
        var isClosing = start + 1 < code.Length && code[start + 1] == '/';
        var word = code.AsSpan(start + (isClosing ? 2 : 1));
        foreach (var name in Names)
        {
            if (code[start] == name[0] && word.StartsWith(name.AsSpan(1), StringComparison.OrdinalIgnoreCase))
            {
                var rest = word[(name.Length - 1)..];
                var length = LengthToEnd(rest, name[0] == '[' ? ']' : '>', mayHaveAttributes: !isClosing && name[0] == '<');
                var head = code.Length - rest.Length - start;
                return length < 0 ? null : new(new(start, head + length), name, isClosing);
            }
        }

        return null;
    }

    private static int LengthToEnd(ReadOnlySpan<char> rest, char end, bool mayHaveAttributes)
    {
        if (rest.StartsWith([end]))
        {
            return 1;
        }

        var found = rest[..Math.Min(rest.Length, MaximumLength)].IndexOfAny(end, '\n');
        return mayHaveAttributes && rest.StartsWith(" ") && found > 0 && rest[found] == end && rest[..found].Contains('=') ? found + 1 : -1;
    }

    private static bool IsFirstOfLine(string code, int index)
    {
        var line = code.AsSpan(0, index);
        return line[(line.LastIndexOf('\n') + 1)..].IsWhiteSpace();
    }
}
