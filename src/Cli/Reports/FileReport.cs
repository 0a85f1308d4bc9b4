using System.Collections.Immutable;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Verifier.AllSizes;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Certificates;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Cli.Reports;

/// <summary>
/// All that is said of one input: its findings; when it was scored, the evidence and what that is worth; when it was
/// verified, what was claimed.
/// </summary>
public sealed record FileReport(SourceText Source, string Kernel, ImmutableArray<Diagnostic> Findings, Evidence? Evidence, Score? Score)
{
    /// <summary>Findings that were there in the run that this one is compared with: they are nobody's news, and fail nothing.</summary>
    public ImmutableArray<Diagnostic> Unchanged { get; init; } = [];

    /// <summary>Whether this run is compared with another.</summary>
    public bool IsCompared { get; init; }

    /// <summary>The least severe finding that fails, where nothing was scored or verified.</summary>
    public Severity LeastThatFails { get; init; } = Severity.Error;

    /// <summary>Findings that a proof contradicts; they fail nothing.</summary>
    public ImmutableArray<WithdrawnFinding> Withdrawn { get; init; } = [];

    /// <summary>Null where nothing was to be proved.</summary>
    public Verification? Verification { get; init; }

    public ExitCode ExitCode => Score switch
    {
        null when Verification is { } verification => verification.IsRefuted ? ExitCode.Finding : verification.Report.IsProved ? ExitCode.Clean : ExitCode.Open,
        null => ExitCodes.Combine([.. Findings.Select(finding => ExitCodes.Of(finding, LeastThatFails))]),
        Score.Scored { Level: Level.Ok } => Verification is null or { Report.IsProved: true } ? ExitCode.Clean : ExitCode.Open,
        _ when Findings.Any(finding => ExitCodes.Of(finding) == ExitCode.NotAnalysable) => ExitCode.NotAnalysable,
        Score.Unscored => ExitCode.Open,
        _ => ExitCode.Finding,
    };
}

/// <summary>What a verification claimed, and how long it took.</summary>
public sealed record Verification(BoundedReport Report, TimeSpan Elapsed)
{
    /// <summary>The claims for all sizes; null where none were asked for.</summary>
    public AllSizesReport? AllSizes { get; init; }

    public TimeSpan AllSizesElapsed { get; init; }

    /// <summary>What is open for all sizes takes nothing away from what is proved of some; what is refuted does.</summary>
    public bool IsRefuted => Report.IsRefuted || AllSizes is { IsRefuted: true };

    /// <summary>The refuted claim as a witness to replay; null where none is, or where the kernel is in no file.</summary>
    public WitnessDocument? Witness { get; init; }

    /// <summary>The scripts of proved claims; empty where nobody asked for them.</summary>
    public ImmutableArray<Certificate> Certificates { get; init; } = [];

    /// <summary>Where the witness was written; null where nobody asked for it.</summary>
    public string? WitnessPath { get; init; }
}

/// <summary>A proved claim as an SMT-LIB script.</summary>
/// <param name="Claim">Its name in reports.</param>
/// <param name="Questions">How many the script asks.</param>
/// <param name="Confirmation">What a second solver says; null where none is installed.</param>
public sealed record Certificate(string Claim, string Path, int Questions, Confirmation? Confirmation)
{
    public bool IsConfirmed => Confirmation is { Other: "" } confirmation && confirmation.Confirmed == Questions;
}
