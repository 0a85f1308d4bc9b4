using System.Buffers;
using System.Collections.Immutable;

namespace HpcVerify.Parser.Text;

/// <summary>
/// Splits C source into preprocessing tokens as a gnu17 compiler does: no trigraphs, <c>$</c> and UTF-8 in names.
/// Any bytes at all are accepted; what is cut off is marked so.
/// </summary>
public sealed class CLexer
{
    private const char FirstNonAscii = '\u0080';
    private const string ByteOrderMark = "\u00EF\u00BB\u00BF";

    private static readonly SearchValues<char> NameParts = SearchValues.Create(
        [.. Enumerable.Range(0, 1 + byte.MaxValue).Select(value => (char)value).Where(IsNamePart)]);

    private readonly SplicedText _spliced;
    private readonly string _text;
    private readonly ImmutableArray<CToken>.Builder _tokens;
    private int _position;
    private bool _startsLine = true;
    private bool _hasSpaceBefore;

    private CLexer(string code)
    {
        _spliced = SplicedText.From(code);
        _text = _spliced.Text;
        _tokens = ImmutableArray.CreateBuilder<CToken>((code.Length / 4) + 1);
        _position = code.StartsWith(ByteOrderMark, StringComparison.Ordinal) ? ByteOrderMark.Length : 0;
    }

    public static ImmutableArray<CToken> Lex(SourceText source) => Lex(source.Code);

    internal static ImmutableArray<CToken> Lex(string code)
    {
        var lexer = new CLexer(code);
        while (lexer._position < lexer._text.Length)
        {
            lexer.Next();
        }

        return lexer._tokens.DrainToImmutable();
    }

    private char Current => At(_position);

    private char At(int index) => index < _text.Length ? _text[index] : '\0';

    private void Next()
    {
        switch (Current)
        {
            case '\n':
                _position++;
                _startsLine = true;
                _hasSpaceBefore = true;
                break;
            case ' ' or '\t' or '\r' or '\v' or '\f':
                _position++;
                _hasSpaceBefore = true;
                break;
            case '/' when At(_position + 1) == '/':
                SkipTo(_text.IndexOf('\n', _position));
                break;
            case '/' when At(_position + 1) == '*':
                SkipComment();
                break;
            default:
                Token();
                break;
        }
    }

    private void SkipTo(int end)
    {
        _position = end < 0 ? _text.Length : end;
        _hasSpaceBefore = true;
    }

    private void SkipComment()
    {
        var end = _text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            Add(CTokenKind.Comment, _text.Length, isTerminated: false);
            return;
        }

        SkipTo(end + 2);
    }

    private void Token()
    {
        var current = Current;
        if (IsDigit(current) || (current == '.' && IsDigit(At(_position + 1))))
        {
            Add(CTokenKind.Number, EndOfNumber());
        }
        else if (current is '"' or '\'')
        {
            Literal(_position);
        }
        else if (NamePartLength(_position) is var length and > 0)
        {
            Name(_position + length);
        }
        else if (current == '<' && FollowsInclude() && EndOfHeader('>') is var end and > 0)
        {
            Add(CTokenKind.HeaderName, end);
        }
        else
        {
            Punctuator();
        }
    }

    private void Punctuator()
    {
        var (written, meant) = Punctuators.At(_text, _position);
        if (written is null)
        {
            Add(CTokenKind.Other, _position + 1);
            return;
        }

        Add(CTokenKind.Punctuator, meant, _position + written.Length, isTerminated: true);
    }

    /// <summary>A name, or the prefix of a literal. <c>R</c> counts as one: gcc reads raw strings in gnu17.</summary>
    private void Name(int end)
    {
        do
        {
            var length = _text.AsSpan(end).IndexOfAnyExcept(NameParts);
            end = length < 0 ? _text.Length : end + length;
            end += UniversalNameLength(end);
        }
        while (NamePartLength(end) > 0);

        var prefix = _text.AsSpan(_position, end - _position);
        var isLiteral = At(end) switch
        {
            '"' => prefix is "L" or "u" or "U" or "u8" or "R" or "LR" or "uR" or "UR" or "u8R",
            '\'' => prefix is "L" or "u" or "U",
            _ => false,
        };
        if (isLiteral)
        {
            Literal(end);
            return;
        }

        Add(CTokenKind.Identifier, end);
    }

    private void Literal(int quote)
    {
        var mark = _text[quote];
        if (mark == '"' && quote == _position && FollowsInclude() && EndOfHeader('"') is var header and > 0)
        {
            Add(CTokenKind.HeaderName, header);
            return;
        }

        var kind = mark == '"' ? CTokenKind.String : CTokenKind.Character;
        for (var end = quote + 1; end < _text.Length && _text[end] != '\n'; end++)
        {
            if (_text[end] == mark)
            {
                Add(kind, end + 1);
                return;
            }

            if (_text[end] == '\\' && At(end + 1) != '\n')
            {
                end++;
            }
        }

        var lineEnd = _text.IndexOf('\n', quote);
        Add(kind, lineEnd < 0 ? _text.Length : lineEnd, isTerminated: false);
    }

    private int EndOfHeader(char close)
    {
        var end = _text.AsSpan(_position + 1).IndexOfAny(close, '\n') + _position + 1;
        return end > _position && At(end) == close ? end + 1 : 0;
    }

    private bool FollowsInclude() =>
        _tokens.Count >= 2
        && !_startsLine
        && _tokens[^2].StartsDirective
        && _tokens[^1].Text is "include" or "include_next" or "import" or "embed";

    /// <summary>C17 6.4.8: digits, letters, dots, and a sign right after an exponent letter.</summary>
    private int EndOfNumber()
    {
        var end = _position + 1;
        while (true)
        {
            if (At(end) is '+' or '-' && _text[end - 1] is 'e' or 'E' or 'p' or 'P' || At(end) == '.')
            {
                end++;
            }
            else if (NamePartLength(end) is var length and > 0)
            {
                end += length;
            }
            else
            {
                return end;
            }
        }
    }

    private int NamePartLength(int index) => IsNamePart(At(index)) ? 1 : UniversalNameLength(index);

    private static bool IsNamePart(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '_' or '$' or >= FirstNonAscii;

    /// <summary><c>\u</c> and four hexadecimal digits, or <c>\U</c> and eight (C17 6.4.3).</summary>
    private int UniversalNameLength(int index)
    {
        var digits = At(index) != '\\' ? 0 : At(index + 1) switch { 'u' => 4, 'U' => 8, _ => 0 };
        for (var digit = 0; digit < digits; digit++)
        {
            if (!char.IsAsciiHexDigit(At(index + 2 + digit)))
            {
                return 0;
            }
        }

        return digits > 0 ? digits + 2 : 0;
    }

    private static bool IsDigit(char character) => character is >= '0' and <= '9';

    private void Add(CTokenKind kind, int end, bool isTerminated = true) =>
        Add(kind, _text[_position..end], end, isTerminated);

    private void Add(CTokenKind kind, string text, int end, bool isTerminated)
    {
        _tokens.Add(new(kind, text, _spliced.Origin(_position, end), _startsLine, _hasSpaceBefore, isTerminated));
        _position = end;
        _startsLine = false;
        _hasSpaceBefore = false;
    }
}
