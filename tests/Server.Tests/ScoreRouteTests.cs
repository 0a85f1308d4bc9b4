using System.Net;
using System.Text.Json;

namespace HpcVerify.Server.Tests;

/// <summary><c>POST /v1/score</c> over HTTP, with workers that say what the tests want.</summary>
public sealed class ScoreRouteTests
{
    [Fact]
    public async Task ABatchIsAnsweredInItsOrderWithTheSameKeysForEveryItem()
    {
        await using var service = await Service.Start();

        var (status, body) = await service.Post("/v1/score", new
        {
            profile = "raw",
            items = new[]
            {
                new { id = "right", task = Kernels.Task, completion = Kernels.Fenced(Kernels.Right) },
                new { id = "wrong", task = Kernels.Task, completion = Kernels.Marked("WRONG") },
                new { id = "rejected", task = Kernels.Task, completion = "I cannot do that." },
                new { id = "broken", task = Kernels.Task, completion = Kernels.Marked("BROKEN") },
            },
        });

        var items = body.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["right", "wrong", "rejected", "broken"], items.Select(item => item.GetProperty("id").GetString()));
        Assert.Equal(["ok", "verification", "format", null], items.Select(item => item.GetProperty("level").GetString()));
        Assert.Equal([CountingEvaluator.Gflops, -10.0, -100.0, null], items.Select(Reward));
        Assert.Equal("unscored", items[3].GetProperty("status").GetString());
        Assert.Single(items.Select(item => string.Join(',', item.GetProperty("metrics").EnumerateObject().Select(metric => metric.Name))).Distinct());
        Assert.All(items.SelectMany(item => item.GetProperty("metrics").EnumerateObject()), metric => Assert.True(double.IsFinite(metric.Value.GetDouble())));
    }

    [Fact]
    public async Task AnEmptyBatchHasAnEmptyAnswer()
    {
        await using var service = await Service.Start();

        var (status, body) = await service.Send("/v1/score", """{"items": []}""");

        Assert.Equal((HttpStatusCode.OK, 0), (status, body.GetProperty("items").GetArrayLength()));
    }

    [Fact]
    public async Task IdenticalCompletionsCostOneEvaluation()
    {
        await using var service = await Service.Start();

        var (_, body) = await service.Post("/v1/score", new { items = Enumerable.Range(0, 64).Select(_ => new { task = Kernels.Task, completion = Kernels.Right }) });

        Assert.Equal(64, body.GetProperty("items").GetArrayLength());
        Assert.Single(body.GetProperty("items").EnumerateArray().Select(Reward).Distinct());
        Assert.Equal(1, service.Evaluator.Count);
    }

    [Fact]
    public async Task TheSameKernelInOtherProseCostsNothing()
    {
        await using var service = await Service.Start();
        await service.Post("/v1/score", Item(Kernels.Fenced(Kernels.Right, "First.")));

        var (_, body) = await service.Post("/v1/score", Item(Kernels.Fenced(Kernels.Right, "After some thought,\nI would say:")));

        Assert.Equal(CountingEvaluator.Gflops, Reward(body.GetProperty("items")[0]));
        Assert.Equal(1, service.Evaluator.Count);
    }

    [Fact]
    public async Task AFindingIsPlacedInTheResponse()
    {
        await using var service = await Service.Start();

        var (_, body) = await service.Post("/v1/score", Item("Two lines\nof prose.\n```c\n#include <cblas.h>\n" + Kernels.Right + "\n```\n"));

        var finding = body.GetProperty("items")[0].GetProperty("findings").EnumerateArray().First(finding => finding.GetProperty("rule").GetString()!.StartsWith("HV11", StringComparison.Ordinal));
        Assert.Equal(4, finding.GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task FailuresOfOursAreNotRemembered()
    {
        await using var service = await Service.Start();
        await service.Post("/v1/score", Item(Kernels.Marked("BROKEN")));
        await service.Post("/v1/score", Item(Kernels.Marked("BROKEN")));

        Assert.Equal(2, service.Evaluator.Count);
    }

    [Fact]
    public async Task AProfileThatPaysForProofsHasThemMade()
    {
        await using var service = await Service.Start();

        var (_, body) = await service.Post("/v1/score", new { profile = "verified", items = new[] { new { task = Kernels.Task, completion = Kernels.Right } } });

        Assert.Equal(1, body.GetProperty("items")[0].GetProperty("metrics").GetProperty("proved").GetDouble());
        Assert.Equal("memory", body.GetProperty("items")[0].GetProperty("claims")[0].GetProperty("property").GetString());
    }

    [Fact]
    public async Task AVerdictThatIsCutShortIsPartialAndTheWorkGoesOn()
    {
        await using var service = await Service.Start();
        var ask = new { deadline_s = 0.5, items = new[] { new { task = Kernels.Task, completion = Kernels.Marked("SLOW") } } };

        var (_, early) = await service.Post("/v1/score", ask);
        service.Evaluator.Release.SetResult();
        var (_, late) = await service.Post("/v1/score", new { items = ask.items });

        Assert.Equal(("partial", null), (early.GetProperty("items")[0].GetProperty("status").GetString(), Reward(early.GetProperty("items")[0])));
        Assert.Equal(CountingEvaluator.Gflops, Reward(late.GetProperty("items")[0]));
        Assert.Equal(1, service.Evaluator.Count);
    }

    [Fact]
    public async Task AWholeGroupIsPaidByItsFastest()
    {
        await using var service = await Service.Start();
        string[] kernels = [Kernels.Right, Kernels.Marked("WRONG")];

        var (status, body) = await service.Post("/v1/score", new { profile = "paper-sqd", group_size = 2, items = kernels.Select(code => new { task = Kernels.Task, completion = code, group = "g" }) });

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal([100.0, -10.0], body.GetProperty("items").EnumerateArray().Select(Reward));
    }

    [Theory]
    [InlineData("""{"profile": "paper-sqd", "items": [{"task": "axpy", "completion": "", "group": "g"}]}""", "group_size")]
    [InlineData("""{"profile": "paper-sqd", "group_size": 2, "items": [{"task": "axpy", "completion": "", "group": "g"}]}""", "group 'g' has 1 items")]
    [InlineData("""{"profile": "paper-sqd", "group_size": 2, "items": [{"task": "axpy", "completion": "", "group": "g"}, {"task": "dot", "completion": "", "group": "g"}]}""", "for 2 tasks")]
    [InlineData("""{"profile": "paper-sqd", "group_size": 1, "items": [{"task": "axpy", "completion": ""}]}""", "give every item its 'group'")]
    [InlineData("""{"profile": "best", "items": [{"task": "axpy", "completion": ""}]}""", "there is no profile 'best'; there are: paper, ")]
    [InlineData("""{"items": [{"task": "axpy", "completion": ""}, {"task": "../axpy", "completion": ""}]}""", "item 1: there is no task '../axpy'; there are: axpy, ")]
    [InlineData("""{"stage": 7, "items": [{"task": "axpy", "completion": ""}]}""", "'stage' is from 1 to 6")]
    [InlineData("""{"deadline_s": 0, "items": []}""", "'deadline_s' is above 0")]
    [InlineData("""{"items": [{"task": "axpy", "completion": ""}], "sed": 3}""", "sed")]
    [InlineData("""{"profile": "best", "items": []}""", "there is no profile 'best'")]
    [InlineData("""{"stage": 7, "items": []}""", "'stage' is from 1 to 6")]
    [InlineData("""{"profile": "paper-sqd", "items": []}""", "group_size")]
    [InlineData("""{"items": [], "items": [{"task": "axpy", "completion": ""}]}""", "'items' is said twice")]
    [InlineData("""{"items": [{"task": "axpy", "task": "dot", "completion": ""}]}""", "'items[0].task' is said twice")]
    [InlineData("""{"items": [{"task": "axpy", "completion": null}]}""", "'items[0].completion' is null and has to be a text")]
    [InlineData("""{"items": [{"task": "axpy"}]}""", "'items[0].completion' is missing")]
    [InlineData("""{"items": [{"task": "axpy", "completion": ""}, {"task": "axpy", "completion": {}}]}""", "'items[1].completion' is an object and has to be a text")]
    [InlineData("""{"items": {}}""", "'items' is an object and has to be a list")]
    [InlineData("""{"items": [], "stage": "3"}""", "'stage' is '3' and has to be a whole number")]
    [InlineData("""{"items": [], "timing": 1}""", "'timing' is 1 and has to be 'true' or 'false'")]
    [InlineData("""{"items": [null]}""", "item")]
    [InlineData("""{"items": null}""", "items")]
    [InlineData("""{"seed": -1, "items": []}""", "'seed'")]
    [InlineData("{\"items\": [{\"task\": \"axpy\",\n\"completion\": }", "line 2")]
    [InlineData("null", "object")]
    [InlineData("[]", "body")]
    [InlineData("", "line 1")]
    public async Task WhatCannotBeAnsweredIsSaidInASentence(string body, string said)
    {
        await using var service = await Service.Start();

        var (status, problem) = await service.Send("/v1/score", body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        Assert.Contains(said, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", problem.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotMatch(@"System\.|HpcVerify\.|Collections|Int32|Nullable|BytePosition", problem.GetRawText());
        Assert.Empty(service.Complaints);
    }

    [Theory]
    [InlineData("""\ud800""")]
    [InlineData("""\udc00\ud83d""")]
    [InlineData("\\ud83d\\u0041")]
    public async Task HalfASurrogatePairCostsNoOtherSampleItsAnswer(string half)
    {
        await using var service = await Service.Start();
        var completion = JsonSerializer.Serialize(Kernels.Right);

        var (status, body) = await service.Send("/v1/score", $$"""{"items": [{"id": "{{half}}", "task": "axpy", "completion": "{{half}}"}, {"task": "axpy", "completion": {{completion}}}]}""");

        var items = body.GetProperty("items");
        Assert.Equal((HttpStatusCode.OK, -100, CountingEvaluator.Gflops), (status, Reward(items[0]), Reward(items[1])));
        Assert.Contains('\uFFFD', items[0].GetProperty("id").GetString()!);
    }

    [Fact]
    public async Task WholeCharactersStayWhatTheyAre()
    {
        await using var service = await Service.Start();

        var (_, body) = await service.Send("/v1/score", """{"items": [{"id": "\ud83d\ude00 \u00e9\\ud800 \" \/ \b\f\n\r\t 😀", "task": "\u0061xpy", "completion": ""}]}""");

        Assert.Equal("\ud83d\ude00 \u00e9\\ud800 \" / \b\f\n\r\t 😀", body.GetProperty("items")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task BytesThatAreNoTextCostNoOtherSampleItsAnswer()
    {
        await using var service = await Service.Start();
        byte[] body = [.. """{"items": [{"task": "axpy", "completion": " """u8, 0xFF, 0xC3, .. """ "}, {"task": "axpy", "completion": "no"}]}"""u8];
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        using var response = await service.Client.PostAsync(new Uri("/v1/score", UriKind.Relative), content);

        Assert.Equal(2, (await Service.Json(response)).GetProperty("items").GetArrayLength());
    }

    private static object Item(string completion) => new { items = new[] { new { task = Kernels.Task, completion } } };

    private static double? Reward(JsonElement item) => item.GetProperty("reward") is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
}
