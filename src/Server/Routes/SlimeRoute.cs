using System.Text.Json;
using HpcVerify.Server.Formats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HpcVerify.Server.Routes;

/// <summary>What slime sends (<c>slime/rollout/rm_hub</c>).</summary>
/// <param name="Response">The response alone.</param>
/// <param name="Label">Names the task.</param>
public sealed record SlimeBody(string Response, JsonElement Label);

/// <summary><c>POST /rm</c>: an object with <c>score</c> (<c>--reward-key score</c>) and the usual numbers. slime asks again after any failure, ten times.</summary>
internal sealed class SlimeRoute(Scoring scoring)
{
    /// <summary>The key of the reward.</summary>
    public const string Key = "score";

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/rm", (Delegate)Answer)
        .Reads<SlimeBody>().Produces<IReadOnlyDictionary<string, double>>()
        .WithSummary("The remote reward model of slime (--rm-type remote_rm --reward-key score)");

    private async Task<IResult> Answer(HttpContext context)
    {
        var (body, problem) = await RequestBody.Read<SlimeBody>(context, ServerJson.Lenient);
        if (body is null)
        {
            return problem!.ToResult();
        }

        var (sample, wrong) = Sample.OfOne(body.Label, DecodedText.WithoutMarks(body.Response), ServerJson.Strict, scoring);
        if (sample is null)
        {
            return wrong!.ToResult();
        }

        var result = await scoring.Score(sample, scoring.Caller(scoring.Options.Patience.Slime, context.RequestAborted));
        return result.Reward is { } reward
            ? Results.Json(new Dictionary<string, double>(SampleMetrics.Of(result)) { [Key] = reward }, ServerJson.Lenient)
            : Problem.Unscored(result.Reason).ToResult();
    }
}
