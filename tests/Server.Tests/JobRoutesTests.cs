using System.Net;

namespace HpcVerify.Server.Tests;

public sealed class JobRoutesTests
{
    private static readonly object Slow = new { items = new[] { new { task = Kernels.Task, completion = Kernels.Marked("SLOW") } } };

    [Fact]
    public async Task AJobIsBegunAskedForAndDone()
    {
        await using var service = await Service.Start();
        var (status, begun) = await service.Post("/v1/jobs", Slow);
        var id = begun.GetProperty("id").GetString();
        var running = await service.Get($"/v1/jobs/{id}");
        service.Evaluator.Release.SetResult();
        var done = await service.Get($"/v1/jobs/{id}?wait=30");

        Assert.Equal((HttpStatusCode.Accepted, "running", "done"), (status, running.GetProperty("status").GetString(), done.GetProperty("status").GetString()));
        Assert.Equal(CountingEvaluator.Gflops, done.GetProperty("result").GetProperty("items")[0].GetProperty("reward").GetDouble());
    }

    [Fact]
    public async Task AJobThatIsGivenUpIsForgottenAndItsWorkEnds()
    {
        await using var service = await Service.Start();
        var (_, begun) = await service.Post("/v1/jobs", Slow);
        var route = new Uri($"/v1/jobs/{begun.GetProperty("id").GetString()}", UriKind.Relative);
        while (service.Evaluator.Pending == 0)
        {
            await Task.Delay(10);
        }

        using var deleted = await service.Client.DeleteAsync(route);
        using var again = await service.Client.DeleteAsync(route);
        for (var waited = 0; service.Evaluator.Pending > 0 && waited < 1000; waited++)
        {
            await Task.Delay(10);
        }

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound, 0), (deleted.StatusCode, again.StatusCode, service.Evaluator.Pending));
    }

    [Fact]
    public async Task WhatIsWrongIsSaidAtOnce()
    {
        await using var service = await Service.Start();

        Assert.Equal(HttpStatusCode.BadRequest, (await service.Send("/v1/jobs", "{}")).Status);
        Assert.Equal(404, (await service.Get("/v1/jobs/none")).GetProperty("status").GetInt32());
        var (_, begun) = await service.Send("/v1/jobs", """{"items": []}""");
        Assert.Equal(400, (await service.Get($"/v1/jobs/{begun.GetProperty("id").GetString()}?wait=ever")).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task NoMoreJobsAreRememberedThanThereIsRoomFor()
    {
        await using var service = await Service.Start(options => options with { MostJobs = 2 });
        var (_, first) = await service.Send("/v1/jobs", """{"items": []}""");
        await service.Get($"/v1/jobs/{first.GetProperty("id").GetString()}?wait=30");
        await service.Post("/v1/jobs", Slow);
        var third = await service.Post("/v1/jobs", Slow);
        var fourth = await service.Post("/v1/jobs", Slow);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.ServiceUnavailable), (third.Status, fourth.Status));
        Assert.Equal(404, (await service.Get($"/v1/jobs/{first.GetProperty("id").GetString()}")).GetProperty("status").GetInt32());
    }
}
