using System.Collections.Immutable;
using System.Text.Json;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Diagnostics;

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

    /// <summary>Reads a log; null and the reason where it is none.</summary>
    public static (Baseline? Baseline, string? Problem) Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(InputFile.TextOf(path));
            return (new(document.RootElement.GetProperty("runs").EnumerateArray().SelectMany(MarksOf).ToList()), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return (null, $"'{path}' is no SARIF log to compare with: {exception.Message}");
        }
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

    private static IEnumerable<Mark> MarksOf(JsonElement run) =>
        from result in run.GetProperty("results").EnumerateArray()
        where !result.TryGetProperty("baselineState", out var state) || state.GetString() != "absent"
        where !result.TryGetProperty("kind", out var kind) || kind.GetString() is "fail" or "open"
        select new Mark(
            result.GetProperty("ruleId").GetString() ?? "",
            result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString() ?? "",
            result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString() ?? "");
}
