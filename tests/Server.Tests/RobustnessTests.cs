using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace HpcVerify.Server.Tests;

/// <summary>Callers that send too much, too slowly, too many at once, or nonsense.</summary>
public sealed class RobustnessTests
{
    private const long Mebibyte = 1 << 20;

    [Theory]
    [InlineData("/v1/score")]
    [InlineData("/get_reward")]
    [InlineData("/run_code")]
    public async Task AHugeBodyIsRefusedBeforeItIsRead(string route)
    {
        await using var service = await Service.Start();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var answer = await Raw(service, $"POST {route} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {Service.Token}\r\nContent-Type: application/json\r\nContent-Length: {100 * Mebibyte}\r\n\r\n{{\"items\": [");

        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 64 * Mebibyte);
    }

    [Fact]
    public async Task AHugeBodyWhoseLengthNobodySaidIsRefused()
    {
        await using var service = await Service.Start(options => options with { LargestBody = Mebibyte });
        var chunk = "10000\r\n" + new string(' ', 0x10000) + "\r\n";

        var answer = await Raw(service, $"POST /v1/score HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {Service.Token}\r\nTransfer-Encoding: chunked\r\n\r\n{string.Concat(Enumerable.Repeat(chunk, 17))}");

        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACallerWhoSendsNothingHoldsUpNobody()
    {
        await using var service = await Service.Start();
        var slow = new List<TcpClient>();
        for (var number = 0; number < 100; number++)
        {
            var client = new TcpClient();
            await client.ConnectAsync(service.Address.Host, service.Address.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /v1/score HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {Service.Token}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{{"));
            slow.Add(client);
        }

        var (status, _) = await service.Send("/v1/score", """{"items": []}""");
        var first = await Read(slow[0]);
        slow.ForEach(client => client.Dispose());

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.StartsWith("HTTP/1.1 408", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AThousandCallersAtOnceAreAllAnswered()
    {
        await using var service = await Service.Start();
        var payload = (int number) => JsonSerializer.Serialize(new
        {
            items = new[] { new { id = $"{number}", task = Kernels.Task, completion = number % 2 == 0 ? Kernels.Numbered(number % 20) : Kernels.Rejected(number % 20) } },
        });

        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(number => service.Send("/v1/score", payload(number))));

        Assert.All(answers.Select((answer, number) => (answer, number)), pair =>
        {
            Assert.Equal(HttpStatusCode.OK, pair.answer.Status);
            var item = pair.answer.Body.GetProperty("items")[0];
            Assert.Equal(($"{pair.number}", pair.number % 2 == 0 ? CountingEvaluator.Gflops : -100), (item.GetProperty("id").GetString(), item.GetProperty("reward").GetDouble()));
        });
        Assert.Equal(10, service.Evaluator.Count);
    }

    [Fact]
    public async Task MoreThanThereIsRoomForIsToldToComeAgain()
    {
        await using var service = await Service.Start(options => options with { MostRequests = 1 });
        var slow = service.Post("/v1/score", new { items = new[] { new { task = Kernels.Task, completion = Kernels.Marked("SLOW") } } });
        while (service.Evaluator.Pending == 0)
        {
            await Task.Delay(10);
        }

        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var refused = await service.Client.PostAsync(new Uri("/v1/score", UriKind.Relative), content);
        service.Evaluator.Release.SetResult();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (refused.StatusCode, refused.Headers.RetryAfter is not null));
        Assert.Equal(HttpStatusCode.OK, (await slow).Status);
    }

    [Fact]
    public async Task WhatIsUnderWayIsFinishedAndNothingNewIsBegun()
    {
        await using var service = await Service.Start(options => options with { Drain = TimeSpan.FromSeconds(20) });
        var slow = service.Post("/v1/score", new { items = new[] { new { task = Kernels.Task, completion = Kernels.Marked("SLOW") } } });
        while (service.Evaluator.Pending == 0)
        {
            await Task.Delay(10);
        }

        var stop = service.Stop();
        var ready = await service.Get("/readyz");
        var (refused, _) = await service.Send("/v1/score", """{"items": []}""");
        service.Evaluator.Release.SetResult();
        var (status, body) = await slow;
        await stop;

        Assert.Equal((503, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (ready.GetProperty("status").GetInt32(), refused, status));
        Assert.Equal(CountingEvaluator.Gflops, body.GetProperty("items")[0].GetProperty("reward").GetDouble());
    }

    [Theory]
    [InlineData("GARBAGE\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("POST /v1/score HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer TOKEN\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}", "HTTP/1.1 400")]
    [InlineData("POST /v1/score HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer TOKEN\r\nContent-Length: 4\r\n\r\n\0\0\0\0", "HTTP/1.1 400")]
    public async Task NonsenseIsARequestThatCannotBeAnswered(string request, string answer)
    {
        await using var service = await Service.Start();

        Assert.StartsWith(answer, await Raw(service, request.Replace("TOKEN", Service.Token, StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal("ready\n", await service.Client.GetStringAsync(new Uri("/readyz", UriKind.Relative)));
    }

    [Fact]
    public async Task NestingAndRepetitionAreNoReasonToFall()
    {
        await using var service = await Service.Start();
        var deep = new string('[', 100_000);

        Assert.Equal(HttpStatusCode.BadRequest, (await service.Send("/v1/score", $$"""{"items": {{deep}}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Send("/verify", $$"""{"response": {{deep}}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Send("/rm", $$"""{"response": "", "label": {{deep}}""")).Status);
        Assert.Empty(service.Complaints);
    }

    [Fact]
    public async Task MetricsCountWhatWasDone()
    {
        await using var service = await Service.Start();
        await service.Post("/v1/score", new { items = new[] { new { task = Kernels.Task, completion = Kernels.Right }, new { task = Kernels.Task, completion = "no" } } });

        var text = await service.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative));

        Assert.Contains("hpcverify_samples_total{task=\"axpy\",outcome=\"ok\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("hpcverify_samples_total{task=\"axpy\",outcome=\"format\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("hpcverify_requests_total{route=\"/v1/score\",status=\"200\"} 1\n", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(@"^(# (HELP|TYPE) hpcverify_\S+ .+|hpcverify_\w+(\{[^}]*\})? [0-9.]+)$", line));
    }

    private static async Task<string> Raw(Service service, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(service.Address.Host, service.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        return await Read(client);
    }

    private static async Task<string> Read(TcpClient client)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var buffer = new byte[4096];
        var length = await client.GetStream().ReadAsync(buffer, limit.Token);
        return Encoding.ASCII.GetString(buffer, 0, length);
    }
}
