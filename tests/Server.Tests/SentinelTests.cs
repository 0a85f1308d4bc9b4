using System.Net;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Server.Tests;

/// <summary>Kernels that must not be paid for go the way of all samples, and jumps in the shares of verdicts are told.</summary>
public sealed class SentinelTests
{
    private static readonly Honeypot Caught = new(Kernels.Task, "axpy/caught", Kernels.Rejected(0));
    private static readonly Honeypot Paid = new(Kernels.Task, "axpy/paid", Kernels.Marked("a hole"));
    private static readonly Honeypot Broken = new(Kernels.Task, "axpy/broken", Kernels.Marked("BROKEN"));

    [Fact]
    public async Task AHoneypotThatIsCaughtLeavesTheServiceReady()
    {
        await using var service = await Service.Start(options => options with { Honeypots = [Caught], HoneypotInterval = 2 });

        await Score(service, 4);

        await Shows(service, "hpcverify_honeypots_caught 2");
        Assert.Equal(HttpStatusCode.OK, await Readiness(service));
        Assert.DoesNotContain("hpcverify_samples_total{task=\"axpy\",outcome=\"library\"}", await Metrics(service), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHoneypotThatIsPaidTurnsReadinessRedForGood()
    {
        await using var service = await Service.Start(options => options with { Honeypots = [Paid, Caught], HoneypotInterval = 1 });

        await Score(service, 2);

        await Shows(service, "hpcverify_honeypots_caught 1");
        await Shows(service, "hpcverify_honeypots_passed 1");
        await Shows(service, "hpcverify_ready 0");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Readiness(service));
        Assert.Contains(service.Complaints, complaint => complaint.Contains("axpy/paid", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AHoneypotIsEvaluatedAnewEachTime()
    {
        await using var service = await Service.Start(options => options with { Honeypots = [Broken], HoneypotInterval = 1 });

        await Score(service, 1);
        await Score(service, 1);
        await Score(service, 1);

        await Shows(service, "hpcverify_honeypots_unscored 3");
        Assert.Equal(HttpStatusCode.OK, await Readiness(service));
        Assert.Equal(4, service.Evaluator.Count);
    }

    [Fact]
    public async Task NoHoneypotIsDueWhereNoneAreWanted()
    {
        await using var service = await Service.Start(options => options with { Honeypots = [Paid], HoneypotInterval = 0 });

        await Score(service, 3);

        Assert.Equal(1, service.Evaluator.Count);
        Assert.Equal(HttpStatusCode.OK, await Readiness(service));
    }

    [Fact]
    public async Task AJumpOfAVerdictRaisesAnAlarm()
    {
        await using var service = await Service.Start(options => options with { Drift = new(20, 2, 1e-6) });

        await Score(service, 40);
        await Shows(service, "hpcverify_drift_alarms 0");
        await Score(service, 20, Kernels.Marked("WRONG"));

        await Shows(service, "hpcverify_drift_alarms 2");
        Assert.Contains(service.Complaints, complaint => complaint.Contains("share of 'verification'", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, await Readiness(service));
    }

    private static async Task Score(Service service, int count, string? kernel = null)
    {
        var items = Enumerable.Range(0, count).Select(_ => new { task = Kernels.Task, completion = kernel ?? Kernels.Right });
        var (status, _) = await service.Post("/v1/score", new { profile = "raw", items });
        Assert.Equal(HttpStatusCode.OK, status);
    }

    /// <summary>Nobody waits for a honeypot, and so the test has to.</summary>
    private static async Task Shows(Service service, string line)
    {
        var text = "";
        for (var attempt = 0; attempt < 300; attempt++)
        {
            text = await Metrics(service);
            if (text.Split('\n').Contains(line))
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail($"'{line}' is not in: {text}");
    }

    private static Task<string> Metrics(Service service) => service.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative));

    private static async Task<HttpStatusCode> Readiness(Service service)
    {
        using var response = await service.Client.GetAsync(new Uri("/readyz", UriKind.Relative));
        return response.StatusCode;
    }
}
