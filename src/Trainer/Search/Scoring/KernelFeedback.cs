using System.Globalization;
using System.Text;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Trainer.Search.Scoring;

/// <summary>What whoever corrects a kernel has to know: how it failed, with the call that shows it, or how fast it is, and what is not proved.</summary>
public static class KernelFeedback
{
    private const int MostFindings = 5, LongestLine = 120;

    /// <summary>Sentences, one to a line.</summary>
    public static string Of(Evidence evidence, Score score, string response) => string.Join('\n', Sentences(evidence, score, response));

    private static IEnumerable<string> Sentences(Evidence evidence, Score score, string response)
    {
        if (score is Score.Unscored unscored)
        {
            yield return $"nothing is known of it: {unscored.Reason}";
            yield break;
        }

        if (evidence.Failure is { } failure)
        {
            yield return $"{Word(failure.Level)}: {failure.Reason}{At(failure.Sizes)}";
        }

        foreach (var finding in Findings(evidence, response))
        {
            yield return finding;
        }

        if (evidence.Measurement is { } measurement)
        {
            yield return Speed(measurement);
        }

        if (evidence.Proof is { State: not ProofState.Proved } proof)
        {
            yield return $"{proof.State.ToString().ToLowerInvariant()}: {proof.Reason}{At(proof.FailingSizes)}{(proof.Witness is { What: var what } && !proof.Reason.Contains(what, StringComparison.Ordinal) ? $" ({what})" : "")}";
        }
    }

    private static string Word(Level level) => level switch
    {
        Level.Format => "no such function",
        Level.Library => "something that may not be used",
        Level.Compile => "it does not compile",
        Level.Timeout => "it takes too long",
        Level.Runtime => "it crashes",
        Level.Verification => "a wrong answer",
        _ => "right",
    };

    private static string At(string? sizes) => sizes is null ? "" : $", at {sizes}";

    /// <summary>The text of the line stands for its number: the response is not what the next prompt shows.</summary>
    private static IEnumerable<string> Findings(Evidence evidence, string response)
    {
        var source = SourceText.OfResponse(response);
        return evidence.Findings.Where(finding => finding.Rule.Severity >= Severity.Warning).Take(MostFindings)
            .Select(finding => finding.Span == default ? $"{finding.Rule.Id}: {finding.Message}" : $"{finding.Rule.Id}: {finding.Message}, in the line `{Line(source, finding.Span.Start)}`");
    }

    private static string Line(SourceText source, int offset)
    {
        var line = source.Quote(source.SpanOfLine(source.PositionOf(Math.Min(offset, source.Length)).Line)).Trim();
        return line.Length > LongestLine ? line[..LongestLine] + "…" : line;
    }

    private static string Speed(Measurement measurement)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"right wherever it was tried, at {measurement.Speed:0.###} {MetricName.Unit(measurement.Metric)}");
        if (measurement.NaiveSpeed is > 0 and { } naive)
        {
            text.Append(CultureInfo.InvariantCulture, $", {measurement.Speed / naive:0.##} times as fast as the reference");
        }

        if (measurement.RatioToBaseline is { } ratio)
        {
            text.Append(CultureInfo.InvariantCulture, $", {ratio:0.###} of the library's speed");
        }

        return text.ToString();
    }
}
