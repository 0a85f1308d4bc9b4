namespace HpcVerify.Parser.Text;

/// <summary>The part of a declaration before its body, its initializer or its semicolon.</summary>
internal static class ModelResponseHead
{
    /// <summary>Where the head ends; negative where a blank line, a directive or what no declarator holds comes first.</summary>
    public static int End(string code, int start, int end, int maximumLines)
    {
        var depth = 0;
        var lines = 0;
        for (var index = start; index < end; index++)
        {
            switch (code[index])
            {
                case '(' or '[':
                    depth++;
                    break;
                case ')' or ']':
                    depth--;
                    break;
                case '\n' when ++lines > maximumLines || IsBlank(code, index + 1, end):
                    return -1;
                case '{' or ';' or '=' when depth == 0:
                    return index;
                case '{' or ';' or '`':
                    return -1;
                default:
                    if (depth == 0 && !IsOfDeclarator(code[index]))
                    {
                        return -1;
                    }

                    break;
            }

            if (depth < 0)
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>The end of the arguments that start here, if they do and go on over no blank line.</summary>
    public static int? EndOfArguments(string code, int start, int end, int maximumLines)
    {
        var depth = 0;
        var lines = 0;
        for (var index = start; index < end; index++)
        {
            depth += code[index] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return index > start ? index + 1 : null;
            }

            if (code[index] == '\n' && (++lines > maximumLines || IsBlank(code, index + 1, end)))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Whether a first line of mere words stands above a head that needs none of them.</summary>
    public static bool IsTitle(string code, int start, int stop, int end)
    {
        var newline = ModelResponseFences.EndOfLine(code, start, end);
        if (newline >= stop || code.AsSpan(start, newline - start).ContainsAny('(', '*', '_'))
        {
            return false;
        }

        var parenthesis = code.IndexOf('(', newline, stop - newline);
        var rest = parenthesis < 0 ? default : code.AsSpan(newline, parenthesis - newline).Trim();
        return rest.ContainsAny(' ', '*');
    }

    private static bool IsOfDeclarator(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '_' or '*' or ',' or ' ' or '\t' or '\r' or '\n';

    private static bool IsBlank(string code, int start, int end) =>
        code.AsSpan(start, ModelResponseFences.EndOfLine(code, start, end) - start).IsWhiteSpace();
}
