using System.Net;
using System.Text.Json;

namespace HpcVerify.Server.Tests;

/// <summary>What each trainer sends, byte for byte, and what it can do with the answer.</summary>
public sealed class TrainerContractTests
{
    private const string Prompt = "<|im_start|>user\nMake this faster:\n```c\nvoid axpy_optimized(int n, double alpha, const double *x, double *y) { for (int i = 0; i < n; i++) y[i] += alpha * x[i]; }\n```<|im_end|>\n<|im_start|>assistant\n";

    private static readonly string Answer = Kernels.Fenced(Kernels.Right);

    [Theory]
    [InlineData("", "<|im_end|>")]
    [InlineData("", "<|im_end|>\n<|endoftext|><|endoftext|>")]
    [InlineData("<|begin_of_text|>", "<|eot_id|>")]
    [InlineData("<s> ", "</s>")]
    [InlineData("", "")]
    public async Task OpenRlhfGetsTheRewardOfTheResponseAlone(string before, string after)
    {
        await using var service = await Service.Start();

        var (status, body) = await service.Send("/get_reward", OpenRlhf([before + Prompt + Answer + after], [Prompt], ["axpy"]));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(CountingEvaluator.Gflops, body.GetProperty("rewards")[0].GetDouble());
        Assert.InRange(body.GetProperty("scores")[0].GetDouble(), 0.1, 0.99);
        Assert.All(body.GetProperty("extra_logs").EnumerateObject(), log => Assert.Equal((1, JsonValueKind.Number), (log.Value.GetArrayLength(), log.Value[0].ValueKind)));
    }

    [Fact]
    public async Task AFenceInThePromptIsNobodysAnswer()
    {
        await using var service = await Service.Start();

        var (_, body) = await service.Send("/get_reward", OpenRlhf([Prompt + "I would rather not.<|im_end|>"], [Prompt], ["axpy"]));
        var (_, shortened) = await service.Send("/get_reward", OpenRlhf([Prompt[20..] + "I would rather not.<|im_end|>"], [Prompt], ["axpy"]));
        var (status, _) = await service.Send("/get_reward", OpenRlhf(["[INST] " + Prompt + Answer], [Prompt], ["axpy"]));

        Assert.Equal((-100.0, 0.0), (body.GetProperty("rewards")[0].GetDouble(), body.GetProperty("scores")[0].GetDouble()));
        Assert.Equal(-100, shortened.GetProperty("rewards")[0].GetDouble());
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(0, service.Evaluator.Count);
    }

