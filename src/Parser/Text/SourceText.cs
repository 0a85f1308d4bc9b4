using System.Collections.Immutable;
using System.Text;

namespace HpcVerify.Parser.Text;

/// <summary>
/// One C file: its name and its bytes. Offsets everywhere count bytes, so that they agree with the compiler's.
/// </summary>
public sealed class SourceText
{
    private readonly ImmutableArray<int> _lineStarts;

    private SourceText(string path, string code)
    {
        Path = path;
        Code = code;
        _lineStarts = LineStarts(code);
    }

    /// <summary>The path of what came in no file.</summary>
    public const string ResponsePath = "response";

    /// <summary>The name shown in messages; nothing is read from it.</summary>
    public string Path { get; }

    /// <summary>The bytes, one character each (Latin-1), so that an index into it is a byte offset.</summary>
    public string Code { get; }

    public int Length => Code.Length;

    public int LineCount => _lineStarts.Length;

    /// <summary>Text already known to be well-formed, such as a test's or one extracted from a response.</summary>
    public static SourceText From(string path, string text) => new(path, Widen(Encoding.UTF8.GetBytes(text)));

    /// <summary>The text of a model's response.</summary>
    public static SourceText OfResponse(string text) => From(ResponsePath, text);

    public static SourceText FromBytes(string path, ReadOnlySpan<byte> bytes) => new(path, Widen(bytes));

    /// <summary>The same file name over other bytes.</summary>
    public SourceText WithCode(string code) => new(Path, code);

    public byte[] ToBytes() => Encoding.Latin1.GetBytes(Code);

    public override string ToString() => Encoding.UTF8.GetString(ToBytes());

    /// <summary>The text of a span as a person reads it.</summary>
    public string Quote(TextSpan span) =>
        Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(Code.Substring(span.Start, span.Length)));

    public LinePosition PositionOf(int offset)
    {
        var found = _lineStarts.BinarySearch(Math.Clamp(offset, 0, Length));
        var line = found >= 0 ? found : ~found - 1;
        return new(line + 1, Math.Clamp(offset, 0, Length) - _lineStarts[line] + 1);
    }

    /// <summary>The span of a line counted from 1, without its line end.</summary>
    public TextSpan SpanOfLine(int line)
    {
        var start = _lineStarts[line - 1];
        var end = line < _lineStarts.Length ? _lineStarts[line] - 1 : Length;
        return TextSpan.FromBounds(start, end > start && Code[end - 1] == '\r' ? end - 1 : end);
    }

    private static ImmutableArray<int> LineStarts(string code)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (var end = code.IndexOf('\n'); end >= 0; end = code.IndexOf('\n', end + 1))
        {
            starts.Add(end + 1);
        }

        return starts.ToImmutable();
    }

    private static string Widen(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);
}
