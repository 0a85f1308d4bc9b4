using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;

namespace HpcVerify.Cli.Reports;

/// <summary>A table for people, such as a job summary or a comment: text from files is text there, never markup.</summary>
internal static class MarkdownReport
{
    private const string Special = "\\`*_{}[]<>()#+-.!|~&@:$^='\"/";

    public static string Of(ImmutableArray<ReportedFile> files, string folder)
    {
        var items = files.SelectMany(file => file.Items.Select(item => (Item: item, file.Source))).ToList();
        var rows = items.Where(entry => entry.Item.Outcome != Outcome.Pass).Select(entry => Row(entry.Item, entry.Source, folder)).ToList();
        var text = new StringBuilder("### HpcVerify\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{files.Length} {(files.Length == 1 ? "file" : "files")}, {Count(Outcome.Fail)} failed, {Count(Outcome.Open)} open, {Count(Outcome.Pass)} proved");
        text.Append(Count(Outcome.Note) is > 0 and var notes ? string.Create(CultureInfo.InvariantCulture, $", {notes} noted\n") : "\n");
        return rows.Count == 0 ? text.ToString() : text.Append("\n| | where | what | rule |\n|---|---|---|---|\n").AppendJoin("", rows).ToString();

        int Count(Outcome outcome) => items.Count(entry => entry.Item.Outcome == outcome);
    }

    private static string Row(ReportItem item, SourceText source, string folder)
    {
        var place = PlaceInFile.Of(item.Span, source);
        var word = item.Outcome switch { Outcome.Open => "open", Outcome.Note => "note", _ => Diagnostic.Word(item.Severity) };
        return string.Create(CultureInfo.InvariantCulture, $"| {word} | {Plain(ReportPath.Of(source.Path, folder))}:{place.Line}:{place.Column} | {Plain(item.Message)} | {Plain(item.Rule.Id)} |\n");
    }

    /// <summary>Every character that could mean something, as an entity: a backslash would not help in HTML.</summary>
    private static string Plain(string text) => string.Concat(PrintableText.Of(text).Select(character =>
        Special.Contains(character, StringComparison.Ordinal) ? string.Create(CultureInfo.InvariantCulture, $"&#{(int)character};") : character.ToString()));
}
