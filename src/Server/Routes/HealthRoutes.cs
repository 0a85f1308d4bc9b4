using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HpcVerify.Server.Routes;

/// <summary>Whether the process lives, whether it takes work, and what it has done.</summary>
internal sealed class HealthRoutes(Scoring scoring, Admission admission, Counters counters, JobRoutes jobs, Sentinel sentinel)
{
    public const string Live = "/healthz", Ready = "/readyz";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Live, Alive).Produces<string>(contentType: MediaTypeNames.Text.Plain).WithSummary("Whether the process lives; needs no token");
        routes.MapGet(Ready, IsReady).Produces<string>(contentType: MediaTypeNames.Text.Plain).ProducesProblem(503).WithSummary("Whether it takes work; needs no token");
        routes.MapGet("/metrics", Metrics).Produces<string>(contentType: MediaTypeNames.Text.Plain).ProducesProblem(401).WithSummary("Counters and gauges in the text format of Prometheus");

        // What looks after services may ask so; the page's document says GET.
        routes.MapMethods(Live, [HttpMethods.Head], Alive).ExcludeFromDescription();
        routes.MapMethods(Ready, [HttpMethods.Head], IsReady).ExcludeFromDescription();
    }

    private static IResult Alive() => Results.Text("alive\n");

    private IResult IsReady() => ToldToAll is { } obstacle ? Problem.Busy(obstacle).ToResult() : Results.Text("ready\n");

    /// <summary>Why nobody should send work, or believe what comes of it; null where everything is in order. For those who know the token: it may name machines.</summary>
    public string? Obstacle => admission.Obstacle ?? scoring.Service.Problem ?? sentinel.Obstacle;

    /// <summary>The same for everybody.</summary>
    private string? ToldToAll => Obstacle is null ? null : admission.Obstacle ?? (scoring.Service.Problem is null ? sentinel.Obstacle : "the broker is away: jobs that come now wait for it");

    /// <summary>Names, explanations and values of what is so at this moment.</summary>
    public IEnumerable<(string Name, string Help, double Value)> Gauges() =>
    [
        ("hpcverify_pending_evaluations", "Evaluations that were begun and are not done.", scoring.Service.Pending),
        ("hpcverify_active_requests", "Requests with a body that are under way.", admission.Active),
        ("hpcverify_jobs", "Asynchronous jobs that are remembered.", jobs.Count),
        ("hpcverify_ready", "Whether work is taken.", Obstacle is null ? 1 : 0),
        ("hpcverify_waiting_jobs", "Jobs in queues that nobody has taken.", scoring.Service.Queues.Sum(queue => queue.Waiting)),
        .. sentinel.Gauges,
    ];

    private IResult Metrics() => Results.Text(counters.Exposition(Gauges()), "text/plain; version=0.0.4; charset=utf-8");
}
