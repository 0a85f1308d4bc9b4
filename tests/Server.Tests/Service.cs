using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using HpcVerify.Cli;
using HpcVerify.Rewards.Receipts;
using HpcVerify.Rewards.Service;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Server.Tests;

/// <summary>A served instance on a free port, with a client that knows the token.</summary>
internal sealed class Service : IAsyncDisposable
{
    public const string Token = "secret of the tests";

    /// <summary>The key of its receipts.</summary>
    public static readonly string ReceiptPem = ReceiptKey.MakePem();

    private readonly LocalService _local;
    private readonly ScoringServer _server;
    private readonly string _folder;

    private Service(LocalService local, ScoringServer server, string folder, CountingEvaluator evaluator, List<string> complaints)
    {
        (_local, _server, _folder, Evaluator, Complaints) = (local, server, folder, evaluator, complaints);
        Client = NewClient();
        Client.DefaultRequestHeaders.Authorization = new("Bearer", Token);
    }

    public HttpClient Client { get; }

    public Uri Address => _server.Address;

    /// <summary>The link to the page.</summary>
    public Uri Page => _server.Page;

    /// <summary>Who evaluates, where no real workers were asked for.</summary>
    public CountingEvaluator Evaluator { get; }

    /// <summary>What was said on standard error.</summary>
    public List<string> Complaints { get; }

    public static Task<Service> Start(Func<ServerOptions, ServerOptions>? change = null) => Start(change, null);

    /// <summary>With real workers.</summary>
    public static Task<Service> StartReal() => Start(null, tools => new LocalEvaluator(tools, 2));

    public HttpClient NewClient() => new() { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(3) };

    public async Task<(HttpStatusCode Status, JsonElement Body)> Post(string route, object body) =>
        await Send(route, JsonSerializer.Serialize(body));

    public async Task<(HttpStatusCode Status, JsonElement Body)> Send(string route, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        using var response = await Client.PostAsync(new Uri(route, UriKind.Relative), content);
        return (response.StatusCode, await Json(response));
    }

    public async Task<JsonElement> Get(string route)
    {
        using var response = await Client.GetAsync(new Uri(route, UriKind.Relative));
        return await Json(response);
    }

    public static async Task<JsonElement> Json(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    public Task Stop() => _server.Stop();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.Stop();
        await _server.DisposeAsync();
        _local.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<Service> Start(Func<ServerOptions, ServerOptions>? change, Func<EvaluationTools, IEvaluator>? workers)
    {
        var folder = Directory.CreateTempSubdirectory("hpcverify-serve-").FullName;
        var evaluator = new CountingEvaluator();
        var complaints = new List<string>();
        var workbench = new Workbench(Installation.Find(AppContext.BaseDirectory, Environment.GetEnvironmentVariable) with { CorpusDirectory = Repository.PathOf("corpus") }, Confinement.Required, CancellationToken.None);
        var (local, problem) = LocalService.Open(workbench, Path.Combine(folder, "results.db"), workers ?? (_ => evaluator));
        Assert.Null(problem);
        var options = new ServerOptions(Token) { Url = "http://127.0.0.1:0", Drain = TimeSpan.FromSeconds(2), Signer = () => (ReceiptKey.Read(ReceiptPem), null) };
        var server = ScoringServer.Build(local!.Scoring, new ProgramRunner(local.Toolchain, "/usr/bin/g++"), change?.Invoke(options) ?? options, complaints.Add);
        await server.Start();
        return new(local, server, folder, evaluator, complaints);
    }
}

/// <summary>Submissions for the task <c>axpy</c>.</summary>
internal static class Kernels
{
    public const string Task = "axpy";

    public static readonly string Right = File.ReadAllText(Repository.PathOf("corpus/axpy/accept/scalar.c"));

    /// <summary>The same kernel with another comment, so that it is another one.</summary>
    public static string Numbered(int number) => $"/* {number} */\n{Right}";

    public static string Marked(string word) => $"/* {word} */\n{Right}";

    /// <summary>Static rules reject it.</summary>
    public static string Rejected(int number) => $"/* {number} */ int main(void) {{ return 0; }}";

    public static string Fenced(string code, string prose = "Here it is.") => $"{prose}\n```c\n{code}\n```\n";
}
