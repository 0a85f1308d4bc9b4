using HpcVerify.Chaos;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Distribution.Tests;

/// <summary>Jobs from a service to workers and back, by a real broker.</summary>
[Collection(BrokerFixture.Name)]
public sealed class QueueTests(BrokerFixture fixture)
{
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(300);

    [Fact]
    public Task AJobIsVerifiedByOneWorkerAndTimedByAnother() => With(async party =>
    {
        party.Hire(FakeEvaluation.Run, ScoringStages.Verification);
        party.Hire(FakeEvaluation.Run, ScoringStages.Timing);
        var job = FakeEvaluation.Job("a", "1");

        var evidence = await party.Ask(job);

        Assert.True(FakeEvaluation.IsOf(evidence, job));
        Assert.Equal(["Verification", "Timing"], evidence.Stages.Select(stage => stage.Stage.Split(' ')[0]));
        Assert.NotNull(evidence.Measurement);
        Assert.Equal(0, party.Evaluator.Pending);
    });

    [Fact]
    public Task WhatFailsIsNotTimed() => With(async party =>
    {
        var stages = new List<ScoringStages>();
        party.Hire((job, _) =>
        {
            stages.Add(job.Options.Stages);
            return new([], new(Level.Verification, "wrong"), null, null, []);
        });

        var evidence = await party.Ask(FakeEvaluation.Job("a", "1"));

        Assert.Equal("wrong", evidence.Failure!.Reason);
        Assert.Equal([ScoringStages.Verification], stages);
    });

    [Fact]
    public Task WhoAsksForOneStageGetsOneStage() => With(async party =>
    {
        party.Hire(FakeEvaluation.Run);

        var verified = await party.Ask(FakeEvaluation.Job("a", "1", ScoringStages.Verification));
        var timed = await party.Ask(FakeEvaluation.Job("b", "1", ScoringStages.Timing));

        Assert.Null(verified.Measurement);
        Assert.StartsWith("Timing", Assert.Single(timed.Stages).Stage, StringComparison.Ordinal);
    });

    [Fact]
    public Task ManyWhoAskForOneJobCostOneEvaluation() => With(async party =>
    {
        var evaluations = 0;
        party.Hire((job, cancellation) =>
        {
            Interlocked.Increment(ref evaluations);
            return FakeEvaluation.Run(job, cancellation);
        }, ScoringStages.Verification);
        var job = FakeEvaluation.Job("a", "100", ScoringStages.Verification);

        var evidence = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => party.Ask(job)));

        Assert.Single(evidence.Select(FakeEvaluation.MarkOf).Distinct());
        Assert.Equal(1, evaluations);
    });

    [Fact]
    public Task WhoLeavesAndComesBackGetsTheAnswerThatWasFoundMeanwhile() => With(async party =>
    {
        var evaluations = 0;
        using var leave = new CancellationTokenSource();
        party.Hire((job, cancellation) =>
        {
            Interlocked.Increment(ref evaluations);
            leave.Cancel();
            return FakeEvaluation.Run(job, cancellation);
        }, ScoringStages.Verification);
        var job = FakeEvaluation.Job("a", "200", ScoringStages.Verification);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => party.Evaluator.Evaluate(job, leave.Token).WaitAsync(Party.Patience));
        var evidence = await party.Ask(job);

        Assert.True(FakeEvaluation.IsOf(evidence, job));
        Assert.Equal(1, evaluations);
    });

    [Fact]
    public Task AWorkerThatIsToldToEndFinishesItsJobAndTakesNoOther() => With(async party =>
    {
        var begun = new TaskCompletionSource();
        party.Hire((job, cancellation) =>
        {
            begun.TrySetResult();
            return FakeEvaluation.Run(job, cancellation);
        }, ScoringStages.Verification);
        var first = party.Ask(FakeEvaluation.Job("a", "300", ScoringStages.Verification));
        await begun.Task.WaitAsync(Party.Patience);
        var second = party.Ask(FakeEvaluation.Job("b", "1", ScoringStages.Verification));

        Assert.Null(await party.Drain());
        Assert.Null((await first).Infrastructure);
        await Task.Delay(AMoment);
        Assert.False(second.IsCompleted);

        party.Hire(FakeEvaluation.Run, ScoringStages.Verification);
        Assert.Null((await second).Infrastructure);
    });

    [Fact]
    public Task AJobThatIsGivenUpGoesToAnotherWorker() => With(async party =>
    {
        var begun = new TaskCompletionSource();
        party.Hire((job, cancellation) =>
        {
            begun.TrySetResult();
            cancellation.WaitHandle.WaitOne();
            throw new OperationCanceledException(cancellation);
        }, ScoringStages.Verification);
        var answer = party.Ask(FakeEvaluation.Job("a", "1", ScoringStages.Verification));
        await begun.Task.WaitAsync(Party.Patience);

        Assert.Null(await party.Abort());
        party.Hire(FakeEvaluation.Run, ScoringStages.Verification);

        Assert.Null((await answer).Infrastructure);
    });

    [Fact]
    public Task AnAnswerThatComesWhileTheServiceIsAwayWaitsForIt() => With(async party =>
    {
        var job = FakeEvaluation.Job("a", "1", ScoringStages.Verification);
        var asked = party.Ask(job);
        while (party.Evaluator.Problem is not null)
        {
            await Task.Delay(AMoment);
        }

        await Task.Delay(AMoment);
        party.Evaluator.Dispose();
        Assert.Contains("stopped", (await asked).Infrastructure, StringComparison.Ordinal);
        var journal = 0;
        party.Hire((next, cancellation) =>
        {
            Interlocked.Increment(ref journal);
            return FakeEvaluation.Run(next, cancellation);
        }, ScoringStages.Verification);
        while (Volatile.Read(ref journal) == 0)
        {
            await Task.Delay(AMoment);
        }

        await Task.Delay(AMoment);
        Assert.Null(await party.Drain());
        using var successor = new QueueEvaluator(party.Broker.Address, new(party.Layout.Class, party.Layout, WorkerProcess.Toolset), party.Complaints.Enqueue);
        var evidence = await successor.Evaluate(job, CancellationToken.None).WaitAsync(Party.Patience);

        Assert.True(FakeEvaluation.IsOf(evidence, job));
        Assert.Equal(1, journal);
    });

    private async Task With(Func<Party, Task> test)
    {
        if (fixture.Broker is { } broker)
        {
            await using var party = new Party(broker);
            await test(party);
        }
    }
}
