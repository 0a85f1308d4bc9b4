using System.Collections.Immutable;
using System.Text.Json.Serialization;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Json;

namespace HpcVerify.Cli.Commands;

/// <summary>
/// The findings of an earlier run, from its SARIF log. One is known again by its rule, its file, and the fingerprint of its line,
/// so that it may move.
/// </summary>
internal sealed class Baseline
{
    private readonly Dictionary<Mark, int> _left;

    private Baseline(IEnumerable<Mark> marks) => _left = marks.GroupBy(mark => mark).ToDictionary(group => group.Key, group => group.Count());

    private sealed record Mark(string Rule, string Uri, string Fingerprint);

    /// <summary>How many of the earlier findings nothing was found for.</summary>
    public int Fixed => _left.Values.Sum();

    /// <summary>Reads a log; null and the reason where it is none of ours.</summary>
    public static (Baseline? Baseline, string? Problem) Read(string path)
    {
        var (log, problem) = JsonFile.Read<SarifLog>(path, JsonFile.Foreign);
        return log is null ? (null, $"{problem} ('--baseline' takes the SARIF log of an earlier run)")
            : Foreign(log) is { } foreign ? (null, $"'{path}' {foreign}")
            : (new(log.Runs.Where(IsOurs).SelectMany(run => run.Results).Where(WasThere).Select(MarkOf)), null);
    }

    /// <summary>The report with the findings that were there before set apart from the new ones.</summary>
    public FileReport Compare(FileReport report, string folder)
    {
        var hashes = LineHashes.Of(report.Source);
        var uri = ReportPath.UriOf(report.Source.Path, folder);
        var (fresh, unchanged) = (ImmutableArray.CreateBuilder<Diagnostic>(), ImmutableArray.CreateBuilder<Diagnostic>());
        foreach (var finding in report.Findings)
        {
            (Take(new(finding.Rule.Id, uri, hashes.At(report.Source.PositionOf(finding.Span.Start).Line))) ? unchanged : fresh).Add(finding);
        }

        return report with { Findings = fresh.ToImmutable(), Unchanged = unchanged.ToImmutable(), IsCompared = true };
    }

    private bool Take(Mark mark)
    {
        if (_left.GetValueOrDefault(mark) == 0)
        {
            return false;
        }

        _left[mark]--;
        return true;
    }

    private static string? Foreign(SarifLog log) =>
        log.Version != SarifReport.Version ? $"is SARIF '{log.Version}', and can be compared with only as SARIF {SarifReport.Version}"
        : log.Schema?.Contains(SarifReport.Version, StringComparison.Ordinal) == false ? $"has the schema '{log.Schema}', which is not that of SARIF {SarifReport.Version}"
        : log.Runs.Any(IsOurs) ? null
        : log.Runs is [var run, ..] ? $"is a log of '{run.Tool.Driver.Name}', and only one of {SarifReport.ToolName} can be compared with"
        : "is a log of no run";

    private static bool IsOurs(SarifRun run) => run.Tool.Driver.Name == SarifReport.ToolName;

    private static bool WasThere(SarifFinding finding) => finding.Kind is "fail" or "open" && finding.BaselineState != "absent";

    private static Mark MarkOf(SarifFinding finding) => new(
        finding.RuleId ?? "",
        finding.Locations is [var first, ..] ? first.PhysicalLocation?.ArtifactLocation?.Uri ?? "" : "",
        finding.PartialFingerprints?.GetValueOrDefault(LineHashes.Name) ?? "");

    /// <summary>What is read of a log (OASIS SARIF 2.1.0, 3.13).</summary>
    private sealed record SarifLog(string Version, ImmutableArray<SarifRun> Runs, [property: JsonPropertyName("$schema")] string? Schema = null);

    private sealed record SarifRun(SarifTool Tool, ImmutableArray<SarifFinding> Results);

    private sealed record SarifTool(SarifDriver Driver);

    private sealed record SarifDriver(string Name);

    private sealed record SarifFinding(
        string? RuleId = null, string Kind = "fail", string? BaselineState = null,
        IReadOnlyList<SarifLocation>? Locations = null, IReadOnlyDictionary<string, string>? PartialFingerprints = null);

    private sealed record SarifLocation(SarifPhysicalLocation? PhysicalLocation = null);

    private sealed record SarifPhysicalLocation(SarifArtifactLocation? ArtifactLocation = null);

    private sealed record SarifArtifactLocation(string? Uri = null);
}
