using System.Collections.Immutable;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Cli.Reports;

/// <summary>
/// All that is said of one input: its findings and, when it was scored, the evidence and what that is worth.
/// </summary>
public sealed record FileReport(SourceText Source, string Kernel, ImmutableArray<Diagnostic> Findings, Evidence? Evidence, Score? Score)
{
    /// <summary>Rules for text that never reaches the compiler: the input itself cannot be analysed.</summary>
    private const string UnreadableText = "HV001";

    private const string Unsupported = "HV9";

    public ExitCode ExitCode => Score switch
    {
        Score.Unscored => ExitCode.Open,
        Score.Scored { Level: not Level.Ok } when Findings.Any(IsUnreadable) => ExitCode.NotAnalysable,
        Score.Scored { Level: not Level.Ok } => ExitCode.Finding,
        Score.Scored => ExitCode.Clean,
        _ when Findings.Any(finding => finding.Rule.Severity == Severity.Error && !IsUnreadable(finding) && !IsUnsupported(finding)) => ExitCode.Finding,
        _ when Findings.Any(IsUnreadable) => ExitCode.NotAnalysable,
        _ when Findings.Any(IsUnsupported) => ExitCode.Open,
        _ => ExitCode.Clean,
    };

    private static bool IsUnreadable(Diagnostic finding) => finding.Rule.Id.StartsWith(UnreadableText, StringComparison.Ordinal);

    private static bool IsUnsupported(Diagnostic finding) => finding.Rule.Id.StartsWith(Unsupported, StringComparison.Ordinal);
}
