using System.Collections.Immutable;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Cli.Reports;

/// <summary>How what was asked of a file came out.</summary>
public enum Outcome
{
    Fail,
    Open,
    Pass,
}

/// <summary>One thing said of a file, in the form that reports for other tools share.</summary>
/// <param name="Severity">How much it matters where it failed.</param>
/// <param name="Name">What was asked: a rule's id, or the claim's name.</param>
internal sealed record ReportItem(Rule Rule, Outcome Outcome, Severity Severity, string Name, string Message, TextSpan Span)
{
    /// <summary>The call that shows it; null where there is none.</summary>
    public Counterexample? Witness { get; init; }

    /// <summary>Whether it was there in the run that this one is compared with; null where there is no such run.</summary>
    public bool? IsNew { get; init; }

    /// <summary>What was found in a file, then what was claimed of it.</summary>
    public static ImmutableArray<ReportItem> Of(FileReport report) =>
    [
        .. report.Findings.Select(finding => Of(finding, report.IsCompared ? true : null)),
        .. (report.Verification?.Report.Claims ?? []).Select(claim => Of(claim.Verdict, ClaimRules.Of(claim.Property), ClaimText.Name(claim.Property), report.Source)),
        .. (report.Verification?.AllSizes?.Claims ?? []).Select(claim => Of(claim.Verdict, ClaimRules.Of(claim.Property), $"{AllSizesText.Name(claim.Property)} for all sizes", report.Source)),
    ];

    /// <summary>The findings that were there before.</summary>
    public static IEnumerable<ReportItem> Unchanged(FileReport report) => report.Unchanged.Select(finding => Of(finding, isNew: false));

    private static ReportItem Of(Diagnostic finding, bool? isNew) =>
        new(finding.Rule, IsOpen(finding) ? Outcome.Open : Outcome.Fail, finding.Rule.Severity, finding.Rule.Id, finding.Message, finding.Span) { IsNew = isNew };

    private static bool IsOpen(Diagnostic finding) => ExitCodes.Of(finding) == ExitCode.Open;

    private static ReportItem Of(Verdict verdict, Rule rule, string name, SourceText source)
    {
        var message = $"{name} {ClaimText.Word(verdict)}{ClaimText.Detail(verdict, source)}";
        return verdict switch
        {
            Verdict.Refuted { Witness: var witness } => new(rule, Outcome.Fail, rule.Severity, name, $"{message}, with {witness.Sizes}", witness.Span) { Witness = witness },
            Verdict.Proved { Scope: var scope } => new(rule, Outcome.Pass, rule.Severity, name, $"{message}: {scope.Sizes}", default),
            Verdict.Unsupported unsupported => new(rule, Outcome.Open, rule.Severity, name, message, unsupported.Span),
            _ => new(rule, Outcome.Open, rule.Severity, name, message, default),
        };
    }
}
