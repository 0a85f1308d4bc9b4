using HpcVerify.Rewards.Service;
using Microsoft.AspNetCore.Http;

namespace HpcVerify.Server;

/// <summary>How much is under way: no more is begun than the service has room for, and nothing once it is told to end.</summary>
internal sealed class Admission(ScoringService service, ServerOptions options)
{
    private int _active;
    private volatile bool _isDraining;

    public int Active => Volatile.Read(ref _active);

    /// <summary>Why nothing new is begun now; null while it is.</summary>
    public string? Obstacle =>
        _isDraining ? "the service is about to end"
        : service.Pending >= options.MostPending ? FormattableString.Invariant($"{service.Pending} evaluations are waiting")
        : null;

    /// <summary>Begins nothing new from now on.</summary>
    public void Close() => _isDraining = true;

    public async Task Invoke(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await next(context);
            return;
        }

        try
        {
            var active = Interlocked.Increment(ref _active);
            var obstacle = active > options.MostRequests ? FormattableString.Invariant($"{options.MostRequests} requests are under way") : Obstacle;
            await (obstacle is null ? next(context) : Problem.Busy(obstacle).Write(context));
        }
        finally
        {
            Interlocked.Decrement(ref _active);
        }
    }

    /// <summary>Waits for the requests under way, and no longer than that.</summary>
    public async Task Drained(TimeSpan limit)
    {
        const int Step = 20;
        for (var waited = 0; Active > 0 && waited < limit.TotalMilliseconds; waited += Step)
        {
            await Task.Delay(Step);
        }
    }
}