    [Fact]
    public async Task OpenRlhfSendsEmptyListsToServersThatHaveNothingToDo()
    {
        await using var service = await Service.Start();

        var (status, body) = await service.Send("/get_reward", """{"query": [], "prompts": [], "labels": []}""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("""{"rewards":[],"scores":[]""", body.GetRawText()[..25]);
        Assert.All(body.GetProperty("extra_logs").EnumerateObject(), log => Assert.Equal(0, log.Value.GetArrayLength()));
    }

    [Fact]
    public async Task ABatchOf1024WithDuplicatesIsAnswered()
    {
        await using var service = await Service.Start();
        var queries = Enumerable.Range(0, 1024).Select(number => Prompt + Kernels.Fenced(Kernels.Numbered(number % 16))).ToArray();

        var (status, body) = await service.Send("/get_reward", OpenRlhf(queries, [.. queries.Select(_ => Prompt)], [.. queries.Select(_ => (object)"axpy")]));

        Assert.Equal((HttpStatusCode.OK, 1024, 16), (status, body.GetProperty("rewards").GetArrayLength(), service.Evaluator.Count));
    }

    [Fact]
    public async Task WhoLeavesAndAsksAgainFindsTheSameWork()
    {
        await using var service = await Service.Start();
        var payload = OpenRlhf([Prompt + Kernels.Fenced(Kernels.Marked("SLOW"))], [Prompt], ["axpy"]);
        using var impatient = service.NewClient();
        impatient.DefaultRequestHeaders.Authorization = new("Bearer", Service.Token);
        impatient.Timeout = TimeSpan.FromSeconds(1);
        using var content = new StringContent(payload, System.Text.Encoding.UTF8, "application/json");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient.PostAsync(new Uri("/get_reward", UriKind.Relative), content));
        var retry = service.Send("/get_reward", payload);
        await Task.Delay(200);
        service.Evaluator.Release.SetResult();

        Assert.Equal(CountingEvaluator.Gflops, (await retry).Body.GetProperty("rewards")[0].GetDouble());
        Assert.Equal(1, service.Evaluator.Count);
    }

    [Theory]
    [InlineData("\"axpy\"")]
    [InlineData("{\"task\": \"axpy\"}")]
    [InlineData("\"{\\\"task\\\": \\\"axpy\\\", \\\"profile\\\": \\\"raw\\\"}\"")]
    [InlineData("{\"task\": \"axpy\", \"profile\": \"verified\", \"seed\": 7}")]
    public async Task ALabelNamesItsTaskInSeveralForms(string label)
    {
        await using var service = await Service.Start();

        var (_, body) = await service.Send("/rm", $$"""{"prompt": [{"role": "user", "content": "fast"}], "response": {{JsonSerializer.Serialize(Answer)}}, "label": {{label}}}""");

        Assert.Equal(CountingEvaluator.Gflops, body.GetProperty("score").GetDouble());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"{\"")]
    [InlineData("{}")]
    [InlineData("\"gemmm\"")]
    [InlineData("{\"task\": \"axpy\", \"profile\": \"paper-sqd\"}")]
    [InlineData("{\"task\": \"axpy\", \"task\": \"dot\"}")]
    [InlineData("\"{\\\"task\\\": \\\"\\\\ud800\\\"}\"")]
    public async Task ALabelThatNamesNoTaskIsNoReasonForANumber(string label)
    {
        await using var service = await Service.Start();

        var (status, body) = await service.Send("/rm", $$"""{"prompt": "fast", "response": "x", "label": {{label}}}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.False(body.TryGetProperty("score", out _));
    }

    /// <summary>A misspelt profile would pay in another way than was meant, and nobody would see it.</summary>
    [Theory]
    [InlineData("/rm", "{\"task\": \"axpy\", \"profil\": \"verified\"}", "there is no key 'profil' here, only 'task', 'profile'")]
    [InlineData("/rm", "\"{\\\"task\\\": \\\"axpy\\\", \\\"stages\\\": 3}\"", "'stages'")]
    [InlineData("/get_reward", "{\"task\": \"axpy\", \"difficulty\": \"easy\"}", "label 0: ")]
    public async Task AKeyThatNobodyKnowsInALabelIsNamed(string route, string label, string said)
    {
        await using var service = await Service.Start();

        var (status, body) = await service.Send(route, $$"""{"prompt": "p", "response": "x", "label": {{label}}, "query": ["px"], "prompts": ["p"], "labels": [{{label}}]}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(said, body.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifierMetadataMayHoldWhatIsForOthers()
    {
        await using var service = await Service.Start();

        var (status, _) = await service.Send("/verify", NemoGym(Answer, "axpy").Replace("\"task\":\"axpy\"", "\"task\":\"axpy\",\"difficulty\":\"easy\"", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Theory]
    [InlineData("/rm", """{"prompt": "\ud800", "response": "x\ud800", "label": "axpy"}""")]
    [InlineData("/get_reward", """{"query": ["\udc00p x\ud800"], "prompts": ["\udc00p "], "labels": ["axpy"]}""")]
    [InlineData("/verify", """{"\ud800": 1, "responses_create_params": {"input": "\ud800"}, "response": {"output": [{"type": "message", "content": [{"type": "output_text", "text": "\ud800"}]}]}, "verifier_metadata": {"task": "axpy", "\ud800": 1}}""")]
    [InlineData("/aggregate_metrics", """{"verify_responses": [{"\ud800": 1, "reward": 2}]}""")]
    [InlineData("/seed_session", """{"\ud800": "\ud800"}""")]
    public async Task HalfASurrogatePairIsNoReasonForARefusal(string route, string payload)
    {
        await using var service = await Service.Start();

        Assert.Equal(HttpStatusCode.OK, (await service.Send(route, payload)).Status);
    }

    [Theory]
    [InlineData("""[{"reward": null, "note": "x"}, {"reward": "5"}, {"reward": 3}]""", 3.0)]
    [InlineData("""[{"reward": 1e999, "_ng_task_index": null}, {"reward": 2, "_ng_task_index": "a"}]""", 2.0)]
    [InlineData("""[{"reward": 1.7e308}, {"reward": 1.7e308, "deep": {"reward": [1]}}]""", 1.7e308)]
    [InlineData("""[{"reward": null}]""", null)]
    [InlineData("[]", null)]
    public async Task MeansAreOfWhatIsANumber(string responses, double? mean)
    {
        await using var service = await Service.Start();

        var (status, body) = await service.Send("/aggregate_metrics", $$"""{"verify_responses": {{responses}}}""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(mean, body.GetProperty("key_metrics").TryGetProperty("mean/reward", out var reward) ? reward.GetDouble() : null);
    }

    [Fact]
    public async Task SlimeGetsNumbersUnderTheSameKeysForEverySample()
    {
        await using var service = await Service.Start();
        var keys = new List<string>();
        foreach (var response in new[] { Answer, Kernels.Marked("WRONG"), "no" })
        {
            var (_, body) = await service.Send("/rm", JsonSerializer.Serialize(new { prompt = "p", response, label = "axpy" }));
            Assert.All(body.EnumerateObject(), value => Assert.Equal(JsonValueKind.Number, value.Value.ValueKind));
            keys.Add(string.Join(' ', body.EnumerateObject().Select(value => value.Name)));
        }

        Assert.Single(keys.Distinct());
        Assert.Contains("score", keys[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BROKEN")]
    [InlineData("SLOW")]
    public async Task AFailureOfOursOrTooLittleTimeIsNeverANumber(string word)
    {
        var soon = TimeSpan.FromMilliseconds(300);
        await using var service = await Service.Start(options => options with { Patience = new() { Native = soon, OpenRlhf = soon, Slime = soon, NemoGym = soon } });
        var kernel = Kernels.Marked(word);
        (string Route, string Body)[] calls =
        [
            ("/get_reward", OpenRlhf([Prompt + kernel], [Prompt], ["axpy"])), ("/rm", JsonSerializer.Serialize(new { prompt = "p", response = kernel, label = "axpy" })), ("/verify", NemoGym(kernel, "axpy")),
        ];
        foreach (var (route, payload) in calls)
        {
            var (status, body) = await service.Send(route, payload);

            Assert.Equal((HttpStatusCode.ServiceUnavailable, "There is no score"), (status, body.GetProperty("title").GetString()));
        }
    }

    [Fact]
    public async Task NemoGymGetsItsRequestBackWithAReward()
    {
        await using var service = await Service.Start();

        var (status, body) = await service.Send("/verify", NemoGym(Answer + "<|im_end|>", "axpy"));

        using var sent = JsonDocument.Parse(NemoGym(Answer + "<|im_end|>", "axpy"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.All(sent.RootElement.EnumerateObject(), field => Assert.True(JsonElement.DeepEquals(field.Value, body.GetProperty(field.Name))));
        Assert.Equal(body.GetProperty("reward").GetDouble(), body.GetProperty("reward_components").EnumerateObject().Sum(part => part.Value.GetDouble()));
        Assert.Equal(1, body.GetProperty("correct").GetDouble());
    }

    [Fact]
    public async Task NemoGymSeedsAggregatesAndAsksHowItIsVerifiedAgain()
    {
        await using var service = await Service.Start();

        var seeded = await service.Send("/seed_session", """{"responses_create_params": {"input": []}}""");
        var (_, means) = await service.Send("/aggregate_metrics", """{"verify_responses": [{"_ng_task_index": 0, "reward": 1}, {"_ng_task_index": 0, "reward": 3}, {"_ng_task_index": 1, "reward": 5}]}""");

        Assert.Equal((HttpStatusCode.OK, "{}"), (seeded.Status, seeded.Body.GetRawText()));
        Assert.Equal("stateless", (await service.Get("/reverify_mode")).GetString());
        Assert.Equal([2.0, 5.0], means.GetProperty("group_level_metrics").EnumerateArray().Select(group => group.GetProperty("mean/reward").GetDouble()));
        Assert.Equal(3, means.GetProperty("key_metrics").GetProperty("mean/reward").GetDouble());
    }

    [Theory]
    [InlineData("""{"query": ["a"], "prompts": [], "labels": []}""", "/get_reward")]
    [InlineData("""{"query": "a"}""", "/get_reward")]
    [InlineData("""{"query": [null], "prompts": ["a"], "labels": ["axpy"]}""", "/get_reward")]
    [InlineData("""{"query": ["a"], "prompts": [null], "labels": ["axpy"]}""", "/get_reward")]
    [InlineData("""{"query": ["a"], "prompts": [""], "labels": [null]}""", "/get_reward")]
    [InlineData("""{"response": "a"}""", "/rm")]
    [InlineData("""{"reward": 5}""", "/verify")]
    [InlineData("""{"responses_create_params": {}, "response": {"output": 3}, "verifier_metadata": {"task": "axpy"}}""", "/verify")]
    [InlineData("""{"verify_responses": [1]}""", "/aggregate_metrics")]
    [InlineData("""{"verify_responses": [null]}""", "/aggregate_metrics")]
    [InlineData("""{"verify_responses": null}""", "/aggregate_metrics")]
    [InlineData("""{"verify_responses": [], "verify_responses": []}""", "/aggregate_metrics")]
    [InlineData("""{"verify_responses": [{"reward": 1, "reward": 2}]}""", "/aggregate_metrics")]
    [InlineData("""{"responses_create_params": {}, "response": null, "verifier_metadata": 7}""", "/verify")]
    [InlineData("[]", "/seed_session")]
    [InlineData("{", "/seed_session")]
    public async Task APayloadOfAnotherFormIsAProblem(string payload, string route)
    {
        await using var service = await Service.Start();

        var (status, body) = await service.Send(route, payload);

        Assert.Equal((HttpStatusCode.BadRequest, 400), (status, body.GetProperty("status").GetInt32()));
    }

    /// <summary>As aiohttp writes the payload of <c>_fetch_rewards_via_http</c>.</summary>
    private static string OpenRlhf(string[] query, string[] prompts, object[] labels) => JsonSerializer.Serialize(new { query, prompts, labels });

    /// <summary>As a row of a data set goes to <c>/verify</c>.</summary>
    private static string NemoGym(string text, string task) => JsonSerializer.Serialize(new
    {
        responses_create_params = new { input = new[] { new { role = "user", content = "fast" } }, temperature = 0.7 },
        response = new
        {
            id = "resp_1",
            output = new object[]
            {
                new { type = "reasoning", summary = new[] { new { type = "summary_text", text = "```c\nint no;\n```" } } },
                new { type = "message", role = "assistant", content = new[] { new { type = "output_text", text, annotations = Array.Empty<int>() } } },
            },
        },
        verifier_metadata = new { task },
        _ng_task_index = 3,
    });
}
