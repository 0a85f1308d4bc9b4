using System.Net;
using System.Text;
using System.Text.Json;

namespace HpcVerify.Server.Tests;

/// <summary>The document of the interface, and that every route refuses as it says.</summary>
public sealed class DocumentTests
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "PATCH"];

    [Fact]
    public async Task EveryRouteButHealthWantsTheToken()
    {
        await using var service = await Service.Start();
        var document = await service.Get("/openapi/v1.json");

        var scheme = document.GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer");
        var open = Operations(document).Where(operation => !operation.Says.TryGetProperty("security", out _)).Select(operation => operation.Path).Distinct();

        Assert.Equal(("http", "bearer"), (scheme.GetProperty("type").GetString(), scheme.GetProperty("scheme").GetString()));
        Assert.Equal(["/healthz", "/readyz"], open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EveryRouteSaysHowItSucceedsAndHowABodyIsRefused()
    {
        await using var service = await Service.Start();

        Assert.All(Operations(await service.Get("/openapi/v1.json")), operation =>
        {
            var answers = operation.Says.GetProperty("responses").EnumerateObject().Select(answer => answer.Name).ToList();
            Assert.Contains(answers, answer => answer.StartsWith('2'));
            Assert.True(!operation.Says.TryGetProperty("requestBody", out _) || answers.Intersect(["400", "401", "408", "413", "415", "503"]).Count() == 6, $"{operation.Path}: {string.Join(' ', answers)}");
        });
    }

    [Fact]
    public async Task WhateverIsRefusedIsRefusedAsAProblem()
    {
        await using var service = await Service.Start();
        var document = await service.Get("/openapi/v1.json");
        var known = Operations(document).GroupBy(operation => operation.Path).ToList();
        foreach (var path in known)
        {
            var route = path.Key.Replace("{id}", "none", StringComparison.Ordinal).Replace("{number}", "99", StringComparison.Ordinal);
            foreach (var method in Methods.Where(method => path.All(operation => operation.Method != method)))
            {
                await IsProblem(service, method, route, null, "application/json", HttpStatusCode.MethodNotAllowed);
            }

            foreach (var operation in path.Where(operation => operation.Says.TryGetProperty("requestBody", out _)))
            {
                foreach (var body in new[] { "{", "", "null", "[]", "\"x\"", "7", "{\"a\": 1, \"a\": 2}" })
                {
                    await IsProblem(service, operation.Method, route, body, "application/json", HttpStatusCode.BadRequest);
                }

                await IsProblem(service, operation.Method, route, "{}", "text/plain", HttpStatusCode.UnsupportedMediaType);
            }

            foreach (var operation in path.Where(operation => operation.Path.Contains('{', StringComparison.Ordinal)))
            {
                await IsProblem(service, operation.Method, route, null, "application/json", HttpStatusCode.NotFound);
            }
        }

        Assert.Empty(service.Complaints);
    }

    private static IEnumerable<(string Path, string Method, JsonElement Says)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select (path.Name, operation.Name.ToUpperInvariant(), operation.Value);

    private static async Task IsProblem(Service service, string method, string route, string? body, string type, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(route, UriKind.Relative));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, type);
        using var response = await service.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();

        Assert.True(
            (response.StatusCode, response.Content.Headers.ContentType?.MediaType) == (status, "application/problem+json"), $"{method} {route} with '{body}': {(int)response.StatusCode} {response.Content.Headers.ContentType} {text}");
        using var problem = JsonDocument.Parse(text);
        Assert.All(new[] { "title", "status", "detail" }, key => Assert.True(problem.RootElement.TryGetProperty(key, out _)));
        Assert.DoesNotMatch(@"System\.|HpcVerify\.", text);
    }
}
