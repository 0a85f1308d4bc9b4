using System.Net;
using System.Text;

namespace HpcVerify.Server.Tests;

public sealed class AccessTests
{
    public static TheoryData<string, string> Routes => new()
    {
        { "GET", "/" }, { "GET", "/v1/kernels" }, { "GET", "/metrics" }, { "GET", "/openapi/v1.json" }, { "GET", "/reverify_mode" }, { "GET", "/v1/jobs/1" }, { "DELETE", "/v1/jobs/1" },
        { "POST", "/v1/score" }, { "POST", "/v1/jobs" }, { "POST", "/get_reward" }, { "POST", "/rm" }, { "POST", "/verify" }, { "POST", "/seed_session" }, { "POST", "/aggregate_metrics" },
        { "POST", "/run_code" }, { "GET", "/absent" }, { "GET", "/healthz/../metrics" }, { "GET", "/healthz/x" },
    };

    [Theory, MemberData(nameof(Routes))]
    public async Task WhoIsNotKnownIsToldNothing(string method, string route)
    {
        await using var service = await Service.Start();
        using var stranger = service.NewClient();
        foreach (var header in new[] { "", "Bearer", "Bearer wrong", $"Bearer {Service.Token}x", $"Token {Service.Token}", "Basic !", $"Basic {Base64("any:wrong")}", $"Basic {Base64(Service.Token)}" })
        {
            using var request = new HttpRequestMessage(new(method), new Uri(route, UriKind.Relative));
            request.Headers.TryAddWithoutValidation("Authorization", header);
            using var response = await stranger.SendAsync(request);

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Contains(response.Headers.WwwAuthenticate, challenge => challenge.Scheme == "Bearer");
            Assert.DoesNotContain("axpy", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task HealthIsToldToAnybody()
    {
        await using var service = await Service.Start();
        using var stranger = service.NewClient();

        Assert.Equal("alive\n", await stranger.GetStringAsync(new Uri("/healthz", UriKind.Relative)));
        Assert.Equal("ready\n", await stranger.GetStringAsync(new Uri("/readyz", UriKind.Relative)));
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task HealthMayBeAskedForWithoutItsWords(string route)
    {
        await using var service = await Service.Start();
        using var stranger = service.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(route, UriKind.Relative));
        using var response = await stranger.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task TheTokenMayBeThePasswordOfAUrl()
    {
        await using var service = await Service.Start();
        using var client = service.NewClient();
        client.DefaultRequestHeaders.Authorization = new("Basic", Base64($"any:{Service.Token}"));

        Assert.Contains("axpy", await client.GetStringAsync(new Uri("/v1/kernels", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryRouteIsInTheDocument()
    {
        await using var service = await Service.Start();

        var paths = (await service.Get("/openapi/v1.json")).GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal);

        Assert.Equal(
            ["/aggregate_metrics", "/get_reward", "/healthz", "/metrics", "/readyz", "/reverify_mode", "/rm", "/run_code", "/seed_session", "/v1/activity", "/v1/activity/{number}", "/v1/jobs", "/v1/jobs/{id}", "/v1/kernels", "/v1/score", "/verify"],
            paths);
    }

    [Fact]
    public async Task TheDocumentHasTheNamesThatRequestsHave()
    {
        await using var service = await Service.Start();

        var schemas = (await service.Get("/openapi/v1.json")).GetProperty("components").GetProperty("schemas");

        Assert.True(schemas.GetProperty("ScoreBody").GetProperty("properties").TryGetProperty("deadline_s", out _));
        Assert.True(schemas.GetProperty("RunCodeBody").GetProperty("properties").TryGetProperty("memory_limit_MB", out _));
    }

    [Fact]
    public async Task WhatIsNotThereIsAProblem()
    {
        await using var service = await Service.Start();

        var absent = await service.Get("/absent");
        var wrongMethod = await service.Get("/v1/score");

        Assert.Equal((404, 405), (absent.GetProperty("status").GetInt32(), wrongMethod.GetProperty("status").GetInt32()));
        Assert.Contains("/openapi/v1.json", absent.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
