using System.Text.Json;
using HpcVerify.Rewards.Policy;
using HpcVerify.Server.Formats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HpcVerify.Server.Routes;

/// <summary>What OpenRLHF sends (<c>openrlhf/utils/agent.py</c>): lists of equal length, which may be empty.</summary>
/// <param name="Query">Prompt and response, decoded with their special tokens.</param>
/// <param name="Prompts">The prompts alone.</param>
/// <param name="Labels">Each names its task.</param>
public sealed record OpenRlhfBody(IReadOnlyList<string> Query, IReadOnlyList<string> Prompts, IReadOnlyList<JsonElement> Labels);

/// <summary>What it wants back.</summary>
/// <param name="Scores">From 0 to 1: a prompt is kept where their mean is in between, so that failures are 0 and no success is 1.</param>
/// <param name="ExtraLogs">Numbers only.</param>
public sealed record OpenRlhfReply(IReadOnlyList<double> Rewards, IReadOnlyList<double> Scores, IReadOnlyDictionary<string, IReadOnlyList<double>> ExtraLogs);

/// <summary>
/// <c>POST /get_reward</c>. It gives up after five answers that are no success, and has no word for a sample without a score: the request is held for as
/// long as the trainer waits, and asked again finds the work under way.
/// </summary>
internal sealed class OpenRlhfRoute(Scoring scoring)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/get_reward", (Delegate)Answer)
        .Reads<OpenRlhfBody>().Produces<OpenRlhfReply>()
        .WithSummary("The remote reward model of OpenRLHF (--reward.remote_url)");

    private async Task<IResult> Answer(HttpContext context)
    {
        var (body, problem) = await RequestBody.Read<OpenRlhfBody>(context, ServerJson.Lenient);
        if (body is null)
        {
            return problem!.ToResult();
        }

        var (samples, wrong) = SamplesOf(body);
        return samples is null ? wrong!.ToResult() : await Score(samples, scoring.Caller(scoring.Options.Patience.OpenRlhf, context.RequestAborted));
    }

    private async Task<IResult> Score(IReadOnlyList<Sample> samples, Caller caller)
    {
        var results = await Task.WhenAll(samples.Select(sample => scoring.Score(sample, caller)));
        if (results.FirstOrDefault(result => result.Reward is null) is { } open)
        {
            return Problem.Unscored(open.Reason).ToResult();
        }

        var metrics = results.Select(SampleMetrics.Of).ToList();
        return Results.Json(
            new OpenRlhfReply(
                [.. results.Select(result => result.Reward!.Value)], [.. results.Select(Share)],
                SampleMetrics.Names.ToDictionary(name => name, name => (IReadOnlyList<double>)[.. metrics.Select(values => values[name])])),
            ServerJson.Lenient);
    }

    /// <summary>Of its own speed and the naive kernel's together, so that it is never 1; half where nobody timed the naive one.</summary>
    private static double Share(SampleResult result) => result is { Score: Score.Scored { Level: Level.Ok }, Answer.Evidence.Measurement: { } measurement }
        ? measurement.NaiveSpeed is > 0 and { } naive ? Math.Min(measurement.Speed / (measurement.Speed + naive), 1 - 1e-6) : 0.5
        : 0;

    private (IReadOnlyList<Sample>? Samples, Problem? Problem) SamplesOf(OpenRlhfBody body)
    {
        if (body.Query.Count != body.Prompts.Count || body.Query.Count != body.Labels.Count || body.Query.Count > scoring.Options.MostItems)
        {
            return (null, Problem.BadRequest(FormattableString.Invariant(
                $"'query', 'prompts' and 'labels' are lists of one length up to {scoring.Options.MostItems}, and not of {body.Query.Count}, {body.Prompts.Count} and {body.Labels.Count}")));
        }

        // The reader lets no member be null, but elements of lists.
        if (body.Query.Concat(body.Prompts).Any(text => text is null))
        {
            return (null, Problem.BadRequest("a query or prompt is 'null', and has to be a string"));
        }

        var samples = new List<Sample>();
        for (var index = 0; index < body.Query.Count; index++)
        {
            if (DecodedText.ResponseOf(body.Query[index], body.Prompts[index]) is not { } response)
            {
                return (null, Problem.BadRequest(FormattableString.Invariant($"query {index} does not begin with its prompt, so that its response cannot be told from it")));
            }

            var (sample, problem) = Sample.OfOne(body.Labels[index], response, ServerJson.Strict, scoring);
            if (sample is null)
            {
                return (null, problem! with { Detail = FormattableString.Invariant($"label {index}: {problem.Detail}") });
            }

            samples.Add(sample);
        }

        return (samples, null);
    }
}
