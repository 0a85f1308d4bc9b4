using System.Net;
using System.Text.Json;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;
using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Search.Http;
using HpcVerify.Trainer.Search.Scoring;

namespace HpcVerify.Trainer.Tests.Search;

/// <summary>Scores from a service: whole groups, and no number where there is none.</summary>
public sealed class HttpScorerTests
{
    private static readonly RetryPlan RetryPlan = new(TimeSpan.FromSeconds(20), 2, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1));
    private static readonly ScoringGroup Group = new("matmul", 3, ["first", "second"], 7);

    [Fact]
    public async Task AGroupIsSentWhole()
    {
        using var server = new ChatServer(Items(Item("scored", "ok", 100, 12.5), Item("scored", "runtime", -20, 0)));
        var outcomes = await Score(server, "paper-sqd");

        Assert.Equal([(Level.Ok, 100, 12.5), (Level.Runtime, -20, null)], outcomes.Select(outcome => (outcome.Level!.Value, outcome.Reward!.Value, outcome.Performance)));
        Assert.Contains("12.5 GFLOPS", outcomes[0].Feedback, StringComparison.Ordinal);
        Assert.Contains("HV1234: it is slow", outcomes[1].Feedback, StringComparison.Ordinal);
        Assert.Equal("refuted", outcomes[0].Verdict);
        var request = server.Requests.Single();
        Assert.Equal((2, 3, 7, "paper-sqd"), (request.GetProperty("group_size").GetInt32(), request.GetProperty("stage").GetInt32(), request.GetProperty("seed").GetInt32(), request.GetProperty("profile").GetString()));
        Assert.Equal(["first", "second"], request.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("completion").GetString()));
        Assert.Equal("/v1/score", server.Paths.Single());
        Assert.Equal("Bearer token", server.Keys.Single());
    }

    [Fact]
    public async Task RewardsThatCanBeComparedRankByThemselves()
    {
        using var server = new ChatServer(Items(Item("scored", "ok", 6, 12.5), Item("scored", "ok", 12, 12)));
        Assert.Equal([6, 12], (await Score(server, "verified")).Select(outcome => outcome.Performance));
    }

    [Fact]
    public async Task WhatIsUnscoredIsAskedForAgain()
    {
        using var server = new ChatServer(Items(Item("partial", null, null, 0), Item("scored", "ok", 100, 5)), Items(Item("scored", "ok", 100, 10), Item("scored", "ok", 50, 5)));
        Assert.Equal([100, 50], (await Score(server, "paper-sqd")).Select(outcome => outcome.Reward));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("nonsense")]
    [InlineData("""{"items":[]}""")]
    [InlineData("""{"items":[{"status":"scored"}]}""")]
    public async Task WhatIsNoAnswerIsNoScore(string body)
    {
        using var server = new ChatServer(ChatServer.Says(200, body), ChatServer.Says(200, body));
        Assert.All(await Score(server, "paper"), outcome => Assert.Equal((null, null), (outcome.Level, outcome.Reward)));
    }

    /// <summary>Who is not there was asked as often as the plan says, and is not asked as often again.</summary>
    [Fact]
    public async Task WhoDoesNotAnswerIsAskedNoMoreThanPlanned()
    {
        using var server = new ChatServer(ChatServer.Says(503, "busy"), ChatServer.Says(503, "busy"), ChatServer.Says(503, "busy"));
        Assert.All(await Score(server, "paper"), outcome => Assert.Null(outcome.Level));
        Assert.Equal(2, server.Requests.Count);
    }

    /// <summary>Nobody was there from the beginning: no hour is waited for that.</summary>
    [Fact]
    public async Task WhereNobodyIsThatIsSaidAtOnce()
    {
        var patient = new RetryPlan(TimeSpan.FromSeconds(20), 5, TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        var scorer = new HttpScorer(new HttpClient(), new("http://127.0.0.1:1"), "token", GroupPayment.Of("paper", RewardWeights.Default), Metric.Gflops, "there", patient, 1, TimeProvider.System);

        Assert.All(await scorer.Score(Group, default).WaitAsync(TimeSpan.FromSeconds(60)), outcome => Assert.StartsWith("'http://127.0.0.1:1/v1/score' cannot be reached: ", outcome.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ARefusalIsNoScoreAndSaysWhy()
    {
        using var server = new ChatServer(ChatServer.Says(401, "no token"), ChatServer.Says(401, "no token"));
        Assert.All(await Score(server, "paper"), outcome => Assert.Equal(Outcome.Unscored($"'{server.Address}v1/score' answers 401: no token"), outcome));
    }

    private static async Task<IReadOnlyList<Outcome>> Score(ChatServer server, string profile) =>
        await new HttpScorer(new HttpClient(), server.Address, "token", GroupPayment.Of(profile, RewardWeights.Default), Metric.Gflops, "there", RetryPlan, 1, TimeProvider.System).Score(Group, default);

    private static Func<HttpListenerResponse, Task> Items(params object[] items) => ChatServer.Says(200, JsonSerializer.Serialize(new { profile = "x", items }));

    private static object Item(string status, string? level, double? reward, double gflops) => new
    {
        id = (string?)null,
        task = "matmul",
        status,
        level,
        reward,
        reason = "because",
        name = (string?)null,
        is_cached = false,
        metrics = new { gflops, gbps = 0.0, proved = 0, refuted = 1 },
        findings = new[] { new { rule = "HV1234", severity = "warning", message = "it is slow", line = 1, column = 1 } },
        claims = new[]
        {
            new { property = "memory", verdict = "proved", detail = "", is_for_all_sizes = false, condition = (string?)null },
            new { property = "races", verdict = "refuted", detail = "M=3", is_for_all_sizes = true, condition = (string?)null },
        },
    };
}
