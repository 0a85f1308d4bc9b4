using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace HpcVerify.Trainer.Tests.Search;

/// <summary>An endpoint on a free port that answers as it is told, and remembers what it was asked.</summary>
internal sealed class ChatServer : IDisposable
{
    private readonly HttpListener _listener;
    private readonly Queue<Func<HttpListenerResponse, Task>> _answers;
    private readonly Task _serving;

    public ChatServer(params Func<HttpListenerResponse, Task>[] answers)
    {
        _answers = new(answers);
        (_listener, Address) = Listen();
        _serving = Task.Run(Serve);
    }

    public Uri Address { get; }

    /// <summary>The bodies of all requests, in order.</summary>
    public List<JsonElement> Requests { get; } = [];

    public List<string?> Keys { get; } = [];

    public List<string> Paths { get; } = [];

    public static Func<HttpListenerResponse, Task> Says(int status, string body, int? retryAfter = null) => async response =>
    {
        response.StatusCode = status;
        if (retryAfter is { } seconds)
        {
            response.Headers["Retry-After"] = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
        response.Close();
    };

    /// <summary>Answers of a model, and how many tokens it says they have.</summary>
    public static Func<HttpListenerResponse, Task> Completes(int tokens, params string[] texts) => Says(200, JsonSerializer.Serialize(new
    {
        choices = texts.Select(text => new { finish_reason = "stop", message = new { role = "assistant", content = text } }),
        usage = new { completion_tokens = tokens },
    }));

    public static Task HangsUp(HttpListenerResponse response)
    {
        response.Abort();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _listener.Close();
        _serving.Wait();
    }

    /// <summary>A listener whose port is taken in the meantime cannot be used again.</summary>
    private static (HttpListener Listener, Uri Address) Listen()
    {
        while (true)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}");
            probe.Stop();
            var listener = new HttpListener { Prefixes = { address.ToString() } };
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException)
            {
                // Somebody else was faster.
            }
        }
    }

    private async Task Serve()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using (var reader = new StreamReader(context.Request.InputStream))
            {
                Requests.Add(JsonDocument.Parse(await reader.ReadToEndAsync()).RootElement.Clone());
            }

            Keys.Add(context.Request.Headers["Authorization"]);
            Paths.Add(context.Request.Url!.AbsolutePath);
            await (_answers.TryDequeue(out var answer) ? answer : Says(500, "asked once too often"))(context.Response);
        }
    }
}
