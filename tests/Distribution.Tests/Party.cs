using System.Collections.Concurrent;
using HpcVerify.Chaos;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Distribution.Tests;

/// <summary>A service and its workers at a broker, with queues that no other test uses.</summary>
internal sealed class Party : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly List<(QueueWorker Worker, CancellationTokenSource Drain, CancellationTokenSource Abort, Task<string?> Life)> _workers = [];

    public Party(Broker broker)
    {
        Broker = broker;
        Evaluator = new(broker.Address, new(Layout.Class, Layout, WorkerProcess.Toolset), Complaints.Enqueue);
    }

    public Broker Broker { get; }

    public QueueLayout Layout { get; } = QueueLayout.Of($"test-{Guid.NewGuid():N}").Layout!;

    public QueueEvaluator Evaluator { get; }

    public ConcurrentQueue<string> Complaints { get; } = [];

    public void Hire(Func<EvaluationJob, CancellationToken, Evidence> evaluate, ScoringStages stages = ScoringStages.All, string toolset = WorkerProcess.Toolset)
    {
        var lanes = new[] { ScoringStages.Verification, ScoringStages.Timing }.Where(stage => stages.HasFlag(stage)).Select(stage => new WorkerStage(stage, evaluate));
        var worker = new QueueWorker(Broker.Address, Layout, toolset, lanes, Complaints.Enqueue);
        var (drain, abort) = (new CancellationTokenSource(), new CancellationTokenSource());
        _workers.Add((worker, drain, abort, Task.Run(() => worker.Run(drain.Token, abort.Token))));
    }

    /// <summary>Asks for the answer to a job.</summary>
    public Task<Evidence> Ask(EvaluationJob job) => Evaluator.Evaluate(job, CancellationToken.None).WaitAsync(Patience);

    /// <summary>Lets the worker that was hired first go.</summary>
    public Task<string?> Drain()
    {
        _workers[0].Drain.Cancel();
        return _workers[0].Life.WaitAsync(Patience);
    }

    /// <summary>Sends it away from its job.</summary>
    public Task<string?> Abort()
    {
        _workers[0].Abort.Cancel();
        return Drain();
    }

    /// <summary>Puts bytes into a queue, as anybody at the broker may.</summary>
    public async Task Put(string queue, string replyTo, string correlationId, string body)
    {
        await using var session = await BrokerSession.Open(Broker.Address, "test", CancellationToken.None);
        var channel = await session.OpenChannel(prefetch: 1, CancellationToken.None);
        await Layout.Declare(channel, CancellationToken.None);
        Assert.True(await channel.Publish(queue, replyTo, correlationId, System.Text.Encoding.UTF8.GetBytes(body)));
    }

    public async ValueTask DisposeAsync()
    {
        Evaluator.Dispose();
        foreach (var (worker, drain, abort, life) in _workers)
        {
            await abort.CancelAsync();
            await drain.CancelAsync();
            await life;
            worker.Dispose();
        }
    }
}
