using HpcVerify.Parser.Diagnostics;
using HpcVerify.Verifier.Races;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Cli.Reports;

/// <summary>Races in the form that reports for other tools share: a failure for each pair of accesses, and for each region what it is.</summary>
internal static class RaceItems
{
    private const string Name = "races";

    private static Rule Rule => ClaimRules.Of(Property.Races);

    public static ReportedFile Of(RaceFile file) =>
        new(file.Source, [.. file.Findings.Select(ReportItem.Of), .. (file.Report?.Regions ?? []).SelectMany(region => Of(region, file))]);

    private static IEnumerable<ReportItem> Of(RegionReport region, RaceFile file) => region.Verdict switch
    {
        RegionVerdict.Race race => race.Pairs.Select(pair =>
            Item(Outcome.Fail, RaceDocument.Words(pair, file.Source), pair.First.Span) with { Related = pair.Second.Span }),
        RegionVerdict.Open open => open.Reasons.Select(reason => Item(Outcome.Open, $"{region.Kind}: {reason.Reason}", reason.Span)),
        RegionVerdict.Free free => [Item(Outcome.Pass, $"{region.Kind}: race-free, assuming that {string.Join(", and that ", RaceDocument.Assumptions(free))}", region.Span)],
        _ => [],
    };

    private static ReportItem Item(Outcome outcome, string message, Parser.Text.TextSpan span) => new(Rule, outcome, Rule.Severity, Name, message, span);
}
