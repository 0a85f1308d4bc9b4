using System.Text.Json;
using System.Text.Json.Nodes;
using HpcVerify.Server.Formats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HpcVerify.Server.Routes;

/// <summary>
/// A resources server of NeMo-Gym (<c>nemo_gym/base_resources_server.py</c>): <c>/verify</c> gives the request back with a reward in it. The task is in
/// <c>verifier_metadata</c>. A sample without a score is an error, because its rollout would count with any number.
/// </summary>
internal sealed class NemoGymRoutes(Scoring scoring)
{
    private const string TaskIndex = "_ng_task_index";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/seed_session", async (HttpContext context) => await Read(context) is (null, { } problem) ? problem.ToResult() : Results.Json(new JsonObject()))
            .Reads<object>().Produces<object>().WithSummary("NeMo-Gym: begin a session, of which nothing is kept");
        routes.MapPost("/verify", (Delegate)Verify)
            .Reads<object>().Produces<object>().WithSummary("NeMo-Gym: the request with its reward");
        routes.MapPost("/aggregate_metrics", (Delegate)Aggregate)
            .Reads<object>().Produces<object>().WithSummary("NeMo-Gym: means of what /verify answered");
        routes.MapGet("/reverify_mode", () => Results.Json("stateless")).Produces<string>().ProducesProblem(401).WithSummary("NeMo-Gym: nothing is kept between calls");
    }

    private async Task<IResult> Verify(HttpContext context)
    {
        var (row, problem) = await Read(context);
        if (row is null)
        {
            return problem!.ToResult();
        }

        if (TextOf(row["response"]) is not { } text || row["responses_create_params"] is null || row["verifier_metadata"] is not { } label)
        {
            return Problem.BadRequest("the body has 'responses_create_params', 'response' with its 'output', and 'verifier_metadata', which names the task").ToResult();
        }

        // What is in there besides belongs to the data set and to other verifiers.
        var (sample, wrong) = Sample.OfOne(JsonSerializer.SerializeToElement(label), DecodedText.WithoutMarks(text), ServerJson.Lenient, scoring);
        if (sample is null)
        {
            return wrong!.ToResult();
        }

        var result = await scoring.Score(sample, scoring.Caller(scoring.Options.Patience.NemoGym, context.RequestAborted));
        if (result.Reward is not { } reward)
        {
            return Problem.Unscored(result.Reason).ToResult();
        }

        row["reward"] = reward;
        row["reward_components"] = new JsonObject { ["kernel"] = reward };
        foreach (var (name, value) in SampleMetrics.Of(result))
        {
            row[name] = value;
        }

        return Results.Json(row);
    }

    private async Task<IResult> Aggregate(HttpContext context)
    {
        var (body, problem) = await Read(context);
        if (body is null)
        {
            return problem!.ToResult();
        }

        if (body["verify_responses"] is not JsonArray responses || responses.Any(response => response is not JsonObject))
        {
            return Problem.BadRequest("the body has 'verify_responses', a list of what '/verify' answered").ToResult();
        }

        var rows = responses.OfType<JsonObject>().ToList();
        var groups = rows.GroupBy(row => row[TaskIndex]?.ToJsonString() ?? "").Select(group =>
        {
            var means = Means(group);
            means[TaskIndex] = group.First()[TaskIndex]?.DeepClone();
            return (JsonNode)means;
        });
        var all = Means(rows);
        var headline = new JsonObject(all.Where(mean => mean.Key is "mean/reward" or "mean/correct").Select(mean => KeyValuePair.Create(mean.Key, mean.Value?.DeepClone())));
        return Results.Json(new JsonObject { ["group_level_metrics"] = new JsonArray([.. groups]), ["agent_metrics"] = all, ["key_metrics"] = headline });
    }

    /// <summary>Of what is a number; a sample without one has no part in that mean.</summary>
    private static JsonObject Means(IEnumerable<JsonObject> rows) => new(rows
        .SelectMany(row => row.Where(field => field.Key != TaskIndex))
        .Select(field => (field.Key, Number: Number(field.Value)))
        .Where(field => field.Number is not null)
        .GroupBy(field => field.Key, field => field.Number!.Value)
        .Select(field => KeyValuePair.Create($"mean/{field.Key}", (JsonNode?)Mean([.. field]))));

    /// <summary>Null for what is none, or is none that JSON could say of a mean.</summary>
    private static double? Number(JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number && node.GetValue<double>() is var number && double.IsFinite(number) ? number : null;

    /// <summary>Finite even where the sum is not.</summary>
    private static double Mean(double[] numbers) => numbers.Sum(number => number / numbers.Length);

    /// <summary>The text of all messages of a response: a list of items, or null where it is no response.</summary>
    private static string? TextOf(JsonNode? response) => response is JsonObject given && given["output"] is JsonArray output
        ? string.Concat(
            from item in output.OfType<JsonObject>()
            where Word(item["type"]) == "message" && item["content"] is JsonArray
            from part in item["content"]!.AsArray().OfType<JsonObject>()
            where Word(part["type"]) == "output_text"
            select Word(part["text"]))
        : null;

    private static string Word(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<JsonElement>().Deserialize<string>(ServerJson.Lenient)! : "";

    /// <summary>As elements first: nodes find out only when somebody looks that a key is there twice.</summary>
    private static async Task<(JsonObject? Row, Problem? Problem)> Read(HttpContext context)
    {
        var (row, problem) = await RequestBody.Read<Dictionary<string, JsonElement>>(context, ServerJson.Lenient);
        return row is null ? (null, problem) : (new(row.Select(field => KeyValuePair.Create(field.Key, NodeOf(field.Value)))), null);
    }

    private static JsonNode? NodeOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(element),
    };
}
