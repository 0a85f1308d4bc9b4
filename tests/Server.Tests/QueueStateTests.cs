using HpcVerify.Rewards.Scoring;

namespace HpcVerify.Server.Tests;

/// <summary>What is told of those who work for the service, and to whom.</summary>
public sealed class QueueStateTests
{
    private const string Away = "the broker at amqp://inside.example:5672 cannot be reached: no route";

    [Fact]
    public async Task AServiceWithoutItsBrokerIsNotReadyAndAStrangerIsNotToldWhereThatIs()
    {
        await using var service = await Service.Start();
        using var stranger = service.NewClient();
        service.Evaluator.Problem = Away;

        using var away = await stranger.GetAsync(new Uri("/readyz", UriKind.Relative));
        var (told, activity) = (await Service.Json(away), await service.Get("/v1/activity"));
        service.Evaluator.Problem = null;
        using var back = await stranger.GetAsync(new Uri("/readyz", UriKind.Relative));

        Assert.Equal((503, 200), ((int)away.StatusCode, (int)back.StatusCode));
        Assert.Equal("the broker is away: jobs that come now wait for it", told.GetProperty("detail").GetString());
        Assert.Equal(Away, activity.GetProperty("obstacle").GetString());
    }

    [Fact]
    public async Task QueuesAreToldWithWhatWaitsAndForHowMany()
    {
        await using var service = await Service.Start();
        service.Evaluator.Queues = [new("xeon", ScoringStages.Verification, 7, 4), new("xeon", ScoringStages.Timing, 2, 0)];

        var queues = (await service.Get("/v1/activity")).GetProperty("queues");
        var metrics = await service.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative));

        Assert.Equal(
            [("xeon", "verification", 7, 4), ("xeon", "timing", 2, 0)],
            queues.EnumerateArray().Select(queue => (queue.GetProperty("class").GetString(), queue.GetProperty("stage").GetString(), queue.GetProperty("waiting").GetInt32(), queue.GetProperty("workers").GetInt32())));
        Assert.Contains("\nhpcverify_waiting_jobs 9\n", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutABrokerTheProcessIsItsOwnQueue()
    {
        await using var service = await Service.StartReal();

        var queue = (await service.Get("/v1/activity")).GetProperty("queues")[0];

        Assert.Equal(("", "all", 0, 2), (queue.GetProperty("class").GetString(), queue.GetProperty("stage").GetString(), queue.GetProperty("waiting").GetInt32(), queue.GetProperty("workers").GetInt32()));
    }
}
