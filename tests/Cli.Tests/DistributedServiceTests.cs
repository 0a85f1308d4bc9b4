using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using HpcVerify.Chaos;
using HpcVerify.Distribution;
using HpcVerify.Rewards.Scoring;
using HpcVerify.TestKit;

namespace HpcVerify.Cli.Tests;

/// <summary>The whole way with real processes: a service, a broker, and two workers of one machine that compile, run, prove and time.</summary>
public sealed class DistributedServiceTests : IDisposable
{
    private static readonly QueueLayout Layout = QueueLayout.Of("tests").Layout!;

    private static readonly string Right = File.ReadAllText(Repository.PathOf("corpus/axpy/accept/scalar.c"));

    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-distributed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task WorkersFindWhatOneProcessFindsAndOneMayDie()
    {
        if (!Broker.IsInstalled)
        {
            Console.WriteLine("environment: no broker is installed (apt-get install rabbitmq-server); the test with real workers is left out");
            return;
        }

        SmallTask.Write(_folder, "axpy");
        using var broker = new Broker();
        var start = Task.Run(broker.Start);
        using var alone = new ToolProcess(_folder, "serve", "--url", "http://127.0.0.1:0", "--cache", Path.Combine(_folder, "alone.db"));
        using var other = await alone.Client();
        var expected = Items(other, Samples);
        await start;
        using var service = new ToolProcess(_folder, "serve", "--url", "http://127.0.0.1:0", "--cache", Path.Combine(_folder, "queue.db"), "--queue", broker.Text, "--class", Layout.Class);
        using var first = Worker(broker);
        using var second = Worker(broker);
        using var client = await service.Client();
        await first.Says($"working for the class '{Layout.Class}'");
        await second.Says($"working for the class '{Layout.Class}'");
        await Ready(client);

        Assert.Equal(await expected, await Items(client, Samples));

        using var receipt = new ToolProcess(_folder, "receipt", "verify", await Receipt(client), "--kernel", Repository.PathOf("corpus/axpy/accept/scalar.c"));
        Assert.Equal(0, await receipt.Ended());
        Assert.Contains("verified again, with the same outcome", receipt.Said, StringComparison.Ordinal);

        // While a job waits, each of the two has one at hand.
        var many = Items(client, Enumerable.Range(0, 5).Select(number => (false, $"/* {number} */\n{Right}")));
        await broker.UntilOneWaits(Layout, ScoringStages.Verification, ToolProcess.Patience);
        first.Kill();
        Assert.False(many.IsCompleted);

        Assert.All(await many, item => Assert.StartsWith("scored ok", item, StringComparison.Ordinal));
        Assert.Equal((143, 143, 143), (await second.End(), await service.End(), await alone.End()));
    }

    /// <summary>The service asks for its queues once a second, so that it may know of the broker a little later than workers do.</summary>
    private static async Task Ready(HttpClient client)
    {
        var answer = "";
        for (var clock = Stopwatch.StartNew(); answer != "ready\n" && clock.Elapsed < ToolProcess.Patience; await Task.Delay(50))
        {
            using var response = await client.GetAsync(new Uri("/readyz", UriKind.Relative));
            answer = await response.Content.ReadAsStringAsync();
        }

        Assert.Equal("ready\n", answer);
    }

    /// <summary>A right one, with a proof and without, a wrong one, one that does not compile, and no kernel at all.</summary>
    private static IEnumerable<(bool IsProved, string Completion)> Samples =>
    [
        (true, Right), (false, Right), (true, Right.Replace("alpha *", "", StringComparison.Ordinal)), (false, Right.Replace("y[i]", "y[j]", StringComparison.Ordinal)), (false, "I cannot do that."),
    ];

    private ToolProcess Worker(Broker broker) => new(_folder, "worker", "--queue", broker.Text, "--class", Layout.Class, "--workers", "1");

    /// <summary>What is said of each sample, but for what is another each time it is measured.</summary>
    private static async Task<List<string>> Items(HttpClient client, IEnumerable<(bool IsProved, string Completion)> samples)
    {
        var items = new List<string>();
        foreach (var group in samples.GroupBy(sample => sample.IsProved))
        {
            using var response = await client.PostAsJsonAsync(
                new Uri("/v1/score", UriKind.Relative), new { profile = group.Key ? "verified" : "paper", items = group.Select(sample => new { task = "axpy", completion = sample.Completion }) });
            using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            items.AddRange(body.RootElement.GetProperty("items").EnumerateArray().Select(Told));
        }

        return items;
    }

    /// <summary>The file with a receipt for the right one, which is known already.</summary>
    private async Task<string> Receipt(HttpClient client)
    {
        using var response = await client.PostAsJsonAsync(new Uri("/v1/score", UriKind.Relative), new { receipt = true, items = new[] { new { task = "axpy", completion = Right } } });
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var path = Path.Combine(_folder, "receipt.json");
        await File.WriteAllTextAsync(path, body.RootElement.GetProperty("items")[0].GetProperty("receipt").GetString());
        return path;
    }

    private static string Told(JsonElement item)
    {
        var level = item.GetProperty("level").GetString();
        return $"{item.GetProperty("status")} {level} {(level == "ok" ? "" : item.GetProperty("reason"))} {item.GetProperty("findings")} {item.GetProperty("claims")}";
    }
}
