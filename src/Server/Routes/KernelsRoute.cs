using HpcVerify.Parser.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HpcVerify.Server.Routes;

/// <summary>The tasks that submissions can be for.</summary>
public sealed record KernelsReply(IReadOnlyList<KernelItem> Kernels, IReadOnlyList<string> Profiles);

/// <summary>One task.</summary>
/// <param name="Entry">The function that a submission has to define.</param>
/// <param name="Metric">What its speed is counted in.</param>
/// <param name="Score">The sizes at which kernels are timed.</param>
/// <param name="Specification">Prototype, contract and reference, as C.</param>
public sealed record KernelItem(string Name, string Title, string Entry, string Metric, IReadOnlyDictionary<string, long> Score, string Specification);

/// <summary><c>GET /v1/kernels</c>.</summary>
internal sealed class KernelsRoute(Scoring scoring)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/kernels", (Delegate)Answer)
        .Produces<KernelsReply>().ProducesProblem(401).WithSummary("List the tasks that submissions can be for");

    private IResult Answer() => Results.Json(
        new KernelsReply([.. scoring.Service.Tasks.Values.Select(known => Item(known.Task)).OrderBy(item => item.Name, StringComparer.Ordinal)], [.. scoring.Profiles.Names]), ServerJson.Strict);

    private static KernelItem Item(KernelTask task) => new(
        task.Name, task.Title, task.EntryPoint, MetricName.Key(task.Metric), new Dictionary<string, long>(task.ScoredSizes.Values), task.Specification.ToString());
}
