using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HpcVerify.Server;

/// <summary>The outermost layer: counts answers, and turns what must not happen into an answer without a stack trace.</summary>
internal sealed class Boundary(Counters counters, Action<string> complain)
{
    /// <summary>What nginx calls a request whose caller has gone.</summary>
    private const int CallerLeft = 499;

    public async Task Invoke(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = context.Response.HasStarted ? context.Response.StatusCode : CallerLeft;
        }
        catch (OperationCanceledException)
        {
            await Answer(context, Problem.Busy("the service is about to end"));
        }
        catch (BadHttpRequestException exception)
        {
            await Answer(context, new(exception.StatusCode, "The request cannot be read", exception.Message));
        }
        catch (Exception exception)
        {
            var cause = exception.GetBaseException();
            complain($"internal error: {cause.GetType().Name}: {cause.Message}");
            await Answer(context, new(StatusCodes.Status500InternalServerError, "This is a bug of the service", $"{cause.GetType().Name}: {cause.Message}"));
        }

        counters.Count((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "", context.Response.StatusCode);
    }

    private static Task Answer(HttpContext context, Problem problem) => context.Response.HasStarted ? Task.CompletedTask : problem.Write(context);
}
