using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Server.Page;

/// <summary>One result that is remembered, cut to a size that any number of hostile submissions keep to.</summary>
/// <param name="Number">Counts from 1 since the service was started.</param>
/// <param name="Item">As <c>/v1/score</c> has it.</param>
/// <param name="Text">The response; null where it is too long to be kept.</param>
/// <param name="Speed">In the task's own metric; null where it was not measured, or is worth nothing.</param>
internal sealed record ActivityEntry(long Number, DateTimeOffset At, Sample Sample, ScoredItem Item, string? Text, double? Speed, Metric Metric, WitnessItem? Witness)
{
    private const int LongestText = 32 << 10, LongestSentence = 500, MostFindings = 200, MostClaims = 50;

    public string Task => Sample.Task;

    public static ActivityEntry Of(SampleResult result, DateTimeOffset at)
    {
        var item = ScoredItem.Of(null, result);
        var measurement = item.Level == "ok" ? result.Answer?.Evidence.Measurement : null;
        return new(
            0, at, result.Sample with { Response = "" }, Cut(item), result.Sample.Response.Length > LongestText ? null : result.Sample.Response,
            measurement is { Speed: var speed } && double.IsFinite(speed) ? speed : null, measurement?.Metric ?? Metric.Gflops,
            result.Answer is { } answer ? WitnessItem.Of(answer.Evidence, result.Sample.Response) : null);
    }

    public static string Cut(string sentence) => sentence.Length > LongestSentence ? $"{sentence.AsSpan(0, LongestSentence)}…" : sentence;

    private static ScoredItem Cut(ScoredItem item) => item with
    {
        Reason = Cut(item.Reason),
        Findings = [.. item.Findings.Take(MostFindings).Select(finding => finding with { Message = Cut(finding.Message) })],
        Claims = [.. item.Claims.Take(MostClaims).Select(claim => claim with { Detail = Cut(claim.Detail) })],
    };
}
