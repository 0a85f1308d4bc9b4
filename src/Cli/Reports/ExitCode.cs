using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Cli.Reports;

/// <summary>What the process tells its caller; documented in README.md.</summary>
public enum ExitCode
{
    Clean = 0,
    Finding = 1,
    Usage = 2,
    NotAnalysable = 3,
    Open = 5,
    Internal = 70,
    Interrupted = 130,
    Terminated = 143,
}

/// <summary>One code for several files.</summary>
public static class ExitCodes
{
    private static readonly ExitCode[] Precedence =
        [ExitCode.Internal, ExitCode.Usage, ExitCode.Finding, ExitCode.NotAnalysable, ExitCode.Open];

    /// <summary>What a finding means for the exit code, by the prefix of its rule; any other that is severe enough is a finding.</summary>
    private static readonly (string Prefix, ExitCode Code)[] Special = [("HV001", ExitCode.NotAnalysable), ("HV9", ExitCode.Open)];

    /// <param name="least">The least severity that fails.</param>
    public static ExitCode Of(Diagnostic finding, Severity least = Severity.Error) =>
        Special.Where(row => finding.Rule.Id.StartsWith(row.Prefix, StringComparison.Ordinal)).Select(row => row.Code)
            .DefaultIfEmpty(finding.Rule.Severity >= least ? ExitCode.Finding : ExitCode.Clean)
            .First();

    /// <summary>The first of 70, 2, 1, 3, 5 that any file has; otherwise 0.</summary>
    public static ExitCode Combine(IReadOnlyCollection<ExitCode> codes) =>
        Precedence.Where(codes.Contains).DefaultIfEmpty(ExitCode.Clean).First();
}
