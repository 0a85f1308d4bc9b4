using System.Net;
using HpcVerify.Rewards.Service;
using HpcVerify.Server.Page;
using HpcVerify.Server.Routes;
using HpcVerify.Verifier.Native;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HpcVerify.Server;

/// <summary>The HTTP service: what listens, who is let in, and which route answers what.</summary>
public sealed class ScoringServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Admission _admission;
    private readonly Receipts _receipts;
    private readonly ServerOptions _options;
    private readonly CancellationTokenSource _end;

    private ScoringServer(WebApplication application, Admission admission, Receipts receipts, ServerOptions options, CancellationTokenSource end) =>
        (_application, _admission, _receipts, _options, _end) = (application, admission, receipts, options, end);

    /// <summary>Where it listens, once it was started; with the port that was free where any would do.</summary>
    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>The link to the page, for who looks at it with a browser.</summary>
    public Uri Page => PageKey.Link(Address, _options.Token);

    /// <param name="programs">For <c>/run_code</c>.</param>
    /// <param name="complain">Is told what is no answer to anybody: bugs of ours, in a sentence.</param>
    public static ScoringServer Build(ScoringService service, ProgramRunner programs, ServerOptions options, Action<string> complain)
    {
        var end = new CancellationTokenSource();
        var counters = new Counters();
        var activity = new Activity(options.Clock);
        var admission = new Admission(service, options);
        var sentinel = new Sentinel(new(options.Honeypots, options.HoneypotInterval), new(options.Drift), complain);
        var scoring = new Scoring(service, options, counters, activity, sentinel, end.Token);
        var receipts = new Receipts(scoring);
        var application = Application(options);
        var (access, boundary) = (new Access(options.Token), new Boundary(counters, complain));
        application.Use(boundary.Invoke);
        application.Use(access.Invoke);
        application.Use(admission.Invoke);
        application.UseStatusCodePages(context => new Problem(context.HttpContext.Response.StatusCode, "The request has no answer", Words(context.HttpContext)).Write(context.HttpContext));
        Map(application, scoring, receipts, programs, admission, counters, activity, sentinel, end.Token);
        return new(application, admission, receipts, options, end);
    }

    /// <summary>Listens; an <see cref="IOException"/> says why that is not possible.</summary>
    public Task Start() => _application.StartAsync();

    /// <summary>Takes nothing new, lets what is under way finish within its limit, and ends.</summary>
    public async Task Stop()
    {
        _admission.Close();
        await _admission.Drained(_options.Drain);
        await _end.CancelAsync();
        await _application.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _receipts.Dispose();
        _end.Dispose();
    }

    private static void Map(
        IEndpointRouteBuilder routes, Scoring scoring, Receipts receipts, ProgramRunner programs, Admission admission, Counters counters, Activity activity, Sentinel sentinel, CancellationToken end)
    {
        var score = new ScoreRoute(scoring, receipts);
        var jobs = new JobRoutes(score, scoring, end);
        score.Map(routes);
        jobs.Map(routes);
        new KernelsRoute(scoring).Map(routes);
        var health = new HealthRoutes(scoring, admission, counters, jobs, sentinel);
        health.Map(routes);
        new ActivityRoutes(scoring, activity, counters, health).Map(routes);
        PageFiles.Map(routes);
        new OpenRlhfRoute(scoring).Map(routes);
        new SlimeRoute(scoring).Map(routes);
        new NemoGymRoutes(scoring).Map(routes);
        new SandboxFusionRoute(programs).Map(routes);
        routes.MapOpenApi("/openapi/v1.json");
    }

    private static WebApplication Application(ServerOptions options)
    {
        // An empty builder reads no settings, environment or files: what it does is said here.
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "hpcverify", EnvironmentName = Environments.Production });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls(options.Url).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.LargestBody;
            kestrel.Limits.RequestHeadersTimeout = options.HeadTime;
            kestrel.Limits.MinResponseDataRate = new(options.SlowestReader, options.ReaderGrace);
            kestrel.Limits.MaxConcurrentConnections = 2L * options.MostRequests;
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddProblemDetails();
        builder.Services.ConfigureHttpJsonOptions(json => ServerJson.Configure(json.SerializerOptions));
        builder.Services.AddOpenApi("v1", document => document.AddDocumentTransformer((made, _, _) =>
        {
            RouteDocument.Complete(made);
            return Task.CompletedTask;
        }));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        return builder.Build();
    }

    private static string Words(HttpContext context) => context.Response.StatusCode switch
    {
        (int)HttpStatusCode.NotFound => $"there is no '{context.Request.Path}'; '/openapi/v1.json' lists what there is",
        (int)HttpStatusCode.MethodNotAllowed => $"'{context.Request.Path}' does not answer to {context.Request.Method}",
        (int)HttpStatusCode.UnsupportedMediaType => "the body is to be 'application/json'",
        var status => $"status {status}",
    };

    /// <summary>Signals are for the process to hear, which then calls <see cref="Stop"/>.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
