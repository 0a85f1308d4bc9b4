using Microsoft.AspNetCore.Http;

namespace HpcVerify.Server;

/// <summary>What is wrong with a request or with us, as RFC 9457 has it: a fact, its place, and the way out.</summary>
internal sealed record Problem(int Status, string Title, string Detail)
{
    private const int SecondsToRetry = 2;

    /// <summary>Of what a request says, as much as a person needs to find it there: a name may be as long as a body.</summary>
    private const int LongestDetail = 2000;

    /// <summary>When to come again; null where that would not help.</summary>
    public int? RetryAfter { get; init; }

    public static Problem BadRequest(string detail) => new(StatusCodes.Status400BadRequest, "The request cannot be answered", detail);

    /// <summary>A failure of ours, or too little time: no number stands in for an answer (SOUNDNESS 24).</summary>
    public static Problem Unscored(string detail) => new(StatusCodes.Status503ServiceUnavailable, "There is no score", detail) { RetryAfter = SecondsToRetry };

    public static Problem Busy(string detail) => new(StatusCodes.Status503ServiceUnavailable, "The service has enough to do", detail) { RetryAfter = SecondsToRetry };

    public static Problem NotFound(string detail) => new(StatusCodes.Status404NotFound, "There is no such thing", detail);

    public IResult ToResult() => new ProblemResult(this);

    public Task Write(HttpContext context) => ToResult().ExecuteAsync(context);

    private static string Cut(string detail) => detail.Length > LongestDetail ? $"{detail.AsSpan(0, LongestDetail / 2)}…{detail.AsSpan(detail.Length - (LongestDetail / 2))}" : detail;

    private sealed class ProblemResult(Problem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            if (problem.RetryAfter is { } seconds)
            {
                context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            return Results.Problem(Cut(problem.Detail), statusCode: problem.Status, title: problem.Title).ExecuteAsync(context);
        }
    }
}
