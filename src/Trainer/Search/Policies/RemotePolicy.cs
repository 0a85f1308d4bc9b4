using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using HpcVerify.Trainer.Search.Http;

namespace HpcVerify.Trainer.Search.Policies;

/// <summary>
/// A model behind an OpenAI-compatible endpoint (<c>/v1/chat/completions</c>): it answers and is never updated, which is the paper's baseline with a
/// learning rate of 0. Endpoints that give fewer answers than they were asked for are asked again.
/// </summary>
public sealed class RemotePolicy : IPolicy
{
    /// <summary>Answers that are no answers, one after the other, until it is given up.</summary>
    private const int MostMalformed = 3;

    private readonly RemoteOptions _options;
    private readonly RetryingClient _client;
    private bool _wantsLogProbabilities;
    private Spent _spent = new(0, 0);

    /// <param name="endpoint">The server; a path is kept, and completed where it does not name the route.</param>
    /// <param name="key">Sent as <c>Authorization: Bearer</c>; null where the endpoint needs none.</param>
    public RemotePolicy(HttpClient client, Uri endpoint, string? key, RemoteOptions options, RetryPlan retryPlan, TimeProvider clock)
    {
        _options = options;
        _client = new(client, Route(endpoint), key, retryPlan, clock);
        _wantsLogProbabilities = options.WantsLogProbabilities;
    }

    public string Name => string.Create(CultureInfo.InvariantCulture, $"remote {_options.Model}, temperature {_options.Temperature}, top-p {_options.TopP}, at most {_options.MostTokens} tokens");

    public bool IsLearning => false;

    /// <summary>Requests that were answered so far, and tokens of their answers.</summary>
    public (long Requests, long Tokens) Used => (_spent.Requests, _spent.Tokens);

    public async Task<Sampling> Sample(Prompt prompt, int count, ulong seed, CancellationToken cancellation)
    {
        var completions = ImmutableArray.CreateBuilder<Completion>(count);
        for (var malformed = 0; completions.Count < count;)
        {
            if (Exhausted() is { } exhausted)
            {
                return new Sampling.Unavailable(exhausted);
            }

            switch (await _client.Post(Body(prompt.Text, count - completions.Count, seed + (ulong)completions.Count), cancellation))
            {
                case Reply.Unreachable unreachable:
                    return new Sampling.Unavailable(unreachable.Reason);
                case Reply.Answered { Status: HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity } when _wantsLogProbabilities:
                    _wantsLogProbabilities = false;
                    continue;
                case Reply.Answered { IsSuccess: false } refused:
                    return new Sampling.Unavailable(string.Create(CultureInfo.InvariantCulture, $"{_client.Place} answers {(int)refused.Status}: {RetryingClient.Short(refused.Body)}"));
                case Reply.Answered answered when ChatReply.Read(answered.Body) is { } reply:
                    var taken = reply.Completions.Take(count - completions.Count).ToImmutableArray();
                    _spent = new(_spent.Requests + 1, _spent.Tokens + (reply.AnsweredTokens ?? (long)taken.Length * _options.MostTokens));
                    completions.AddRange(taken);
                    malformed = 0;
                    continue;
                case Reply.Answered answered:
                    _spent = _spent with { Requests = _spent.Requests + 1 };
                    if (++malformed == MostMalformed)
                    {
                        return new Sampling.Unavailable($"{_client.Place} does not answer as /v1/chat/completions does: {RetryingClient.Short(answered.Body)}");
                    }

                    continue;
            }
        }

        return new Sampling.Answered(completions.ToImmutable());
    }

    public StepReport Update(IReadOnlyList<RewardedGroup> groups) => StepReport.Empty;

    /// <summary>What was spent: a resumed search has no new budget.</summary>
    public void Save(Stream state) => JsonSerializer.Serialize(state, _spent);

    public void Load(Stream state)
    {
        try
        {
            _spent = JsonSerializer.Deserialize<Spent>(state) ?? throw new InvalidDataException("nothing is said of what was spent");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(exception.Message, exception);
        }
    }

    private string? Exhausted() =>
        _options.RequestBudget > 0 && _spent.Requests >= _options.RequestBudget ? string.Create(CultureInfo.InvariantCulture, $"the budget of {_options.RequestBudget} requests is used up")
        : _options.TokenBudget > 0 && _spent.Tokens >= _options.TokenBudget ? string.Create(CultureInfo.InvariantCulture, $"the budget of {_options.TokenBudget} tokens is used up")
        : null;

    private string Body(string prompt, int count, ulong seed)
    {
        var body = new JsonObject
        {
            ["model"] = _options.Model,
            ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = prompt }),
            ["n"] = count,
            ["max_tokens"] = _options.MostTokens,
            ["temperature"] = _options.Temperature,
            ["top_p"] = _options.TopP,

            // Endpoints take it as a signed number, some of them of 32 bits.
            ["seed"] = (long)(seed & int.MaxValue),
        };
        if (_wantsLogProbabilities)
        {
            body["logprobs"] = true;
        }

        return body.ToJsonString();
    }

    private static Uri Route(Uri endpoint)
    {
        const string Completions = "chat/completions", Version = "v1/";
        var path = endpoint.AbsolutePath;
        return path.EndsWith("/" + Completions, StringComparison.Ordinal) ? endpoint
            : new UriBuilder(endpoint) { Path = path.TrimEnd('/') + "/" + (path.TrimEnd('/').EndsWith("/v1", StringComparison.Ordinal) ? "" : Version) + Completions }.Uri;
    }

    private sealed record Spent(long Requests, long Tokens);
}
