using System.Diagnostics;
using System.Globalization;
using HpcVerify.Chaos;
using HpcVerify.Distribution;
using HpcVerify.Rewards.Scoring;

namespace HpcVerify.Benchmarks;

/// <summary>Workers at a real broker, whose jobs only take time: what is lost when everything is killed, and what many workers are good for.</summary>
internal static class DistributionFigures
{
    private const double LeastEfficiency = 0.9;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>0 where nothing was lost and nobody was told two things.</summary>
    public static async Task<int> Chaos(int jobs, int workers, TextWriter output)
    {
        using var broker = new Broker();
        broker.Start();
        using var patience = new CancellationTokenSource(Patience);
        var plan = new ChaosPlan(jobs, workers, Milliseconds: 200, TimeSpan.FromSeconds(1), BrokerKills: 2, ServiceKills: 1);
        var result = await ChaosRun.Run(broker, plan, output.WriteLine, patience.Token);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {jobs} jobs of two stages of {plan.Milliseconds} ms, {workers} workers, {result.Elapsed.TotalSeconds:0} s
            killed: workers {result.WorkerKills}, broker {result.BrokerKills}, service {result.ServiceKills}
            answered {result.Answered}, lost {result.Lost}, doubled {result.Doubled}; stages evaluated again {result.Repeated}
            """));
        return result.Answered == jobs && result.Lost == 0 && result.Doubled == 0 ? 0 : 1;
    }

    /// <summary>0 where all numbers of workers up to eight do at least nine tenths of what they could.</summary>
    public static async Task<int> Scaling(int milliseconds, int jobsEach, TextWriter output)
    {
        using var broker = new Broker();
        broker.Start();
        using var patience = new CancellationTokenSource(Patience);
        var least = double.PositiveInfinity;
        output.WriteLine("| Workers | Jobs | Seconds | Efficiency |");
        output.WriteLine("|--:|--:|--:|--:|");
        foreach (var workers in new[] { 1, 2, 4, 8 })
        {
            var seconds = await Time(broker, workers, workers * jobsEach, milliseconds, patience.Token);
            var efficiency = jobsEach * (milliseconds / 1000.0) / seconds;
            least = Math.Min(least, efficiency);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {workers} | {workers * jobsEach} | {seconds:0.00} | {efficiency:0.000} |"));
        }

        return least >= LeastEfficiency ? 0 : 1;
    }

    /// <summary>Seconds from the first question to the last answer, by workers that each have done one job before.</summary>
    private static async Task<double> Time(Broker broker, int workers, int jobs, int milliseconds, CancellationToken cancellation)
    {
        var layout = QueueLayout.Of($"scaling-{workers}").Layout!;
        using var fleet = new Fleet(broker, layout, ScoringStages.Verification, workers);
        using var evaluator = new QueueEvaluator(broker.Address, new(layout.Class, layout, WorkerProcess.Toolset), _ => { });
        await fleet.Ready(cancellation);
        await Ask("warm-up", workers);
        var clock = Stopwatch.StartNew();
        await Ask("job", jobs);
        return clock.Elapsed.TotalSeconds;

        Task Ask(string kind, int count) => Task.WhenAll(Enumerable.Range(0, count)
            .Select(number => evaluator.Evaluate(FakeEvaluation.Job(FormattableString.Invariant($"{kind} {number}"), FormattableString.Invariant($"{milliseconds}"), ScoringStages.Verification), cancellation)));
    }
}
