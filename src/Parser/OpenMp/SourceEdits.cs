using System.Collections.Immutable;
using System.Text;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.OpenMp;

/// <summary>Builds a rewritten file from left to right: kept bytes are copied, replaced ones are remembered.</summary>
internal sealed class SourceEdits(string original)
{
    private readonly StringBuilder _code = new(original.Length * 2);
    private readonly ImmutableArray<OffsetPiece>.Builder _pieces = ImmutableArray.CreateBuilder<OffsetPiece>();
    private int _kept;
    private int _editStart;

    /// <summary>Keeps everything up to an offset, and begins to replace what comes after it.</summary>
    public void Begin(int offset)
    {
        Copy(TextSpan.FromBounds(_kept, offset));
        _editStart = _code.Length;
    }

    /// <summary>Puts words in, for which the given original bytes answer.</summary>
    public void Insert(string words, TextSpan origin) => Append(words, origin, isCopy: false);

    public void Copy(TextSpan span) => Append(original.Substring(span.Start, span.Length), span, isCopy: true);

    /// <summary>Ends the replacement of a span, adding the line ends it had that its replacement lacks.</summary>
    public void End(TextSpan replaced, string lineEnd)
    {
        var missing = Count(original, replaced.Start, replaced.End) - Count(_code);
        for (; missing > 0; missing--)
        {
            Insert(lineEnd, new(replaced.End, 0));
        }

        _kept = replaced.End;
    }

    public (string Code, OffsetMap Map) Finish()
    {
        Copy(TextSpan.FromBounds(_kept, original.Length));
        return (_code.ToString(), new(_pieces.ToImmutable()));
    }

    private void Append(string text, TextSpan origin, bool isCopy)
    {
        if (text.Length > 0)
        {
            _pieces.Add(new(new(_code.Length, text.Length), origin, isCopy));
            _code.Append(text);
        }
    }

    private int Count(StringBuilder code) => Count(code.ToString(_editStart, code.Length - _editStart), 0, code.Length - _editStart);

    private static int Count(string text, int start, int end) => text.AsSpan(start, end - start).Count('\n');
}
