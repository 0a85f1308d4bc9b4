using System.Collections.Frozen;

namespace HpcVerify.Parser.Text;

internal enum ModelResponseItemKind
{
    Prose,
    Unclear,
    Code,
    Function,
    Cut,
}

/// <summary>
/// What starts at a place outside all braces: a sentence, a directive, a declaration, a function, or one that the text
/// ends inside of. The text has neither comments nor literals.
/// </summary>
internal readonly record struct ModelResponseItem(ModelResponseItemKind Kind, int End)
{
    private const int MaximumLines = 32;

    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        "auto", "bool", "char", "const", "double", "enum", "extern", "float", "inline", "int", "long", "register", "restrict",
        "short", "signed", "static", "struct", "typedef", "union", "unsigned", "void", "volatile", "FILE", "_Alignas", "_Atomic",
        "_Bool", "_Complex", "_Noreturn", "_Static_assert", "_Thread_local", "__attribute__", "__extension__", "__inline");

    private static readonly FrozenSet<string> Directives = FrozenSet.Create(
        "include", "define", "undef", "if", "ifdef", "ifndef", "elif", "else", "endif", "pragma", "error", "warning", "line");

    public static ModelResponseItem At(string code, int start, int end) => code[start] switch
    {
        '#' => Directive(code, start, end),
        '{' => Body(code, start, end, ModelResponseItemKind.Function),
        _ when IsWord(code[start]) && !char.IsAsciiDigit(code[start]) => Declaration(code, start, end),
        _ => Sentence(code, start, end),
    };

    private static ModelResponseItem Directive(string code, int start, int end)
    {
        if (!Directives.Contains(WordAt(code, ModelResponseFences.SkipIndent(code, start + 1, end), end)))
        {
            return Sentence(code, start, end);
        }

        var stop = ModelResponseFences.EndOfLine(code, start, end);
        while (stop < end && code.AsSpan(start, stop - start).TrimEnd('\r').EndsWith('\\'))
        {
            start = stop + 1;
            stop = ModelResponseFences.EndOfLine(code, start, end);
        }

        return new(ModelResponseItemKind.Code, stop);
    }

    private static ModelResponseItem Declaration(string code, int start, int end)
    {
        var first = WordAt(code, start, end);
        var isType = Words.Contains(first) || first.EndsWith("_t", StringComparison.Ordinal);
        var stop = ModelResponseHead.End(code, start, end, MaximumLines);
        if (stop < 0 || (!isType && ModelResponseHead.IsTitle(code, start, stop, end)))
        {
            return Sentence(code, start, end);
        }

        if (code[stop] == '{' && code[start..stop].Contains(')', StringComparison.Ordinal))
        {
            return Body(code, stop, end, ModelResponseItemKind.Function);
        }

        return isType ? ToSemicolon(code, stop, end) : new(ModelResponseItemKind.Unclear, ModelResponseFences.EndOfLine(code, start, end));
    }

    private static ModelResponseItem Body(string code, int start, int end, ModelResponseItemKind kind)
    {
        var depth = 0;
        for (var index = start; index < end; index++)
        {
            depth += code[index] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return new(kind, index + 1);
            }
        }

        return new(ModelResponseItemKind.Cut, end);
    }

    private static ModelResponseItem ToSemicolon(string code, int start, int end)
    {
        for (var index = start; index < end; index++)
        {
            if (code[index] == ';')
            {
                return new(ModelResponseItemKind.Code, index + 1);
            }

            if (code[index] == '{')
            {
                var body = Body(code, index, end, ModelResponseItemKind.Code);
                if (body.Kind == ModelResponseItemKind.Cut)
                {
                    return body;
                }

                index = body.End - 1;
            }
        }

        return new(ModelResponseItemKind.Cut, end);
    }

    /// <summary>A line that only might be C, such as the use of a macro, does not part the code around it.</summary>
    private static ModelResponseItem Sentence(string code, int start, int end)
    {
        var stop = ModelResponseFences.EndOfLine(code, start, end);
        var line = code.AsSpan(start, stop - start).TrimEnd();
        var word = WordAt(code, start, stop);
        if (word.Length > 0 && ModelResponseHead.EndOfArguments(code, start + word.Length, end, MaximumLines) is { } use)
        {
            return new(ModelResponseItemKind.Unclear, use);
        }

        var isMacro = word.Length == line.Length && word.Contains('_', StringComparison.Ordinal);
        var isPart = line.Length > 0 && line[^1] is ';' or '}' or '=' or '(' or '\\';
        return new(isMacro || isPart || Words.Contains(word) ? ModelResponseItemKind.Unclear : ModelResponseItemKind.Prose, stop);
    }

    private static string WordAt(string code, int start, int end)
    {
        var stop = start;
        while (stop < end && IsWord(code[stop]))
        {
            stop++;
        }

        return code[start..stop];
    }

    private static bool IsWord(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';
}
