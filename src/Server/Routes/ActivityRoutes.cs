using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;
using HpcVerify.Server.Page;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HpcVerify.Server.Routes;

/// <summary><c>/v1/activity</c>: what came in of late, for the page and for other people's.</summary>
internal sealed class ActivityRoutes(Scoring scoring, Activity activity, Counters counters, HealthRoutes health)
{
    public const string Path = "/v1/activity";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Answer).Produces<ActivityReply>().ProducesProblem(400).ProducesProblem(401)
            .WithSummary("What came in of late; 'since' is the number that the last answer had for 'next'");
        routes.MapGet($"{Path}/{{number}}", (Delegate)Detail).Produces<ActivityDetail>().ProducesProblem(401).ProducesProblem(404)
            .WithSummary("One submission with its text, what is to be said of its lines, and its counterexample");
    }

    private IResult Answer(HttpContext context)
    {
        var text = context.Request.Query["since"].ToString();
        if (text.Length > 0 && !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return Problem.BadRequest("'since' is a number from an answer's 'next'").ToResult();
        }

        var (recent, next, best) = activity.Since(text.Length == 0 ? 0 : long.Parse(text, CultureInfo.InvariantCulture));
        var tasks = counters.Outcomes().Select(task => new TaskActivity(task.Key, task.Value, best.TryGetValue(task.Key, out var entry) ? ActivityItem.Of(entry) : null));
        return Reply(context, new ActivityReply(
            activity.Started.ToString("O", CultureInfo.InvariantCulture), next, health.Obstacle, [.. tasks], [.. scoring.Service.Queues.Select(QueueItem.Of)],
            [.. health.Gauges().Select(gauge => new GaugeItem(gauge.Name, gauge.Help, gauge.Value))], [.. recent.Select(ActivityItem.Of)]));
    }

    private async Task<IResult> Detail(string number, HttpContext context)
    {
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) || activity.Find(wanted) is not { } entry)
        {
            return Problem.NotFound("no such submission is remembered").ToResult();
        }

        var techniques = entry.Text is null ? [] : await Techniques(entry, entry.Text, context.RequestAborted);
        return Reply(context, new ActivityDetail(
            ActivityItem.Of(entry), entry.Text, [.. entry.Item.Findings.Select(MarkItem.Of).Concat(techniques).OrderBy(mark => mark.Line)], entry.Item.Claims, entry.Witness));
    }

    /// <summary>Looked for when somebody asks: scoring does not need them.</summary>
    private async Task<IEnumerable<MarkItem>> Techniques(ActivityEntry entry, string text, CancellationToken left)
    {
        var found = entry.Item.Level is null or "format" ? ImmutableArray<Diagnostic>.Empty : await scoring.Service.Techniques(entry.Task, text, left);
        var source = SourceText.OfResponse(text);
        return found.Select(technique => MarkItem.OfTechnique(technique, source.PositionOf(technique.Span.Start).Line));
    }

    private static IResult Reply<T>(HttpContext context, T reply)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Json(reply, ServerJson.Strict);
    }
}
