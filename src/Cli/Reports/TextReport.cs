using System.Globalization;
using System.Text;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Cli.Reports;

/// <summary>The report for people: findings as compilers print them, then one paragraph per scored file.</summary>
public static class TextReport
{
    public static string Of(FileReport report)
    {
        var text = new StringBuilder();
        foreach (var finding in report.Findings)
        {
            text.Append(PrintableText.Of(finding.Format(report.Source))).Append('\n');
        }

        if (report.Score is not null)
        {
            Describe(text, report);
        }
        else if (report.Verification is { } verification)
        {
            text.Append(Invariant($"{PrintableText.Of(report.Source.Path)}: {LevelOf(report)} as '{report.Kernel}'\n"));
            foreach (var (name, value) in ClaimText.Rows(verification, report.Source))
            {
                text.Append(Invariant($"  {name,-11} {PrintableText.Of(value)}\n"));
            }

            foreach (var (finding, proof) in report.Withdrawn)
            {
                text.Append(Invariant($"  {"withdrawn",-11} {finding.Rule.Id} at {report.Source.PositionOf(finding.Span.Start)}, because {PrintableText.Of(proof)}\n"));
            }
        }
        else if (report.Findings.IsEmpty)
        {
            text.Append(PrintableText.Of(report.Source.Path)).Append(": ").Append(LevelOf(report)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The word for how a file fared.</summary>
    public static string LevelOf(FileReport report) => report.Score switch
    {
        Score.Scored scored => scored.Level.ToString().ToLowerInvariant(),
        Score.Unscored => "unscored",
        null when report.Verification is { } verification => ClaimText.Overall(verification),
        _ => "no findings",
    };

    private static void Describe(StringBuilder text, FileReport report)
    {
        var path = PrintableText.Of(report.Source.Path);
        text.Append(report.Score switch
        {
            Score.Scored scored => Invariant($"{path}: {LevelOf(report)}, reward {scored.Reward:0.###} as '{report.Kernel}'\n"),
            Score.Unscored => Invariant($"{path}: {LevelOf(report)} as '{report.Kernel}'\n"),
            _ => "",
        });
        text.Append(Row("reason", PrintableText.Of(report.Score is Score.Unscored unscored ? unscored.Reason : ((Score.Scored)report.Score!).Reason)));
        if (report.Evidence?.Measurement is { } measurement)
        {
            var runs = string.Join(", ", measurement.SecondsPerRun.Select(seconds => Invariant($"{seconds * 1e3:0.###}")));
            text.Append(Row("speed", Invariant($"{measurement.Speed:0.###} {MetricName.Unit(measurement.Metric)}, runs of {runs} ms")));
            if (measurement.RatioToBaseline is { } ratio)
            {
                text.Append(Row("baseline", Invariant($"{ratio:0.###} of its speed, timed in turn")));
            }
        }

        if (report.Verification is { } verification)
        {
            text.Append(Row("verdict", PrintableText.Of($"{ClaimText.Overall(verification)}, {ClaimText.Tally(verification.Report)}{ClaimText.FailingCall(verification.Report)}")));
        }

        var stages = report.Evidence!.Stages.Select(stage => Invariant($"{stage.Stage} {stage.Elapsed.TotalMilliseconds:0.#} ms"));
        text.Append(Row("time", string.Join(", ", stages)));
    }

    private static string Row(string name, string value) => $"  {name,-9} {value}\n";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
