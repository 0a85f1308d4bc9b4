using System.Collections.Immutable;
using HpcVerify.Parser.Text;

namespace HpcVerify.Cli.Reports;

/// <summary>All that is said of one file, in the form that reports for other tools share.</summary>
internal sealed record ReportedFile(SourceText Source, ImmutableArray<ReportItem> Items)
{
    /// <summary>The findings that were there before, where this run is compared with another.</summary>
    public ImmutableArray<ReportItem> Unchanged { get; init; } = [];

    /// <summary>What was found in a file, then what was claimed of it.</summary>
    public static ReportedFile Of(FileReport report) => new(
        report.Source,
        [
            .. report.Findings.Select(finding => ReportItem.Of(finding) with { IsNew = report.IsCompared ? true : null }),
            .. (report.Verification?.Report.Claims ?? []).Select(claim => ReportItem.Of(claim.Verdict, ClaimRules.Of(claim.Property), ClaimText.Name(claim.Property), report.Source)),
            .. (report.Verification?.AllSizes?.Claims ?? []).Select(claim => ReportItem.Of(claim.Verdict, ClaimRules.Of(claim.Property), $"{AllSizesText.Name(claim.Property)} for all sizes", report.Source)),
        ])
    {
        Unchanged = [.. report.Unchanged.Select(finding => ReportItem.Of(finding) with { IsNew = false })],
    };
}

/// <summary>All that a command has to say, before it has a form.</summary>
/// <param name="Text">The command's own words for people.</param>
/// <param name="Json">The command's own document, of this version of the program.</param>
internal sealed record Report(ImmutableArray<ReportedFile> Files, Func<string> Text, Func<string, string> Json)
{
    /// <summary>The words with colours and tables; null where they have none.</summary>
    public Func<TerminalReport, string>? Terminal { get; init; }

    public static Report Of(IReadOnlyList<FileReport> files) =>
        new([.. files.Select(ReportedFile.Of)], () => string.Concat(files.Select(TextReport.Of)), version => JsonReport.Of(files, version) + "\n")
        {
            Terminal = terminal => terminal.Of(files),
        };

    public static Report Of(IReadOnlyList<RaceFile> files) =>
        new([.. files.Select(RaceItems.Of)], () => string.Concat(files.Select(RaceDocument.Text)), version => RaceDocument.Json(files, version) + "\n");

    public static Report Of(IReadOnlyList<TechniqueFile> files) =>
        new([.. files.Select(TechniqueItems.Of)], () => string.Concat(files.Select(TechniqueDocument.Text)), version => TechniqueDocument.Json(files, version) + "\n");
}
