using System.Text.Json;
using System.Text.Json.Serialization;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Policy;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Cli.Reports;

/// <summary>The machine-readable report; every key is there for every file, so that readers need no special cases.</summary>
public static class JsonReport
{
    public const int SchemaVersion = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = PrintableText.JsonEncoder,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static string Of(IEnumerable<FileReport> reports, string version) =>
        JsonSerializer.Serialize(new Document(SchemaVersion, Tool.Of(version), [.. reports.Select(Entry)]), Options);

    private static FileEntry Entry(FileReport report)
    {
        var scored = report.Score as Score.Scored;
        return new(
            report.Source.Path,
            report.Kernel,
            report.Score is null ? null : scored is null ? "unscored" : "scored",
            (report.Score as Score.Unscored)?.Reason ?? scored?.Reason,
            scored?.Level.ToString().ToLowerInvariant(),
            scored?.Reward,
            Finite(report.Evidence?.Measurement?.Gflops),
            report.Evidence?.Measurement?.RatioToBaseline,
            [.. report.Findings.Select(finding => Finding(finding, report.Source))],
            [.. Claims(report), .. ClaimsForAllSizes(report)],
            [.. (report.Evidence?.Stages ?? []).Select(stage => new StageEntry(stage.Stage, stage.Elapsed.TotalMilliseconds))],
            report.Evidence?.Measurement is { } measurement ? MetricName.Key(measurement.Metric) : null,
            Finite(report.Evidence?.Measurement?.Speed),
            Finite(report.Evidence?.Measurement?.Gbps),
            report.Verification is { } verification ? ClaimText.Overall(verification) : null,
            (report.Score as Score.Scored)?.Level is Level.Ok ? null : report.Evidence?.Proof?.FailingSizes ?? report.Evidence?.Failure?.Sizes,
            Finite(report.Evidence?.Measurement?.NaiveSpeed),
            report.Verification is { Report: { } bounded } ? new(bounded.SidesTaken, bounded.Sides.Length) : null,
            [.. report.Withdrawn.Select(withdrawn => new WithdrawnEntry(Finding(withdrawn.Finding, report.Source), withdrawn.Proof))],
            report.Evidence?.Measurement is { } timed ? new(timed.Timing.ToString().ToLowerInvariant(), [.. timed.SecondsPerRun], timed.Spread, timed.Drift, timed.IsPinned) : null);
    }

    private static IEnumerable<ClaimEntry> Claims(FileReport report) =>
        report.Verification is not { } verification ? [] : verification.Report.Claims.Select(claim => new ClaimEntry(
            ClaimText.Name(claim.Property),
            ClaimText.Word(claim.Verdict),
            Reason(claim.Verdict),
            Scope(claim.Verdict),
            null,
            claim.Verdict is Verdict.Refuted { Witness: var witness } ? Witness(witness, report.Source, verification) : null,
            CertificateOf(verification, ClaimText.Name(claim.Property)),
            new(verification.Report.Runs, verification.Report.Steps, verification.Elapsed.TotalMilliseconds),
            IsForAllSizes: false,
            null));

    private static IEnumerable<ClaimEntry> ClaimsForAllSizes(FileReport report) =>
        report.Verification is not { AllSizes: { } all } verification ? [] : all.Claims.Select(claim => new ClaimEntry(
            AllSizesText.Name(claim.Property),
            ClaimText.Word(claim.Verdict),
            Reason(claim.Verdict),
            Scope(claim.Verdict),
            claim.Condition?.Condition,
            claim.Verdict is Verdict.Refuted { Witness: var witness } ? Witness(witness, report.Source, verification) : null,
            CertificateOf(verification, AllSizesText.LongName(claim.Property)),
            new(0, 0, verification.AllSizesElapsed.TotalMilliseconds),
            IsForAllSizes: true,
            claim.Condition is { } condition ? condition.IsWeakest ? "weakest" : "sufficient" : null));

    private static string? Reason(Verdict verdict) => verdict switch
    {
        Verdict.Unknown unknown => unknown.Reason,
        Verdict.Unsupported unsupported => unsupported.Construct,
        Verdict.Vacuous vacuous => vacuous.Precondition,
        Verdict.Refuted refuted => refuted.Witness.What,
        _ => null,
    };

