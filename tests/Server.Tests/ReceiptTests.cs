using System.Net;
using System.Text.Json;
using HpcVerify.Rewards.Receipts;

namespace HpcVerify.Server.Tests;

/// <summary>Receipts that come with scores: what <c>receipt verify</c> believes of them.</summary>
public sealed class ReceiptTests
{
    [Theory]
    [InlineData("paper"), InlineData("verified")]
    public async Task AReceiptIsGenuineUntilItIsChanged(string profile)
    {
        await using var service = await Service.Start();
        var prose = Kernels.Fenced(Kernels.Right);
        var items = await Ask(service, profile, prose, Kernels.Marked("WRONG"), Kernels.Rejected(1), Kernels.Marked("BROKEN"));

        var read = items.Select(item => Read(item.GetProperty("receipt").GetString()!)).ToList();

        Assert.Equal(
            items.Select(item => (item.GetProperty("reward").ToString(), item.GetProperty("reason").GetString())),
            read.Select(receipt => (receipt.Samples[0].Score.Reward is { } reward ? JsonSerializer.Serialize(reward) : "", (string?)receipt.Samples[0].Score.Reason)));
        Assert.All(read, receipt => Assert.Equal((profile, "O3", 7ul, "axpy"), (receipt.Profile, receipt.Options.Level, receipt.Options.Seed, receipt.Samples[0].Task)));
        var text = items[0].GetProperty("receipt").GetString()!;
        Assert.IsType<ReadReceipt.Rejected>(Verify(text.Replace("\"seed\": 7", "\"seed\": 8", StringComparison.Ordinal)));
        Assert.IsType<ReadReceipt.Rejected>(Verify(text.Replace("\"gflops\": 12.5", "\"gflops\": 125", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WhatIsKnownAlreadyIsSignedAnewAndNamesTheSameSubmission()
    {
        await using var service = await Service.Start();

        var first = Read((await Ask(service, "paper", Kernels.Right))[0].GetProperty("receipt").GetString()!);
        var again = Read((await Ask(service, "paper", Kernels.Right))[0].GetProperty("receipt").GetString()!);
        var other = Read((await Ask(service, "paper", Kernels.Numbered(1)))[0].GetProperty("receipt").GetString()!);

        Assert.Equal(first.Samples[0].Submission, again.Samples[0].Submission);
        Assert.NotEqual(first.Samples[0].Submission, other.Samples[0].Submission);
        Assert.Equal(2, service.Evaluator.Count);
    }

    [Fact]
    public async Task WhoAsksForNoneGetsNone()
    {
        await using var service = await Service.Start();

        var (_, body) = await service.Post("/v1/score", new { items = new[] { new { task = Kernels.Task, completion = Kernels.Right } } });
        var description = await service.Get("/openapi/v1.json");

        Assert.Equal(JsonValueKind.Null, body.GetProperty("items")[0].GetProperty("receipt").ValueKind);
        Assert.All(["ScoreBody", "ScoredItem"], name => Assert.True(description.GetProperty("components").GetProperty("schemas").GetProperty(name).GetProperty("properties").TryGetProperty("receipt", out _)));
    }

    [Fact]
    public async Task WhereNoneCanBeSignedThatIsSaid()
    {
        await using var service = await Service.Start(options => options with { Signer = () => (null, "'k' holds no key") });
        var items = new[] { new { task = Kernels.Task, completion = Kernels.Right, group = "a" } };

        var (unsigned, said) = await service.Post("/v1/score", new { receipt = true, items });
        var (group, told) = await service.Post("/v1/score", new { receipt = true, items, profile = "paper-sqd", group_size = 1 });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (unsigned, group));
        Assert.Equal("receipts cannot be signed: 'k' holds no key", said.GetProperty("detail").GetString());
        Assert.Contains("judges whole groups", told.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static async Task<List<JsonElement>> Ask(Service service, string profile, params string[] completions)
    {
        var (status, body) = await service.Post("/v1/score", new { profile, receipt = true, seed = 7, items = completions.Select(completion => new { task = Kernels.Task, completion }) });
        Assert.Equal(HttpStatusCode.OK, status);
        return [.. body.GetProperty("items").EnumerateArray()];
    }

    private static Receipt Read(string text) => Assert.IsType<ReadReceipt.Genuine>(Verify(text)).Receipt;

    private static ReadReceipt Verify(string text)
    {
        using var key = ReceiptKey.Read(Service.ReceiptPem)!;
        return SignedReceipt.Read(text, key);
    }
}
