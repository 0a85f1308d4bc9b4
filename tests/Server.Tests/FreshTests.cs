using System.Net;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Server.Tests;

/// <summary>What is evaluated again because somebody asks for that, and is kept instead of what was known.</summary>
public sealed class FreshTests
{
    private const string Route = "/v1/score";

    [Fact]
    public async Task AFreshEvaluationReplacesWhatWasKnownInAllProse()
    {
        await using var service = await Service.Start();
        var speed = 1.0;
        service.Evaluator.Answer = _ => new([], null, new(speed++, null, [0.5]), null, []);
        var (plain, prose) = (Kernels.Fenced(Kernels.Right), Kernels.Fenced(Kernels.Right, "In other words:"));

        var rewards = new List<double>();
        foreach (var (completion, fresh) in new[] { (plain, false), (prose, false), (plain, true), (plain, false), (prose, false), (prose, true), (plain, false) })
        {
            rewards.Add(await Reward(service, completion, fresh));
        }

        Assert.Equal([1, 1, 2, 2, 2, 3, 3], rewards);
    }

    [Fact]
    public async Task EqualItemsAreEvaluatedOnceAndCallersAtOnceShareThat()
    {
        await using var service = await Service.Start();
        var slow = new { fresh = true, items = Enumerable.Range(0, 8).Select(_ => new { task = Kernels.Task, completion = Kernels.Marked("SLOW") }).ToArray() };

        var callers = Enumerable.Range(0, 8).Select(_ => service.Post(Route, slow)).ToList();
        while (service.Evaluator.Pending == 0)
        {
            await Task.Delay(10);
        }

        await Task.Delay(500);
        service.Evaluator.Release.SetResult();
        await Task.WhenAll(callers);
        await service.Post(Route, new { fresh = true, items = Enumerable.Range(0, 64).Select(_ => new { task = Kernels.Task, completion = Kernels.Right }) });

        Assert.Equal(2, service.Evaluator.Count);
    }

    [Fact]
    public async Task WhoDoesNotWantItFreshIsToldWhatIsKnown()
    {
        await using var service = await Service.Start();
        service.Evaluator.Release.SetResult();
        await Reward(service, Kernels.Marked("SLOW"), false);

        Assert.Equal(CountingEvaluator.Gflops, await Reward(service, Kernels.Marked("SLOW"), false));
        Assert.Equal(1, service.Evaluator.Count);
    }

    /// <summary>A failure of ours is no reason to forget what was measured.</summary>
    [Fact]
    public async Task WhatCannotBeFoundOutAgainReplacesNothing()
    {
        await using var service = await Service.Start();
        Evidence? told = null;
        service.Evaluator.Answer = _ => told;
        await Reward(service, Kernels.Right, false);
        told = Evidence.Unknown("no worker is there");

        var (_, unknown) = await service.Post(Route, Body(Kernels.Right, true));

        Assert.Equal("unscored", unknown.GetProperty("items")[0].GetProperty("status").GetString());
        Assert.Equal(CountingEvaluator.Gflops, await Reward(service, Kernels.Right, false));
    }

    [Fact]
    public async Task TheDocumentHasIt()
    {
        await using var service = await Service.Start();

        Assert.True((await service.Get("/openapi/v1.json")).GetProperty("components").GetProperty("schemas").GetProperty("ScoreBody").GetProperty("properties").TryGetProperty("fresh", out _));
    }

    [Theory]
    [InlineData("paper", true, "right", "proof baseline")]
    [InlineData("paper", false, "right", "proof timing")]
    [InlineData("verified", true, "right", "baseline")]
    [InlineData("paper", true, "WRONG", "proof timing")]
    [InlineData("paper", true, "BROKEN", "verification proof timing")]
    [InlineData("verified", true, "no", "verification proof timing")]
    public async Task ChecksThatWereNotMadeAreNamed(string profile, bool timing, string kernel, string skipped)
    {
        await using var service = await Service.Start();
        service.Evaluator.Answer = job => !timing ? new([], null, null, null, []) : null;

        var (status, body) = await service.Post(Route, new { profile, timing, items = new[] { new { task = Kernels.Task, completion = kernel == "no" ? kernel : Kernels.Marked(kernel) } } });

        var items = body.GetProperty("items")[0].GetProperty("skipped").EnumerateArray().ToList();
        Assert.Equal((HttpStatusCode.OK, skipped), (status, string.Join(' ', items.Select(item => item.GetProperty("check").GetString()))));
        Assert.All(items, item => Assert.NotEmpty(item.GetProperty("why").GetString()!));
    }

    private static object Body(string completion, bool fresh) => new { fresh, items = new[] { new { task = Kernels.Task, completion } } };

    private static async Task<double> Reward(Service service, string completion, bool fresh)
    {
        var (status, body) = await service.Post(Route, Body(completion, fresh));
        Assert.Equal(HttpStatusCode.OK, status);
        return body.GetProperty("items")[0].GetProperty("reward").GetDouble();
    }
}
