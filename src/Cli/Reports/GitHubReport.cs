using System.Globalization;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;

namespace HpcVerify.Cli.Reports;

/// <summary>Workflow commands that make GitHub Actions show what failed, and what is worth a note, beside the lines it is about.</summary>
internal static class GitHubReport
{
    public static string Of(IEnumerable<ReportedFile> files, string folder) => string.Concat(
        from file in files
        from item in file.Items
        where item.Outcome is Outcome.Fail or Outcome.Note
        select Line(item, file.Source, folder));

    private static string Line(ReportItem item, SourceText source, string folder)
    {
        var place = PlaceInFile.Of(item.Span, source);
        var command = item.Outcome == Outcome.Note ? "notice" : item.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"::{command} file={Property(ReportPath.Of(source.Path, folder))},line={place.Line},col={place.Column},endLine={place.EndLine},endColumn={place.EndColumn},title={Property($"{item.Rule.Id}: {item.Rule.Title}")}::{Data(item.Message)}\n");
    }

    private static string Data(string text) => PrintableText.Of(text).Replace("%", "%25", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
