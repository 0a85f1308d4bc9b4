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
            text.AppendPrintable($"{finding.Format(report.Source)}");
        }

        if (report.Score is not null)
        {
            Describe(text, report);
        }
        else if (report.Verification is { } verification)
        {
            text.AppendPrintable($"{report.Source.Path}: {LevelOf(report)} as '{report.Kernel}'");
            foreach (var (name, value) in ClaimText.Rows(verification, report.Source))
            {
                text.AppendPrintable($"  {name,-11} {value}");
            }

            foreach (var (finding, proof) in report.Withdrawn)
            {
                text.Append(Invariant($"  {"withdrawn",-11} {finding.Rule.Id} at {report.Source.PositionOf(finding.Span.Start)}, because {PrintableText.Of(proof)}\n"));
            }
        }
        else if (report.Findings.IsEmpty)
        {
            text.AppendPrintable($"{report.Source.Path}: {LevelOf(report)}");
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
        var reward = report.Score is Score.Scored { Reward: var earned } ? Invariant($", reward {earned:0.###}") : "";
        text.AppendPrintable($"{report.Source.Path}: {LevelOf(report)}{reward} as '{report.Kernel}'");
        Row("reason", report.Score is Score.Unscored unscored ? unscored.Reason : ((Score.Scored)report.Score!).Reason);
        if (report.Evidence?.Measurement is { } measurement)
        {
            var runs = string.Join(", ", measurement.SecondsPerRun.Select(seconds => Invariant($"{seconds * 1e3:0.###}")));
            Row("speed", Invariant($"{measurement.Speed:0.###} {MetricName.Unit(measurement.Metric)}, runs of {runs} ms"));
            if (measurement is { Timing: TimingProfile.Robust, Spread: { } spread })
            {
                var drift = measurement.Drift is { } change ? Invariant($", drift {change:+0.0 %;-0.0 %;0.0 %}") : "";
                Row("timing", Invariant($"median of {measurement.SecondsPerRun.Length}, spread {spread:0.0 %}{drift}, {(measurement.IsPinned ? "on processors of its own" : "no processor to spare")}"));
            }

            if (measurement.RatioToBaseline is { } ratio)
            {
                Row("baseline", Invariant($"{ratio:0.###} of its speed, timed in turn"));
            }
        }

        if (report.Verification is { } verification)
        {
            Row("verdict", $"{ClaimText.Overall(verification)}, {ClaimText.Tally(verification.Report)}{ClaimText.FailingCall(verification.Report)}");
        }

        var stages = report.Evidence!.Stages.Select(stage => Invariant($"{stage.Stage} {stage.Elapsed.TotalMilliseconds:0.#} ms"));
        Row("time", string.Join(", ", stages));

        void Row(string name, string value) => text.AppendPrintable($"  {name,-9} {value}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
