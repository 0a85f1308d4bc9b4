using System.Globalization;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Cli.Reports;

/// <summary>Workflow commands that make GitHub Actions show what failed beside the lines it is about.</summary>
internal static class GitHubReport
{
    public static string Of(ReportRequest request) => string.Concat(
        from report in request.Files
        from item in ReportItem.Of(report)
        where item.Outcome == Outcome.Fail
        select Line(item, report, request.Folder));

    private static string Line(ReportItem item, FileReport report, string folder)
    {
        var place = PlaceInFile.Of(item.Span, report.Source);
        var command = item.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"::{command} file={Property(ReportPath.Of(report.Source.Path, folder))},line={place.Line},col={place.Column},endLine={place.EndLine},endColumn={place.EndColumn},title={Property($"{item.Rule.Id}: {item.Rule.Title}")}::{Data(item.Message)}\n");
    }

    private static string Data(string text) => PrintableText.Of(text).Replace("%", "%25", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
