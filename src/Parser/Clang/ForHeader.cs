namespace HpcVerify.Parser.Clang;

/// <summary>Which of the three parts of a <c>for</c> header are written.</summary>
internal sealed record ForHeader(bool HasInitial, bool HasCondition, bool HasUpdate)
{
    public static readonly ForHeader Full = new(true, true, true);

    public int Count => (HasInitial ? 1 : 0) + (HasCondition ? 1 : 0) + (HasUpdate ? 1 : 0);

    /// <summary>Reads the header of the <c>for</c> at an offset; null when there is no whole header there.</summary>
    public static ForHeader? PartsAt(string code, int offset)
    {
        if (offset < 0 || string.CompareOrdinal(code, offset, "for", 0, 3) != 0)
        {
            return null;
        }

        var parts = new bool[3];
        var part = 0;
        var depth = 0;
        for (var index = offset + 3; index < code.Length; index++)
        {
            var skipped = SkipCommentOrLiteral(code, index);
            if (skipped > index)
            {
                parts[part] |= depth > 0 && code[index] is '"' or '\'';
                index = skipped - 1;
                continue;
            }

            switch (code[index])
            {
                case '(' or '[' or '{':
                    parts[part] |= depth > 0;
                    depth++;
                    break;
                case ')' or ']' or '}':
                    if (--depth == 0)
                    {
                        return part == 2 ? new(parts[0], parts[1], parts[2]) : null;
                    }

                    break;
                case ';' when depth == 1:
                    if (++part > 2)
                    {
                        return null;
                    }

                    break;
                case var character when !char.IsWhiteSpace(character) && character != '\\':
                    parts[part] |= depth > 0;
                    break;
            }
        }

        return null;
    }

    private static int SkipCommentOrLiteral(string code, int index)
    {
        if (string.CompareOrdinal(code, index, "//", 0, 2) == 0)
        {
            var end = code.IndexOf('\n', index);
            return end < 0 ? code.Length : end;
        }

        if (string.CompareOrdinal(code, index, "/*", 0, 2) == 0)
        {
            var end = code.IndexOf("*/", index + 2, StringComparison.Ordinal);
            return end < 0 ? code.Length : end + 2;
        }

        if (code[index] is not ('"' or '\''))
        {
            return index;
        }

        var quote = code[index];
        var next = index + 1;
        while (next < code.Length && code[next] != quote)
        {
            next += code[next] == '\\' ? 2 : 1;
        }

        return Math.Min(next + 1, code.Length);
    }
}
