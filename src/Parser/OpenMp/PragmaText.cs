using System.Collections.Immutable;
using System.Text;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.OpenMp;

/// <summary>
/// The words of one pragma with the places they came from: a stretch of the file itself, the characters of a string
/// literal, or a macro's words with an invocation's arguments in them.
/// </summary>
internal sealed class PragmaText
{
    private readonly ImmutableArray<int> _origins;

    private PragmaText(string code, ImmutableArray<int> origins, ImmutableArray<CToken> tokens, TextSpan span)
    {
        Code = code;
        _origins = origins;
        Tokens = tokens;
        Span = span;
    }

    /// <summary>What the spans of <see cref="Tokens"/> index.</summary>
    public string Code { get; }

    public ImmutableArray<CToken> Tokens { get; }

    /// <summary>The original bytes of the whole pragma.</summary>
    public TextSpan Span { get; }

    public string Spelling => CTokens.Spell(Tokens, 0, Tokens.Length);

    /// <summary>The tokens after <c>#pragma</c>, or the argument of a pragma macro.</summary>
    public static PragmaText FromFile(string code, ImmutableArray<CToken> tokens, TextSpan span) =>
        new(code, [], tokens, span);

    /// <summary>The string literals in <c>_Pragma("…")</c>, without quotes and escapes (C17 6.10.9).</summary>
    public static PragmaText FromLiterals(string code, IEnumerable<CToken> literals, TextSpan span)
    {
        var text = new StringBuilder();
        var origins = ImmutableArray.CreateBuilder<int>();
        foreach (var literal in literals)
        {
            var start = code.IndexOf('"', literal.Span.Start) + 1;
            Decode(code, start, literal.Span.End - (literal.IsTerminated ? 1 : 0), text, origins);
        }

        return new(text.ToString(), origins.ToImmutable(), CLexer.Lex(text.ToString()), span);
    }

    /// <summary>The given words, each with the original bytes that answer for it; a copy keeps its exact place.</summary>
    public static PragmaText FromPieces(IEnumerable<(string Words, int Origin, bool IsCopy)> pieces, TextSpan span)
    {
        var text = new StringBuilder();
        var origins = ImmutableArray.CreateBuilder<int>();
        foreach (var (words, origin, isCopy) in pieces)
        {
            text.Append(words).Append(' ');
            origins.AddRange(Enumerable.Range(0, words.Length + 1).Select(index => isCopy ? origin + index : origin));
        }

        return new(text.ToString(), origins.ToImmutable(), CLexer.Lex(text.ToString()), span);
    }

    /// <summary>The original bytes behind a stretch of the words, and whether they are the same bytes.</summary>
    public (TextSpan Origin, bool IsCopy) Origin(TextSpan words)
    {
        if (_origins.IsEmpty || words.Length == 0)
        {
            return (words.Length == 0 ? new(Span.Start, 0) : words, words.Length > 0);
        }

        var origin = TextSpan.FromBounds(_origins[words.Start], _origins[words.End - 1] + 1);
        return (origin, origin.Length == words.Length && words.Length > 0 && IsRun(words));
    }

    private bool IsRun(TextSpan words)
    {
        for (var index = words.Start + 1; index < words.End; index++)
        {
            if (_origins[index] != _origins[index - 1] + 1)
            {
                return false;
            }
        }

        return true;
    }

    private static void Decode(string code, int start, int end, StringBuilder text, ImmutableArray<int>.Builder origins)
    {
        for (var offset = start; offset < end; offset++)
        {
            var splice = SplicedText.SpliceLength(code, offset);
            if (splice > 0)
            {
                offset += splice - 1;
                continue;
            }

            if (code[offset] == '\\' && offset + 1 < end && code[offset + 1] is '"' or '\\')
            {
                offset++;
            }

            origins.Add(offset);
            text.Append(code[offset]);
        }
    }
}
