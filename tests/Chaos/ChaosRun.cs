using System.Diagnostics;
using HpcVerify.Distribution;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Chaos;

/// <summary>How much of it.</summary>
/// <param name="Milliseconds">What each of a job's two stages takes.</param>
/// <param name="BrokerKills">How often the broker is killed and started again, evenly over the jobs.</param>
/// <param name="ServiceKills">How often the service is, which then asks again for what it has no answer to.</param>
public sealed record ChaosPlan(int Jobs, int Workers, int Milliseconds, TimeSpan BetweenKills, int BrokerKills, int ServiceKills);

/// <summary>What came of it.</summary>
/// <param name="Lost">Jobs without an answer, or with one that says nothing, or that is another job's.</param>
/// <param name="Doubled">Jobs whose two callers were told different things.</param>
/// <param name="Repeated">Evaluations that were made of a job's stage after the first one had ended.</param>
public sealed record ChaosResult(int Answered, int Lost, int Doubled, int WorkerKills, int BrokerKills, int ServiceKills, int Repeated, TimeSpan Elapsed);

/// <summary>
/// Jobs that two callers each ask for, while workers, broker and service are killed. A service that is killed forgets everything; its callers come back and
/// ask its successor, with what they were told before.
/// </summary>
public static class ChaosRun
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    public static async Task<ChaosResult> Run(Broker broker, ChaosPlan plan, Action<string> report, CancellationToken cancellation)
    {
        var layout = QueueLayout.Of($"chaos-{Guid.NewGuid():N}").Layout!;
        using var fleet = new Fleet(broker, layout, ScoringStages.All, plan.Workers);
        var service = new Service(broker.Address, layout);
        var random = new Random(1);
        var clock = Stopwatch.StartNew();
        var jobs = Enumerable.Range(0, plan.Jobs).Select(number => FakeEvaluation.Job($"{layout.Class} {number}", FormattableString.Invariant($"{plan.Milliseconds}"))).ToList();
        var answers = jobs.Select(job => Task.WhenAll(service.Ask(job, cancellation), service.Ask(job, cancellation))).ToList();
        var all = Task.WhenAll(answers);
        var (workerKills, brokerKills, serviceKills, last) = (0, 0, 0, TimeSpan.Zero);
        while (!all.IsCompleted)
        {
            await Task.Delay(Step, cancellation);
            fleet.Replace();
            if (clock.Elapsed - last >= plan.BetweenKills)
            {
                last = clock.Elapsed;
                workerKills += fleet.KillOne(random) ? 1 : 0;
            }

            var done = answers.Count(answer => answer.IsCompleted);
            if (brokerKills < plan.BrokerKills && done * (plan.BrokerKills + 1) >= plan.Jobs * (brokerKills + 1))
            {
                brokerKills++;
                report($"killing the broker after {done} answers");
                broker.Kill();
                broker.Start();
                report("the broker is back");
            }

            if (serviceKills < plan.ServiceKills && done * (2 * plan.ServiceKills) >= plan.Jobs * ((2 * serviceKills) + 1))
            {
                serviceKills++;
                report($"killing the service after {done} answers");
                service.Restart();
            }
        }

        var told = await all;
        service.Stop();
        var journal = fleet.Journal;
        return new(
            told.Length, told.Zip(jobs).Count(pair => !pair.First.All(evidence => FakeEvaluation.IsOf(evidence, pair.Second))),
            told.Count(pair => FakeEvaluation.MarkOf(pair[0]) != FakeEvaluation.MarkOf(pair[1])),
            workerKills, brokerKills, serviceKills, journal.Count - journal.Distinct().Count(), clock.Elapsed);
    }

    /// <summary>The service as its callers see it: they ask again when it was stopped under them.</summary>
    private sealed class Service(QueueAddress address, QueueLayout layout)
    {
        private volatile QueueEvaluator _evaluator = Begin(address, layout);

        public async Task<Evidence> Ask(EvaluationJob job, CancellationToken cancellation)
        {
            while (true)
            {
                var asked = _evaluator;
                var evidence = await asked.Evaluate(job, cancellation);
                if (evidence.Infrastructure is null || asked == _evaluator)
                {
                    return evidence;
                }
            }
        }

        public void Restart()
        {
            var before = _evaluator;
            _evaluator = Begin(address, layout);
            before.Dispose();
        }

        public void Stop() => _evaluator.Dispose();

        private static QueueEvaluator Begin(QueueAddress address, QueueLayout layout) => new(address, new(layout.Class, layout, WorkerProcess.Toolset), _ => { });
    }
}
