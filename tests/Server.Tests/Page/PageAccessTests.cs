using System.Net;
using HpcVerify.Server.Page;

namespace HpcVerify.Server.Tests.Page;

public sealed class PageAccessTests
{
    public static TheoryData<string> Files => ["/", "/page/page.js", "/page/page.css", "/page/icon.svg", "/v1/activity", "/v1/activity/1"];

    [Theory, MemberData(nameof(Files))]
    public async Task NothingOfThePageIsToldToStrangers(string path)
    {
        await using var service = await Service.Start();
        await service.Post("/v1/score", new { items = new[] { new { task = Kernels.Task, completion = Kernels.Right } } });
        using var stranger = service.NewClient();
        foreach (var cookie in new[] { "", "hpcverify-page=", "hpcverify-page=wrong", $"hpcverify-page={Service.Token}" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
            using var response = await stranger.SendAsync(request);

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.DoesNotContain("axpy", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TheLinkGivesACookieThatScriptsCannotReadAndGoesOnWithoutTheKey()
    {
        await using var service = await Service.Start();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        using var browser = new HttpClient(handler);

        using var response = await browser.GetAsync(service.Page);

        Assert.Equal((HttpStatusCode.SeeOther, "/"), (response.StatusCode, response.Headers.Location?.OriginalString));
        Assert.Matches("^hpcverify-page=[0-9a-f]{64}; path=/; samesite=strict; httponly$", Assert.Single(response.Headers.GetValues("Set-Cookie")));
        Assert.DoesNotContain(Service.Token, service.Page.ToString(), StringComparison.Ordinal);
    }

    [Theory, InlineData("/?key="), InlineData("/?key=wrong"), InlineData("/v1/activity?key="), InlineData("/page/page.js?key=")]
    public async Task NoOtherLinkDoes(string path)
    {
        await using var service = await Service.Start();
        using var stranger = service.NewClient();
        var link = path.StartsWith("/?", StringComparison.Ordinal) ? path : path + service.Page.Query["?key=".Length..];

        using var response = await stranger.GetAsync(new Uri(link, UriKind.Relative));

        Assert.Equal((HttpStatusCode.Unauthorized, false), (response.StatusCode, response.Headers.Contains("Set-Cookie")));
    }

    [Theory, MemberData(nameof(Files))]
    public async Task TheCookieOpensThePage(string path)
    {
        await using var service = await Service.Start();
        await service.Post("/v1/score", new { items = new[] { new { task = Kernels.Task, completion = Kernels.Right } } });

        using var response = await WithCookie(service, HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("GET", "/v1/kernels"), InlineData("GET", "/metrics"), InlineData("GET", "/openapi/v1.json"), InlineData("GET", "/v1/jobs/1"), InlineData("POST", "/v1/score")]
    [InlineData("POST", "/"), InlineData("POST", "/v1/activity"), InlineData("POST", "/run_code"), InlineData("DELETE", "/v1/jobs/1"), InlineData("GET", "/v1/activityx"), InlineData("GET", "/page/../metrics")]
    public async Task TheCookieOpensNothingElse(string method, string path)
    {
        await using var service = await Service.Start();

        using var response = await WithCookie(service, new(method), path);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory, InlineData("/"), InlineData("/page/page.js"), InlineData("/page/page.css"), InlineData("/page/icon.svg")]
    public async Task FilesSayThatNothingFromElsewhereMayRun(string path)
    {
        await using var service = await Service.Start();

        using var response = await service.Client.GetAsync(new Uri(path, UriKind.Relative));

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith(
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilesAreThoseOfThePageAndNoOthers()
    {
        await using var service = await Service.Start();

        foreach (var name in new[] { "absent.js", "..%2findex.html", "HpcVerify.Server.dll", "%00" })
        {
            using var response = await service.Client.GetAsync(new Uri($"/page/{name}", UriKind.Relative));
            Assert.Contains(response.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        }
    }

    private static async Task<HttpResponseMessage> WithCookie(Service service, HttpMethod method, string path)
    {
        using var stranger = service.NewClient();
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Add("Cookie", $"hpcverify-page={service.Page.Query["?key=".Length..]}");
        return await stranger.SendAsync(request);
    }
}
