using HpcVerify.Parser.Text;

namespace HpcVerify.Cli.Reports;

/// <summary>Where something is for tools that count columns in UTF-16 units from 1; the end is behind the last one.</summary>
internal readonly record struct PlaceInFile(int Line, int Column, int EndLine, int EndColumn)
{
    public static PlaceInFile Of(TextSpan span, SourceText source)
    {
        var (start, end) = (source.PositionOf(span.Start), source.PositionOf(span.End));
        return new(start.Line, ColumnOf(start, source), end.Line, ColumnOf(end, source));
    }

    private static int ColumnOf(LinePosition position, SourceText source) =>
        source.Quote(new(source.SpanOfLine(position.Line).Start, position.Column - 1)).Length + 1;
}
