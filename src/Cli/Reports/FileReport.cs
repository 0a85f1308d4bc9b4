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
    public ExitCode ExitCode => Score switch
    {
        null => ExitCodes.Combine([.. Findings.Select(ExitCodes.Of)]),
        Score.Scored { Level: Level.Ok } => ExitCode.Clean,
        _ when Findings.Any(finding => ExitCodes.Of(finding) == ExitCode.NotAnalysable) => ExitCode.NotAnalysable,
        Score.Unscored => ExitCode.Open,
        _ => ExitCode.Finding,
    };
}
