using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;
using HpcVerify.Trainer.Search.Http;

namespace HpcVerify.Trainer.Search.Scoring;

/// <summary>Scores groups by <c>POST /v1/score</c> of a running <c>hpcverify serve</c>, each in one call.</summary>
/// <param name="metric">What the task counts.</param>
/// <param name="retries">How often a group is sent again in which something is unscored, or not known yet.</param>
public sealed class HttpScorer(HttpClient client, Uri service, string? token, GroupPayment payment, Metric metric, string hardware, RetryPlan retryPlan, int retries, TimeProvider clock) : IScorer
{
    private readonly RetryingClient _client = new(client, new Uri(service, "/v1/score"), token, retryPlan, clock);

    public string Hardware => hardware;

    public async Task<ImmutableArray<Outcome>> Score(ScoringGroup group, CancellationToken cancellation)
    {
        var (outcomes, isAnswer) = await Ask(group, cancellation);
        for (var turn = 0; turn < retries && isAnswer && outcomes.Any(outcome => outcome.Reward is null); turn++)
        {
            (outcomes, isAnswer) = await Ask(group, cancellation);
        }

        return outcomes;
    }

    /// <summary>What the service says, and whether it said anything: who does not answer was asked often enough.</summary>
    private async Task<(ImmutableArray<Outcome> Outcomes, bool IsAnswer)> Ask(ScoringGroup group, CancellationToken cancellation)
    {
        var reply = await _client.Post(Body(group), cancellation);
        var (outcomes, problem) = reply switch
        {
            Reply.Answered { IsSuccess: true } answered => Read(answered.Body, group.Responses.Length),
            Reply.Answered refused => (default, string.Create(CultureInfo.InvariantCulture, $"{_client.Place} answers {(int)refused.Status}: {RetryingClient.Short(refused.Body)}")),
            Reply.Unreachable unreachable => (default, unreachable.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return (problem is null ? outcomes : [.. group.Responses.Select(_ => Outcome.Unscored(problem))], reply is not Reply.Unreachable);
    }

    private string Body(ScoringGroup group) => JsonSerializer.Serialize(new
    {
        profile = payment.Profile,
        stage = group.Stage,
        seed = group.Seed,
        group_size = group.Responses.Length,
        items = group.Responses.Select(response => new { task = group.Task, completion = response, group = "all" }),
    });

    private (ImmutableArray<Outcome> Outcomes, string? Problem) Read(string body, int count)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            ImmutableArray<Outcome> outcomes = [.. document.RootElement.GetProperty("items").EnumerateArray().Select(Of)];
            return outcomes.Length == count ? (outcomes, null) : (default, string.Create(CultureInfo.InvariantCulture, $"{_client.Place} answers with {outcomes.Length} items for {count}"));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return (default, $"{_client.Place} does not answer as 'hpcverify serve' does: {RetryingClient.Short(body)}");
        }
    }

    private Outcome Of(JsonElement item)
    {
        var (status, reason) = (item.GetProperty("status").GetString(), item.GetProperty("reason").GetString() ?? "");
        if (status != "scored")
        {
            return Outcome.Unscored(reason);
        }

        var (level, reward) = (Enum.Parse<Level>(item.GetProperty("level").GetString()!, ignoreCase: true), item.GetProperty("reward").GetDouble());
        var speed = item.GetProperty("metrics").GetProperty(MetricName.Key(metric)).GetDouble();
        return new(
            level, reward, level != Level.Ok ? null : payment.IsRelative ? speed : reward, VerdictOf(item), reason, FeedbackOf(item, reason, level, speed),
            item.GetProperty("name").GetString(), item.GetRawText());
    }

    /// <summary>As the service itself sums claims up; where they are open, the first that says how.</summary>
    private static string VerdictOf(JsonElement item)
    {
        var (metrics, claims) = (item.GetProperty("metrics"), item.GetProperty("claims").EnumerateArray().ToList());
        return metrics.GetProperty("refuted").GetDouble() > 0 ? "refuted"
            : metrics.GetProperty("proved").GetDouble() > 0 ? "proved"
            : claims.Count == 0 ? "untested"
            : claims.Where(claim => !claim.GetProperty("is_for_all_sizes").GetBoolean()).Select(claim => claim.GetProperty("verdict").GetString()).FirstOrDefault(verdict => verdict != "proved") ?? "unknown";
    }

    private string FeedbackOf(JsonElement item, string reason, Level level, double speed)
    {
        IEnumerable<string> findings = item.GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("severity").GetString() is "error" or "warning")
            .Select(finding => $"{finding.GetProperty("rule").GetString()}: {finding.GetProperty("message").GetString()}");
        var open = item.GetProperty("claims").EnumerateArray().Where(claim => claim.GetProperty("verdict").GetString() != "proved")
            .Select(claim => $"{claim.GetProperty("property").GetString()} {claim.GetProperty("verdict").GetString()}: {claim.GetProperty("detail").GetString()}");
        var speeds = level == Level.Ok ? [string.Create(CultureInfo.InvariantCulture, $"it runs at {speed:0.###} {MetricName.Unit(metric)}")] : Array.Empty<string>();
        return string.Join('\n', [$"{level.ToString().ToLowerInvariant()}: {reason}", .. findings, .. speeds, .. open]);
    }
}
