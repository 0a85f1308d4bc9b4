using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace HpcVerify.Trainer.Search.Http;

/// <summary>How patiently an endpoint is asked.</summary>
/// <param name="Timeout">Of one request.</param>
/// <param name="Attempts">How often it is made in all.</param>
/// <param name="FirstPause">Before the second attempt; each later pause is twice as long.</param>
/// <param name="LongestPause">However much longer the endpoint asks for.</param>
public sealed record RetryPlan(TimeSpan Timeout, int Attempts, TimeSpan FirstPause, TimeSpan LongestPause)
{
    public static RetryPlan Usual { get; } = new(TimeSpan.FromMinutes(10), 6, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
}

/// <summary>What an endpoint said, or why it said nothing.</summary>
internal abstract record Reply
{
    private Reply() { }

    /// <param name="Status">Below 300, or a refusal that another attempt would not change.</param>
    public sealed record Answered(HttpStatusCode Status, string Body) : Reply
    {
        public bool IsSuccess => (int)Status is >= 200 and < 300;
    }

    public sealed record Unreachable(string Reason) : Reply;
}

/// <summary>
/// Posts JSON, again where that may help: the endpoint is busy (429), ails (5xx), says nothing in time, or can no longer be reached. A <c>Retry-After</c> is heeded.
/// Where nobody was there from the beginning, the address is wrong, or nothing runs there yet, and that is said at once.
/// </summary>
internal sealed class RetryingClient(HttpClient client, Uri url, string? key, RetryPlan retryPlan, TimeProvider clock)
{
    /// <summary>More than any honest answer.</summary>
    private const int LargestAnswer = 256 << 20;

    private bool _wasReached;

    /// <summary>The address in quotes, without the user and password that it may hold.</summary>
    public string Place => $"'{url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)}'";

    /// <summary>Asks once after the other until there is an answer.</summary>
    /// <exception cref="OperationCanceledException">The caller has given up.</exception>
    public async Task<Reply> Post(string json, CancellationToken cancellation)
    {
        var pause = retryPlan.FirstPause;
        for (var attempt = 1; ; attempt++)
        {
            var (reply, isFinal, asked) = await Try(json, cancellation);
            if (isFinal || attempt >= retryPlan.Attempts)
            {
                return reply;
            }

            var wait = asked is { } wanted && wanted > pause ? wanted : pause;
            await Task.Delay(wait < retryPlan.LongestPause ? wait : retryPlan.LongestPause, clock, cancellation);
            pause *= 2;
        }
    }

    private async Task<(Reply Reply, bool IsFinal, TimeSpan? Pause)> Try(string json, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(retryPlan.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
            request.Headers.Authorization = key is null ? null : new("Bearer", key);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            _wasReached = true;
            if (response.Content.Headers.ContentLength > LargestAnswer)
            {
                return (new Reply.Unreachable($"{Place} answers with more than {LargestAnswer >> 20} MiB"), true, null);
            }

            await response.Content.LoadIntoBufferAsync(LargestAnswer, either.Token);
            var body = await response.Content.ReadAsStringAsync(either.Token);
            var isPassing = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)response.StatusCode >= 500;
            return isPassing
                ? (new Reply.Unreachable(FormattableString.Invariant($"{Place} answers {(int)response.StatusCode} ({Short(body)})")), false, PauseOf(response.Headers.RetryAfter))
                : (new Reply.Answered(response.StatusCode, body), true, null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (new Reply.Unreachable(FormattableString.Invariant($"{Place} does not answer within {retryPlan.Timeout.TotalSeconds:0.###} s")), false, null);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidOperationException)
        {
            var isNobody = !_wasReached && exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
            return (new Reply.Unreachable($"{Place} cannot be reached: {exception.GetBaseException().Message}"), isNobody, null);
        }
    }

    /// <summary>The beginning of what an endpoint says, on one line.</summary>
    public static string Short(string body)
    {
        const int Longest = 200;
        var line = string.Join(' ', body.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? "and nothing else" : line.Length > Longest ? line[..Longest] + "…" : line;
    }

    private TimeSpan? PauseOf(RetryConditionHeaderValue? header) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - clock.GetUtcNow(),
        _ => null,
    };
}
