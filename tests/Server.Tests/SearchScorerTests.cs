using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;
using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Search.Http;
using HpcVerify.Trainer.Search.Scoring;

namespace HpcVerify.Server.Tests;

/// <summary>A search that scores by a served instance reads what that says.</summary>
public sealed class SearchScorerTests
{
    private static readonly RetryPlan RetryPlan = RetryPlan.Usual with { FirstPause = TimeSpan.FromMilliseconds(1) };

    [Fact]
    public async Task AGroupIsScoredAsAWhole()
    {
        await using var service = await Service.Start();
        var outcomes = await Score(service, "paper-sqd", Service.Token, Kernels.Right, Kernels.Right.Replace("{", "{ /* WRONG */", StringComparison.Ordinal));

        Assert.Equal((Level.Ok, 100, CountingEvaluator.Gflops), (outcomes[0].Level!.Value, outcomes[0].Reward!.Value, outcomes[0].Performance!.Value));
        Assert.Equal((Level.Verification, -10, null), (outcomes[1].Level!.Value, outcomes[1].Reward!.Value, outcomes[1].Performance));
        Assert.Contains("y[0] is 1 where the reference has 2", outcomes[1].Feedback, StringComparison.Ordinal);
        Assert.Equal(64, outcomes[0].Result!.Length);
    }

    [Fact]
    public async Task WhatTheServiceCannotScoreHasNoNumber()
    {
        await using var service = await Service.Start();
        var outcomes = await Score(service, "paper-sqd", Service.Token, Kernels.Right, Kernels.Right.Replace("{", "{ /* BROKEN */", StringComparison.Ordinal));

        Assert.Equal([100, null], outcomes.Select(outcome => outcome.Reward));
        Assert.Equal("no worker is there", outcomes[1].Reason);
    }

    [Fact]
    public async Task ProofsAreRead()
    {
        await using var service = await Service.Start();
        Assert.Equal("proved", (await Score(service, "verified", Service.Token, Kernels.Right))[0].Verdict);
    }

    [Fact]
    public async Task WhoIsNotLetInHasNoScore()
    {
        await using var service = await Service.Start();
        var outcome = (await Score(service, "paper", "wrong token", Kernels.Right))[0];

        Assert.Equal((null, true), (outcome.Reward, outcome.Reason.Contains("answers 401", StringComparison.Ordinal)));
    }

    private static async Task<IReadOnlyList<Outcome>> Score(Service service, string profile, string token, params string[] responses)
    {
        using var client = new HttpClient();
        var scorer = new HttpScorer(client, service.Address, token, GroupPayment.Of(profile, RewardWeights.Default), Metric.Gflops, "there", RetryPlan, 0, TimeProvider.System);
        return await scorer.Score(new(Kernels.Task, 6, [.. responses], 1), default);
    }
}
