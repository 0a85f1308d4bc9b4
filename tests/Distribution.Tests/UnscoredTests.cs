using HpcVerify.Chaos;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Distribution.Tests;

/// <summary>What goes wrong on the way is evidence that says so, and never a number.</summary>
[Collection(BrokerFixture.Name)]
public sealed class UnscoredTests(BrokerFixture fixture)
{
    [Fact]
    public Task AJobThatEndsItsWorkersIsGivenUp() => With(async party =>
    {
        using var fleet = new Fleet(party.Broker, party.Layout, ScoringStages.All, 1);
        var poison = party.Ask(FakeEvaluation.Job("a", FakeEvaluation.Poison));
        var (ended, job) = (0, FakeEvaluation.Job("b", "1"));
        while (!poison.IsCompleted)
        {
            await Task.Delay(50);
            ended += fleet.Replace();
        }

        Assert.Equal(QueueLayout.MostAttempts, ended + fleet.Replace());
        Assert.Equal("the job was given to workers 10 times, and none of them lived to answer", Unscored(await poison));
        Assert.True(FakeEvaluation.IsOf(await party.Ask(job), job));
    });

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"job":null,"toolset":"fake","verified":null}""")]
    public Task AJobThatCannotBeReadIsAnswered(string body) => With(async party =>
    {
        var job = FakeEvaluation.Job("a", "1");
        var answer = party.Ask(job);
        while (party.Evaluator.Problem is not null)
        {
            await Task.Delay(50);
        }

        // The broken one overtakes the whole one, which nobody verifies here.
        party.Hire(FakeEvaluation.Run, ScoringStages.Timing);
        await party.Put(party.Layout.Of(ScoringStages.Timing), QueueLayout.AnswersTo(party.Layout.Class), job.Name.Text, body);

        Assert.StartsWith("the worker cannot read the job: ", Unscored(await answer), StringComparison.Ordinal);
    });

    [Fact]
    public Task AJobWithoutAReturnAddressIsThrownAway() => With(async party =>
    {
        party.Hire(FakeEvaluation.Run);
        await party.Put(party.Layout.Of(ScoringStages.Verification), "", "", "{}");
        while (!party.Complaints.Any(complaint => complaint.StartsWith("a job that nobody waits for was thrown away; the broker gave the job back: rejected", StringComparison.Ordinal)))
        {
            await Task.Delay(50);
        }

        var job = FakeEvaluation.Job("a", "1");
        Assert.True(FakeEvaluation.IsOf(await party.Ask(job), job));
    });

    [Fact]
    public Task AnAnswerThatCannotBeReadIsNone() => With(async party =>
    {
        var job = FakeEvaluation.Job("a", "1");
        var answer = party.Ask(job);
        while (party.Evaluator.Problem is not null)
        {
            await Task.Delay(50);
        }

        await party.Put(QueueLayout.AnswersTo(party.Layout.Class), "", "no name", "{}");
        await party.Put(QueueLayout.AnswersTo(party.Layout.Class), "", job.Name.Text, "{}");

        Assert.StartsWith("the worker's answer cannot be read: ", Unscored(await answer), StringComparison.Ordinal);
        Assert.Contains("an answer that belongs to no job was thrown away", party.Complaints);
    });

    [Fact]
    public Task AWorkerWithOtherProgramsHasNoAnswer() => With(async party =>
    {
        party.Hire(FakeEvaluation.Run, toolset: "another");

        Assert.Contains("another version", Unscored(await party.Ask(FakeEvaluation.Job("a", "1"))), StringComparison.Ordinal);
    });

    [Fact]
    public Task ABugOfTheWorkersIsNoNumber() => With(async party =>
    {
        party.Hire((_, _) => throw new InvalidOperationException("a bug"));

        Assert.Equal("internal error: InvalidOperationException: a bug", Unscored(await party.Ask(FakeEvaluation.Job("a", "1"))));
    });

    [Fact]
    public Task ATimingThatFailsTakesNothingFromWhatVerificationFound() => With(async party =>
    {
        party.Hire((job, cancellation) => job.Options.Stages == ScoringStages.Timing ? new([], null, null, "no clock", []) : FakeEvaluation.Run(job, cancellation));

        var evidence = await party.Ask(FakeEvaluation.Job("a", "1"));

        Assert.Equal("no clock", Unscored(evidence));
        Assert.StartsWith("Verification", Assert.Single(evidence.Stages).Stage, StringComparison.Ordinal);
    });

    [Fact]
    public Task AServiceThatIsStoppedTellsThoseWhoWait() => With(async party =>
    {
        var answer = party.Ask(FakeEvaluation.Job("a", "1"));
        party.Evaluator.Dispose();

        Assert.Equal("the service was stopped", Unscored(await answer));
        Assert.Equal("the service was stopped", Unscored(await party.Ask(FakeEvaluation.Job("b", "1"))));
    });

    private static string Unscored(Evidence evidence)
    {
        Assert.All(RewardProfile.All, profile => Assert.IsType<Score.Unscored>(profile.Judge(evidence)));
        return evidence.Infrastructure!;
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
