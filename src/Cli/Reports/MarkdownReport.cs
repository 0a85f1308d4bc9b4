using System.Globalization;
using System.Text;

namespace HpcVerify.Cli.Reports;

/// <summary>A table for people, such as a job summary or a comment: text from files is text there, never markup.</summary>
internal static class MarkdownReport
{
    private const string Special = "\\`*_{}[]<>()#+-.!|~&@:";

    public static string Of(ReportRequest request)
    {
        var items = request.Files.SelectMany(report => ReportItem.Of(report).Select(item => (Item: item, Report: report))).ToList();
        var rows = items.Where(entry => entry.Item.Outcome != Outcome.Pass).Select(entry => Row(entry.Item, entry.Report, request.Folder)).ToList();
        var text = new StringBuilder("### HpcVerify\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{request.Files.Count} {(request.Files.Count == 1 ? "file" : "files")}, {Count(Outcome.Fail)} failed, {Count(Outcome.Open)} open, {Count(Outcome.Pass)} proved\n");
        return rows.Count == 0 ? text.ToString() : text.Append("\n| | where | what | rule |\n|---|---|---|---|\n").AppendJoin("", rows).ToString();

        int Count(Outcome outcome) => items.Count(entry => entry.Item.Outcome == outcome);
    }

    private static string Row(ReportItem item, FileReport report, string folder)
    {
        var place = PlaceInFile.Of(item.Span, report.Source);
        var word = item.Outcome == Outcome.Open ? "open" : Parser.Diagnostics.Diagnostic.Word(item.Severity);
        return string.Create(CultureInfo.InvariantCulture, $"| {word} | {Plain(ReportPath.Of(report.Source.Path, folder))}:{place.Line}:{place.Column} | {Plain(item.Message)} | {item.Rule.Id} |\n");
    }

    /// <summary>Every character that could mean something, as an entity: a backslash would not help in HTML.</summary>
    private static string Plain(string text) => string.Concat(PrintableText.Of(text).Select(character =>
        Special.Contains(character, StringComparison.Ordinal) ? string.Create(CultureInfo.InvariantCulture, $"&#{(int)character};") : character.ToString()));
}
