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
            text.Append(Printable(finding.Format(report.Source))).Append('\n');
        }

        if (report.Score is not null)
        {
            Describe(text, report);
        }
        else if (report.Findings.IsEmpty)
        {
            text.Append(Printable(report.Source.Path)).Append(": no findings\n");
        }

        return text.ToString();
    }

    private static void Describe(StringBuilder text, FileReport report)
    {
        var path = Printable(report.Source.Path);
        text.Append(report.Score switch
        {
            Score.Scored scored => Invariant($"{path}: {scored.Level.ToString().ToLowerInvariant()}, reward {scored.Reward:0.###} as '{report.Kernel}'\n"),
            Score.Unscored => Invariant($"{path}: unscored as '{report.Kernel}'\n"),
            _ => "",
        });
        text.Append(Row("reason", Printable(report.Score is Score.Unscored unscored ? unscored.Reason : ((Score.Scored)report.Score!).Reason)));
        if (report.Evidence?.Measurement is { } measurement)
        {
            var runs = string.Join(", ", measurement.SecondsPerRun.Select(seconds => Invariant($"{seconds * 1e3:0.###}")));
            text.Append(Row("speed", Invariant($"{measurement.Speed:0.###} {MetricName.Unit(measurement.Metric)}, runs of {runs} ms")));
            if (measurement.RatioToBaseline is { } ratio)
            {
                text.Append(Row("baseline", Invariant($"{ratio:0.###} of its speed, timed in turn")));
            }
        }

        var stages = report.Evidence!.Stages.Select(stage => Invariant($"{stage.Stage} {stage.Elapsed.TotalMilliseconds:0.#} ms"));
        text.Append(Row("time", string.Join(", ", stages)));
    }

    private static string Row(string name, string value) => $"  {name,-9} {value}\n";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Source text may hold terminal control sequences; a report must not pass them on.</summary>
    private static string Printable(string text) =>
        string.Concat(text.Select(character => char.IsControl(character) ? '\uFFFD' : character));
}
