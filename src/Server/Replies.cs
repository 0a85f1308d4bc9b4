using System.Text;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Server;

/// <summary>One submission's part of a reply; all keys are there however it came out.</summary>
/// <param name="Id">As the caller gave it.</param>
/// <param name="Status"><c>scored</c>, <c>untimed</c> where nobody asked how fast a right kernel is, <c>unscored</c> because of a failure of ours, or <c>partial</c> because the time was over.</param>
/// <param name="Level">The rung of the ladder; null where there is no score.</param>
/// <param name="Reward">Null where there is no score: no number stands in for that.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Name">The name of the result; null where there is none yet.</param>
/// <param name="IsCached">Whether it was known before.</param>
/// <param name="Metrics">Always the same keys, always finite; 0 where nothing is known.</param>
/// <param name="Skipped">Checks that were not made, and why; empty where nothing is known yet.</param>
/// <param name="Receipt">The text of a file for <c>hpcverify receipt verify</c>, to be kept byte for byte; null where none was asked for, or nothing is known yet.</param>
public sealed record ScoredItem(
    string? Id, string Task, string Status, string? Level, double? Reward, string Reason, string? Name, bool IsCached,
    IReadOnlyDictionary<string, double> Metrics, IReadOnlyList<FindingItem> Findings, IReadOnlyList<ClaimItem> Claims, IReadOnlyList<SkippedItem> Skipped, string? Receipt = null)
{
    internal static ScoredItem Of(string? id, SampleResult result)
    {
        var evidence = result.Answer?.Evidence;
        return new(
            id, result.Sample.Task, StatusOf(result), result.Level?.ToString().ToLowerInvariant(), result.Reward,
            result.Reason, result.Answer?.Name.Text, result.Answer is { IsCached: true }, SampleMetrics.Of(result),
            evidence is null ? [] : FindingItem.Of(evidence, result.Sample.Response),
            [.. (evidence?.Proof?.Lines ?? []).Select(line => new ClaimItem(line.Property, line.Verdict, line.Detail, line.IsForAllSizes, line.Condition))],
            SkippedItem.Of(result));
    }

    private static string StatusOf(SampleResult result) => result switch
    {
        { Score: null } => "partial",
        { Score: Score.Scored } => "scored",
        { IsUntimed: true } => "untimed",
        _ => "unscored",
    };
}

/// <summary>One sentence about one place of a submission.</summary>
public sealed record FindingItem(string Rule, string Severity, string Message, int Line, int Column)
{
    internal static IReadOnlyList<FindingItem> Of(Evidence evidence, string response)
    {
        var source = SourceText.OfResponse(response);
        return [.. evidence.Findings.Select(finding => Of(finding, source.PositionOf(finding.Span.Start)))];
    }

    private static FindingItem Of(Diagnostic finding, LinePosition position) =>
        new(finding.Rule.Id, Diagnostic.Word(finding.Rule.Severity), finding.Message, position.Line, position.Column);
}

/// <summary>One claim about a kernel.</summary>
public sealed record ClaimItem(string Property, string Verdict, string Detail, bool IsForAllSizes, string? Condition);

/// <summary>What trainers log of a sample: numbers under names that are the same for every sample, because some take the names from the first one.</summary>
internal static class SampleMetrics
{
    private const double NoRung = -1;

    /// <summary>The names, in the order of replies.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Of(new(new("", "", "", null, 0, true), null, null)).Keys];

    public static IReadOnlyDictionary<string, double> Of(SampleResult result)
    {
        var (evidence, measurement, proof) = (result.Answer?.Evidence, result.Answer?.Evidence.Measurement, result.Answer?.Evidence.Proof);
        return new Dictionary<string, double>
        {
            ["scored"] = result.Reward is null ? 0 : 1,
            ["rung"] = (double?)result.Level ?? NoRung,
            ["correct"] = result.Level == Level.Ok ? 1 : 0,
            ["proved"] = proof is { State: ProofState.Proved } ? 1 : 0,
            ["refuted"] = proof is { State: ProofState.Refuted } ? 1 : 0,
            ["gflops"] = Finite(measurement?.Gflops),
            ["gbps"] = Finite(measurement?.Gbps),
            ["speedup"] = Speedup(measurement),
            ["ratio_to_baseline"] = Finite(measurement?.RatioToBaseline),
            ["findings"] = evidence?.Findings.Length ?? 0,
            ["seconds"] = evidence?.Stages.Sum(stage => stage.Elapsed.TotalSeconds) ?? 0,
        };
    }

    /// <summary>How often as fast as the naive kernel.</summary>
    private static double Speedup(Measurement? measurement) => measurement is { NaiveSpeed: > 0 and { } naive } ? Finite(measurement.Speed / naive) : 0;

    private static double Finite(double? value) => value is { } number && double.IsFinite(number) ? number : 0;
}
