using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HpcVerify.Server.Routes;

/// <summary>A batch that is worked on while its caller does something else.</summary>
/// <param name="Status"><c>running</c> or <c>done</c>.</param>
/// <param name="Result">What <c>/v1/score</c> would have answered; null while it is running.</param>
public sealed record JobReply(string Id, string Status, ScoreReply? Result);

/// <summary><c>/v1/jobs</c>: begin a batch, ask for it, give it up.</summary>
internal sealed class JobRoutes(ScoreRoute score, Scoring scoring, CancellationToken end)
{
    private const int LongestWait = 300;
    private readonly ConcurrentDictionary<string, Job> _jobs = [];
    private readonly ConcurrentQueue<string> _order = [];

    public int Count => _jobs.Count;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/jobs", (Delegate)Begin).Reads<ScoreBody>().Produces<JobReply>(202)
            .WithSummary("Begin a batch without waiting for it");
        routes.MapGet("/v1/jobs/{id}", Ask).Produces<JobReply>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(404)
            .WithSummary("Ask for a batch; 'wait' is for how many seconds to hold the request if it is not done");
        routes.MapDelete("/v1/jobs/{id}", GiveUp).Produces(204).ProducesProblem(401).ProducesProblem(404)
            .WithSummary("Give a batch up");
    }

    private async Task<IResult> Begin(HttpContext context)
    {
        var (work, problem) = await score.Read(context);
        if (work is null)
        {
            return problem!.ToResult();
        }

        if (!MakeRoom())
        {
            return Problem.Busy(FormattableString.Invariant($"{scoring.Options.MostJobs} jobs are running")).ToResult();
        }

        var id = Guid.NewGuid().ToString("N");
        var dropped = CancellationTokenSource.CreateLinkedTokenSource(end);
        var caller = new Caller(Timeout.InfiniteTimeSpan, dropped.Token, dropped.Token);
        _jobs[id] = new(Task.Run(() => score.Score(work, caller), CancellationToken.None), dropped);
        _order.Enqueue(id);
        context.Response.Headers.Location = $"/v1/jobs/{id}";
        return Results.Json(new JobReply(id, "running", null), ServerJson.Strict, statusCode: StatusCodes.Status202Accepted);
    }

    private async Task<IResult> Ask(string id, HttpContext context)
    {
        if (!_jobs.TryGetValue(id, out var job))
        {
            return NotThere(id).ToResult();
        }

        var text = context.Request.Query["wait"].ToString();
        if (text.Length > 0 && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked <= LongestWait))
        {
            return Problem.BadRequest(FormattableString.Invariant($"'wait' is a number of seconds from 0 to {LongestWait}")).ToResult();
        }

        var wait = text.Length == 0 ? 0 : int.Parse(text, CultureInfo.InvariantCulture);
        await Task.WhenAny(job.Work, Task.Delay(TimeSpan.FromSeconds(wait), context.RequestAborted));
        return job.Work switch
        {
            { IsCompletedSuccessfully: true } => Results.Json(new JobReply(id, "done", await job.Work), ServerJson.Strict),
            { IsCompleted: true } => NotThere(id).ToResult(),
            _ => Results.Json(new JobReply(id, "running", null), ServerJson.Strict),
        };
    }

    private IResult GiveUp(string id)
    {
        if (!_jobs.TryRemove(id, out var job))
        {
            return NotThere(id).ToResult();
        }

        job.Dropped.Cancel();
        return Results.NoContent();
    }

    private static Problem NotThere(string id) => Problem.NotFound($"there is no job '{id}': it was given up, or is so old that it was forgotten");

    /// <summary>Forgets the oldest jobs that are done; false where all are running.</summary>
    private bool MakeRoom()
    {
        for (var looked = _order.Count; looked > 0 && _jobs.Count >= scoring.Options.MostJobs && _order.TryDequeue(out var oldest); looked--)
        {
            if (_jobs.TryGetValue(oldest, out var job) && !job.Work.IsCompleted)
            {
                _order.Enqueue(oldest);
            }
            else
            {
                _jobs.TryRemove(oldest, out _);
            }
        }

        return _jobs.Count < scoring.Options.MostJobs;
    }

    private sealed record Job(Task<ScoreReply> Work, CancellationTokenSource Dropped);
}
