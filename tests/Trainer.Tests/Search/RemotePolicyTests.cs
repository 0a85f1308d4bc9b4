using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Search.Http;
using HpcVerify.Trainer.Search.Policies;

namespace HpcVerify.Trainer.Tests.Search;

/// <summary>A model behind an endpoint that behaves, and behind some that do not.</summary>
public sealed class RemotePolicyTests
{
    private static readonly Prompt Question = new("matmul", 2, Purpose.Improve, "Make it faster.", new(1, "int x;", "slow"), "");
    private static readonly RemoteOptions Options = new("small-coder", 512, 0.8, 0.95, true, 0, 0);
    private static readonly RetryPlan RetryPlan = new(TimeSpan.FromSeconds(20), 4, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(2));

    [Fact]
    public async Task AllAnswersOfOneRequestAreTaken()
    {
        using var server = new ChatServer(ChatServer.Completes(12, "one", "two"));
        var (texts, policy) = await Ask(server, 2);

        Assert.Equal(["one", "two"], texts);
        Assert.Equal((1, 12), policy.Used);
        var request = server.Requests.Single();
        Assert.Equal("small-coder", request.GetProperty("model").GetString());
        Assert.Equal("Make it faster.", request.GetProperty("messages")[0].GetProperty("content").GetString());
        Assert.Equal([2, 512, 41], new[] { "n", "max_tokens", "seed" }.Select(name => request.GetProperty(name).GetInt32()));
        Assert.Equal([0.8, 0.95], new[] { "temperature", "top_p" }.Select(name => request.GetProperty(name).GetDouble()));
        Assert.True(request.GetProperty("logprobs").GetBoolean());
        Assert.Equal("Bearer secret", server.Keys.Single());
    }

    [Theory]
    [InlineData("", "/v1/chat/completions")]
    [InlineData("/v1", "/v1/chat/completions")]
    [InlineData("/v1/", "/v1/chat/completions")]
    [InlineData("/gateway", "/gateway/v1/chat/completions")]
    [InlineData("/gateway/v1/chat/completions", "/gateway/v1/chat/completions")]
    public async Task TheRouteIsCompleted(string given, string asked)
    {
        using var server = new ChatServer(ChatServer.Completes(1, "one"));
        await Ask(server, 1, path: given);
        Assert.Equal(asked, server.Paths.Single());
    }

    /// <summary>Some servers know no <c>n</c>; each request has a seed of its own, or all answers would be one.</summary>
    [Fact]
    public async Task AnEndpointThatGivesOneAtATimeIsAskedAgain()
    {
        using var server = new ChatServer(ChatServer.Completes(1, "one"), ChatServer.Completes(1, "two"), ChatServer.Completes(1, "three", "four"));
        var (texts, _) = await Ask(server, 3);

        Assert.Equal(["one", "two", "three"], texts);
        Assert.Equal([41, 42, 43], server.Requests.Select(request => request.GetProperty("seed").GetInt32()));
    }

    [Fact]
    public async Task LogProbabilitiesAndTruncationAreKept()
    {
        using var server = new ChatServer(ChatServer.Says(200, """{"choices":[{"finish_reason":"length","message":{"content":"int"},"logprobs":{"content":[{"token":"i","logprob":-0.25},{"token":"nt","logprob":-1.5}]}}]}"""));
        var sampling = await Policy(server).Sample(Question, 1, 41, default);

        Assert.Equal(new Completion("int", [], [-0.25f, -1.5f], true), Assert.Single(((Sampling.Answered)sampling).Completions));
    }

