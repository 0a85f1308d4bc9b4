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

    /// <summary>Neither good nor bad: what was looked for is there.</summary>
    Note,
}

/// <summary>One thing said of a file, in the form that reports for other tools share.</summary>
/// <param name="Severity">How much it matters where it failed.</param>
/// <param name="Name">What was asked: a rule's id, or the claim's name.</param>
internal sealed record ReportItem(Rule Rule, Outcome Outcome, Severity Severity, string Name, string Message, TextSpan Span)
{
    /// <summary>The call that shows it; null where there is none.</summary>
    public Counterexample? Witness { get; init; }

    /// <summary>The other one of two places that it takes; null where it takes one.</summary>
    public TextSpan? Related { get; init; }

    /// <summary>Whether it was there in the run that this one is compared with; null where there is no such run.</summary>
    public bool? IsNew { get; init; }

    public static ReportItem Of(Diagnostic finding) =>
        new(finding.Rule, IsOpen(finding) ? Outcome.Open : Outcome.Fail, finding.Rule.Severity, finding.Rule.Id, finding.Message, finding.Span);

    /// <param name="name">The property that was claimed.</param>
    public static ReportItem Of(Verdict verdict, Rule rule, string name, SourceText source)
    {
        var message = $"{name} {ClaimText.Word(verdict)}{ClaimText.Detail(verdict, source)}";
        return verdict switch
        {
            Verdict.Refuted { Witness: var witness } => new(rule, Outcome.Fail, rule.Severity, name, $"{message}, with {witness.Sizes}", witness.Span) { Witness = witness, Related = witness.Related },
            Verdict.Proved { Scope: var scope } => new(rule, Outcome.Pass, rule.Severity, name, $"{message}: {scope.Sizes}", default),
            Verdict.Unsupported unsupported => new(rule, Outcome.Open, rule.Severity, name, message, unsupported.Span),
            _ => new(rule, Outcome.Open, rule.Severity, name, message, default),
        };
    }

    private static bool IsOpen(Diagnostic finding) => ExitCodes.Of(finding) == ExitCode.Open;
}