    private static ScopeEntry? Scope(Verdict verdict) =>
        verdict is Verdict.Proved { Scope: var scope } ? new(scope.Sizes, scope.Theory.Length > 0 ? scope.Theory : null, scope.Assumptions) : null;

    private static CertificateEntry? CertificateOf(Verification verification, string claim) =>
        verification.Certificates.Where(certificate => certificate.Claim == claim).Select(Entry).FirstOrDefault();

    private static CertificateEntry Entry(Certificate certificate) => new(
        certificate.Path, certificate.Questions, certificate.Confirmation?.Confirmed, certificate.Confirmation?.Solver,
        certificate.Confirmation is { Other: { Length: > 0 } other } ? other : null);

    private static WitnessEntry Witness(Counterexample witness, SourceText source, Verification verification)
    {
        var start = source.PositionOf(witness.Span.Start);
        return new(
            witness.Sizes, witness.Threads, start.Line, start.Column, witness.Element?.Name, Finite(witness.Element?.Expected), Finite(witness.Element?.Actual),
            witness.Inputs.ToDictionary(input => input.Key, input => Finite(input.Value)),
            witness.Kind?.ToString(), witness.Thread, witness.Lane, WitnessWriter.Counters(witness.Indices), verification.WitnessPath, verification.Witness);
    }

    /// <summary>JSON has no word for what is not a number.</summary>
    private static double? Finite(double? value) => value is { } known && double.IsFinite(known) ? known : null;

    private static FindingEntry Finding(Diagnostic finding, SourceText source)
    {
        var start = source.PositionOf(finding.Span.Start);
        var end = source.PositionOf(finding.Span.End);
        return new(
            finding.Rule.Id, Diagnostic.Word(finding.Rule.Severity), finding.Message, start.Line, start.Column, end.Line, end.Column);
    }

    private sealed record Document(int SchemaVersion, Tool Tool, IReadOnlyList<FileEntry> Files);

    private sealed record FileEntry(
        string Path,
        string Kernel,
        string? Status,
        string? Reason,
        string? Level,
        double? Reward,
        double? Gflops,
        double? RatioToBaseline,
        IReadOnlyList<FindingEntry> Findings,
        IReadOnlyList<ClaimEntry> Claims,
        IReadOnlyList<StageEntry> Stages,
        string? Metric,
        double? Speed,
        double? Gbps,
        string? Verdict,
        string? FailingSizes,
        double? NaiveSpeed,
        SidesEntry? Sides,
        IReadOnlyList<WithdrawnEntry> Withdrawn,
        TimingEntry? Timing);

    /// <summary>How the speed was measured; the parts are of the median, and null where nobody looked.</summary>
    private sealed record TimingEntry(string Profile, IReadOnlyList<double> SecondsPerRun, double? Spread, double? Drift, bool Pinned);

    /// <summary>A finding that a proof contradicts.</summary>
    private sealed record WithdrawnEntry(FindingEntry Finding, string Proof);

    private sealed record SidesEntry(int Taken, int All);

    private sealed record FindingEntry(
        string RuleId, string Severity, string Message, int Line, int Column, int EndLine, int EndColumn);

    private sealed record ClaimEntry(
        string Property, string Verdict, string? Reason, ScopeEntry? Scope, string? Condition, WitnessEntry? Witness, CertificateEntry? Certificate, CostEntry Cost,
        bool IsForAllSizes, string? ConditionKind);

    private sealed record CertificateEntry(string File, int Questions, int? Confirmed, string? Solver, string? Other);

    private sealed record ScopeEntry(string Sizes, string? Theory, IReadOnlyList<string> Assumptions);

    private sealed record WitnessEntry(
        string Sizes, int Threads, int Line, int Column, string? Element, double? Expected, double? Actual, IReadOnlyDictionary<string, double?> Inputs,
        string? Kind, int? Thread, int? Lane, IReadOnlyDictionary<string, long> Indices, string? File, WitnessDocument? Replay);

    private sealed record CostEntry(int Runs, long Steps, double Milliseconds);

    private sealed record StageEntry(string Stage, double Milliseconds);
}
