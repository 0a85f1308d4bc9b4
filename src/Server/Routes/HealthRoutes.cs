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
        routes.MapGet(Live, () => Results.Text("alive\n")).WithSummary("Whether the process lives; needs no token");
        routes.MapGet(Ready, () => Obstacle is { } obstacle ? Problem.Busy(obstacle).ToResult() : Results.Text("ready\n"))
            .ProducesProblem(503).WithSummary("Whether it takes work; needs no token");
        routes.MapGet("/metrics", Metrics).ProducesProblem(401).WithSummary("Counters and gauges in the text format of Prometheus");
    }

    private string? Obstacle => admission.Obstacle ?? sentinel.Obstacle;

    /// <summary>Names, explanations and values of what is so at this moment.</summary>
    public IEnumerable<(string Name, string Help, double Value)> Gauges() =>
    [
        ("hpcverify_pending_evaluations", "Evaluations that were begun and are not done.", scoring.Service.Pending),
        ("hpcverify_active_requests", "Requests with a body that are under way.", admission.Active),
        ("hpcverify_jobs", "Asynchronous jobs that are remembered.", jobs.Count),
        ("hpcverify_ready", "Whether work is taken.", Obstacle is null ? 1 : 0),
        .. sentinel.Gauges,
    ];

    private IResult Metrics() => Results.Text(counters.Exposition(Gauges()), "text/plain; version=0.0.4; charset=utf-8");
}
