using System.Collections.Concurrent;
using System.Diagnostics;
using HpcVerify.Chaos;

namespace HpcVerify.Distribution.Tests;

/// <summary>Addresses of brokers, and brokers that are not there or refuse.</summary>
[Collection(BrokerFixture.Name)]
public sealed class AddressTests(BrokerFixture fixture)
{
    private static readonly QueueLayout Layout = QueueLayout.Of("test").Layout!;

    [Theory]
    [InlineData("amqp://broker", "amqp://broker:5672")]
    [InlineData("amqp://broker/", "amqp://broker:5672")]
    [InlineData("amqps://broker", "amqps://broker:5671")]
    [InlineData("amqp://alice:secret@broker:77/rack", "amqp://broker:77/rack")]
    [InlineData("amqp://secret@[::1]:77", "amqp://[::1]:77")]
    public void AnAddressIsPrintedWithoutCredentials(string text, string printed) => Assert.Equal(printed, QueueAddress.Parse(text).Address!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("broker:5672")]
    [InlineData("http://alice:secret@broker")]
    [InlineData("amqp://")]
    [InlineData("amqp://alice:secret@broker/a/b")]
    [InlineData("amqp://alice:secret@broker?heartbeat=1")]
    [InlineData("amqp://alice:secret@broker:port")]
    public void WhatIsNoAddressIsRefusedInASentenceWithoutIt(string text)
    {
        var (address, problem) = QueueAddress.Parse(text);

        Assert.Null(address);
        Assert.DoesNotContain("secret", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xeon-gold-6230", true)]
    [InlineData("A64FX", true)]
    [InlineData("", false)]
    [InlineData("two words", false)]
    [InlineData("-x", false)]
    public void AClassIsAName(string name, bool isClass) => Assert.Equal(isClass, QueueLayout.Of(name).Problem is null && QueueLayout.ProblemOf(name) is null);

    [Fact]
    public async Task AWorkerWithoutABrokerSaysSoOnceAndEndsAtOnceWhenTold()
    {
        var complaints = new ConcurrentQueue<string>();
        using var worker = new QueueWorker(QueueAddress.Parse("amqp://alice:secret@127.0.0.1:1").Address!, Layout, "", [], complaints.Enqueue);
        using var drain = new CancellationTokenSource();
        var life = Task.Run(() => worker.Run(drain.Token, CancellationToken.None));
        await Task.Delay(TimeSpan.FromSeconds(2));
        var clock = Stopwatch.StartNew();
        await drain.CancelAsync();

        Assert.Null(await life);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.StartsWith("the broker at amqp://127.0.0.1:1 cannot be reached: ", Assert.Single(complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AServiceWithoutABrokerEndsAtOnceWhenTold()
    {
        var evaluator = new QueueEvaluator(QueueAddress.Parse("amqp://127.0.0.1:1").Address!, new("test", Layout, ""), _ => { });
        var answer = evaluator.Evaluate(FakeEvaluation.Job("a", "1"), CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(1));
        var problem = evaluator.Problem;
        evaluator.Dispose();

        Assert.Equal("the service was stopped", (await answer).Infrastructure);
        Assert.StartsWith("the broker at amqp://127.0.0.1:1 cannot be reached", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guest:wrong", "", "refuses the user name or password")]
    [InlineData("guest:guest", "/nowhere", "refuses: NOT_ALLOWED - vhost nowhere not found")]
    public async Task AWorkerThatIsRefusedEnds(string credentials, string host, string clause)
    {
        if (fixture.Broker is { } broker)
        {
            var address = QueueAddress.Parse(broker.Text.Replace("guest:guest", credentials, StringComparison.Ordinal) + host).Address!;
            using var worker = new QueueWorker(address, Layout, "", [], _ => { });

            var sentence = await worker.Run(CancellationToken.None, CancellationToken.None).WaitAsync(Party.Patience);

            Assert.Equal($"the broker at {address} {clause}", sentence);
        }
    }

    [Fact]
    public async Task ASecondServiceOfOneNameWaitsUntilTheFirstHasGone()
    {
        if (fixture.Broker is { } broker)
        {
            await using var party = new Party(broker);
            var job = FakeEvaluation.Job("a", "1");
            party.Hire(FakeEvaluation.Run);
            Assert.Null((await party.Ask(job)).Infrastructure);
            using var second = new QueueEvaluator(broker.Address, new(party.Layout.Class, party.Layout, WorkerProcess.Toolset), _ => { });
            while (second.Problem?.Contains("another service named", StringComparison.Ordinal) != true)
            {
                await Task.Delay(50);
            }

            party.Evaluator.Dispose();

            Assert.True(FakeEvaluation.IsOf(await second.Evaluate(job, CancellationToken.None).WaitAsync(Party.Patience), job));
        }
    }
}
