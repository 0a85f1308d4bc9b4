namespace HpcVerify.Parser.Text;

/// <summary>What kind of preprocessing token a piece of text is (C17 6.4).</summary>
public enum CTokenKind
{
    Identifier,
    Number,
    Character,
    String,

    /// <summary>What follows <c>#include</c>, with its brackets or quotes.</summary>
    HeaderName,
    Punctuator,

    /// <summary>A comment that the end of the file cuts off; whole comments are not tokens.</summary>
    Comment,

    /// <summary>A character no other token can begin with.</summary>
    Other,
}

/// <summary>
/// One preprocessing token: its text without line splices, a digraph as the punctuator it stands for, and the bytes it
/// was read from. <paramref name="StartsLine"/> marks the first token of a logical line.
/// </summary>
public readonly record struct CToken(
    CTokenKind Kind, string Text, TextSpan Span, bool StartsLine, bool HasSpaceBefore, bool IsTerminated)
{
    /// <summary>Whether a preprocessing directive begins here (C17 6.10).</summary>
    public bool StartsDirective => StartsLine && IsPunctuator("#");

    public bool IsIdentifier(string name) => Kind == CTokenKind.Identifier && Text == name;

    public bool IsPunctuator(string text) => Kind == CTokenKind.Punctuator && Text == text;
}
