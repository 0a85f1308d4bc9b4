using System.Diagnostics;
using HpcVerify.Chaos;
using HpcVerify.Rewards.Scoring;

namespace HpcVerify.Distribution.Tests;

/// <summary>What a service can say of its broker: what waits there, who works, and whether it is there at all.</summary>
[Collection(BrokerFixture.Name)]
public sealed class QueueStateTests(BrokerFixture fixture)
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(2);

    [Fact]
    public Task QueuesHaveWhatWaitsAndHowManyHandsThereAre() => With(async party =>
    {
        _ = party.Ask(FakeEvaluation.Job("a", "1"));
        _ = party.Ask(FakeEvaluation.Job("b", "1"));
        await Until(party, evaluator => evaluator.Queues is [{ Stage: ScoringStages.Verification, Waiting: 2, Workers: 0 }, { Stage: ScoringStages.Timing, Waiting: 0, Workers: 0 }]);

        party.Hire(FakeEvaluation.Run, ScoringStages.Verification);
        await Until(party, evaluator => evaluator.Queues is [{ Waiting: 0, Workers: 1 }, { Waiting: 2, Workers: 0 }]);

        Assert.All(party.Evaluator.Queues, queue => Assert.Equal(party.Layout.Class, queue.Class));
    });

    [Fact]
    public Task NothingIsKnownWhileTheBrokerIsAway() => With(async party =>
    {
        await Until(party, evaluator => evaluator is { Problem: null, Queues.Length: 2 });

        // RabbitMQ writes down where a quorum queue is half a second after it was made; killed earlier, it never finds the queue again.
        await Task.Delay(AMoment);
        party.Broker.Kill();
        await Until(party, evaluator => evaluator is { Problem: { } problem, Queues.IsEmpty: true } && problem.StartsWith("the broker at amqp://127.0.0.1:", StringComparison.Ordinal));
        party.Broker.Start();
        await Until(party, evaluator => evaluator is { Problem: null, Queues.Length: 2 });
    });

    private static async Task Until(Party party, Func<QueueEvaluator, bool> isSo)
    {
        for (var clock = Stopwatch.StartNew(); !isSo(party.Evaluator); await Task.Delay(50))
        {
            Assert.True(clock.Elapsed < Party.Patience, $"{party.Evaluator.Problem}; {string.Join(", ", party.Evaluator.Queues)}; {string.Join("; ", party.Complaints)}");
        }
    }

    private async Task With(Func<Party, Task> test)
    {
        if (fixture.Broker is { } broker)
        {
            await using var party = new Party(broker);
            await test(party);
        }
    }
}
