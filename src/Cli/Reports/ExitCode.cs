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
}

/// <summary>One code for several files.</summary>
public static class ExitCodes
{
    private static readonly ExitCode[] Precedence =
        [ExitCode.Internal, ExitCode.Usage, ExitCode.Finding, ExitCode.NotAnalysable, ExitCode.Open];

    /// <summary>The first of 70, 2, 1, 3, 5 that any file has; otherwise 0.</summary>
    public static ExitCode Combine(IReadOnlyCollection<ExitCode> codes) =>
        Precedence.Where(codes.Contains).DefaultIfEmpty(ExitCode.Clean).First();
}