    [Fact]
    public async Task AnEndpointWithoutLogProbabilitiesIsAskedWithoutThem()
    {
        using var server = new ChatServer(ChatServer.Says(400, """{"error":"logprobs are not supported"}"""), ChatServer.Completes(1, "one"), ChatServer.Completes(1, "two"));
        var policy = Policy(server);
        await policy.Sample(Question, 1, 41, default);
        await policy.Sample(Question, 1, 42, default);

        Assert.Equal([true, false, false], server.Requests.Select(request => request.TryGetProperty("logprobs", out _)));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task ABusyEndpointIsAskedAgain(int status)
    {
        using var server = new ChatServer(ChatServer.Says(status, "later"), ChatServer.HangsUp, ChatServer.Completes(1, "one"));
        Assert.Equal(["one"], (await Ask(server, 1)).Texts);
    }

    [Fact]
    public async Task AnEndpointThatSaysWhenIsAskedThen()
    {
        using var server = new ChatServer(ChatServer.Says(429, "later", retryAfter: 1), ChatServer.Completes(1, "one"));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await Ask(server, 1);
        Assert.True(clock.Elapsed >= TimeSpan.FromSeconds(0.95), $"{clock.Elapsed}");
    }

    [Fact]
    public async Task AnEndpointThatStaysBusyIsGivenUp()
    {
        using var server = new ChatServer([.. Enumerable.Repeat(ChatServer.Says(503, "no \n luck"), 4)]);
        Assert.Equal($"'{server.Address}v1/chat/completions' answers 503 (no luck)", await Refused(server));
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task ARefusalIsNotAskedTwice()
    {
        using var server = new ChatServer(ChatServer.Says(401, """{"error":"who are you"}"""));
        Assert.Equal($$"""'{{server.Address}}v1/chat/completions' answers 401: {"error":"who are you"}""", await Refused(server));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"choices":[]}""")]
    [InlineData("""{"choices":{}}""")]
    [InlineData("""{"choices":[1]}""")]
    [InlineData("""{"choices":[{"message":"x"}]}""")]
    [InlineData("""{"choices":[{"message":{"content":7}}]}""")]
    public async Task WhatIsNoAnswerIsGivenUpAfterThree(string body)
    {
        using var server = new ChatServer([.. Enumerable.Repeat(ChatServer.Says(200, body), 3)]);
        Assert.StartsWith($"'{server.Address}v1/chat/completions' does not answer as /v1/chat/completions does: ", await Refused(server), StringComparison.Ordinal);
        Assert.Equal(3, server.Requests.Count);
    }

    /// <summary>They are offered, and not owed: the answer counts without them.</summary>
    [Theory]
    [InlineData("[{}]")]
    [InlineData("""[{"logprob":-1},{"logprob":5.0}]""")]
    [InlineData("""[{"logprob":"x"}]""")]
    [InlineData("[7]")]
    public async Task ProbabilitiesThatAreNoneAreLeftOut(string tokens)
    {
        using var server = new ChatServer(ChatServer.Says(200, $$$"""{"choices":[{"message":{"content":"x"},"logprobs":{"content":{{{tokens}}}}}]}"""));
        var (texts, _) = await Ask(server, 1);
        Assert.Equal(["x"], texts);
    }

    [Theory]
    [InlineData("""{"choices":[{"message":{}}]}""")]
    [InlineData("""{"choices":[{"message":{"content":null},"finish_reason":null,"logprobs":null}],"usage":null}""")]
    public async Task AModelThatSaysNothingHasAnEmptyAnswer(string body)
    {
        using var server = new ChatServer(ChatServer.Says(200, body));
        var (texts, policy) = await Ask(server, 1);
        Assert.Equal([""], texts);
        Assert.Equal((1, 512), policy.Used);
    }

    [Fact]
    public async Task BudgetsEndIt()
    {
        using var server = new ChatServer(ChatServer.Completes(60, "one"), ChatServer.Completes(60, "two"));
        var policy = Policy(server, Options with { TokenBudget = 100 });
        await policy.Sample(Question, 1, 1, default);
        await policy.Sample(Question, 1, 2, default);

        Assert.Equal(new Sampling.Unavailable("the budget of 100 tokens is used up"), await policy.Sample(Question, 1, 3, default));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task AResumedSearchHasNoNewBudget()
    {
        using var server = new ChatServer(ChatServer.Completes(60, "one"), ChatServer.Completes(60, "two"));
        var policy = Policy(server, Options with { RequestBudget = 1 });
        await policy.Sample(Question, 1, 1, default);
        using var state = new MemoryStream();
        policy.Save(state);
        state.Position = 0;
        var resumed = Policy(server, Options with { RequestBudget = 1 });
        resumed.Load(state);

        Assert.Equal(new Sampling.Unavailable("the budget of 1 requests is used up"), await resumed.Sample(Question, 1, 3, default));
        using var nonsense = new MemoryStream([1, 2, 3]);
        Assert.Throws<InvalidDataException>(() => resumed.Load(nonsense));
    }

    [Fact]
    public async Task AnEndpointThatSaysNothingIsGivenUp()
    {
        using var server = new ChatServer(_ => Task.Delay(3000), _ => Task.Delay(3000));
        var policy = new RemotePolicy(new HttpClient(), server.Address, null, Options, RetryPlan with { Timeout = TimeSpan.FromSeconds(0.3), Attempts = 1 }, TimeProvider.System);
        Assert.Equal(new Sampling.Unavailable($"'{server.Address}v1/chat/completions' does not answer within 0.3 s"), await policy.Sample(Question, 1, 1, default));
    }

    [Fact]
    public async Task WhoGivesUpIsHeard()
    {
        using var server = new ChatServer(_ => Task.Delay(3000));
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(0.2));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Policy(server).Sample(Question, 1, 1, source.Token));
    }

    private static async Task<(string[] Texts, RemotePolicy Policy)> Ask(ChatServer server, int count, string path = "")
    {
        var policy = Policy(server, path: path);
        var sampling = await policy.Sample(Question, count, 41, default);
        return ([.. Assert.IsType<Sampling.Answered>(sampling).Completions.Select(completion => completion.Text)], policy);
    }

    private static async Task<string> Refused(ChatServer server) => Assert.IsType<Sampling.Unavailable>(await Policy(server).Sample(Question, 1, 41, default)).Reason;

    private static RemotePolicy Policy(ChatServer server, RemoteOptions? options = null, string path = "") =>
        new(new HttpClient(), new Uri(server.Address, path), "secret", options ?? Options, RetryPlan, TimeProvider.System);
}
