using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Cli.Reports;

/// <summary>Techniques in the form that reports for other tools share: notes, since a technique is no fault.</summary>
internal static class TechniqueItems
{
    public static ReportedFile Of(TechniqueFile file) =>
        new(file.Source, [.. file.Findings.Select(ReportItem.Of), .. file.Techniques.Select(technique => Note(technique.Diagnostic))]);

    private static ReportItem Note(Diagnostic finding) => ReportItem.Of(finding) with { Outcome = Outcome.Note };
}
