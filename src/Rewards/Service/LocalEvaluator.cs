using System.Collections.Concurrent;
using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;

namespace HpcVerify.Rewards.Service;

/// <summary>
/// Works on jobs in this process, several at once, in the order in which they came. Each worker has a thread and trusted kernels of its own; whoever
/// measures has the machine alone (<see cref="NodeGate"/>).
/// </summary>
public sealed class LocalEvaluator : IEvaluator, IDisposable
{
    private readonly EvaluationTools _tools;
    private readonly BlockingCollection<Pledge> _queue = [];
    private readonly CancellationTokenSource _end = new();
    private readonly ImmutableArray<Thread> _threads;
    private int _pending;

    /// <param name="workers">How many jobs are worked on at once.</param>
    public LocalEvaluator(EvaluationTools tools, int workers)
    {
        _tools = tools;
        _threads = [.. Enumerable.Range(0, workers).Select(number => new Thread(Live) { IsBackground = true, Name = FormattableString.Invariant($"worker {number}") })];
        foreach (var thread in _threads)
        {
            thread.Start();
        }
    }

    public int Pending => Volatile.Read(ref _pending);

    public string? Problem => null;

    public ImmutableArray<QueueState> Queues => [new("", ScoringStages.All, _queue.Count, _threads.Length)];

    public Task<Evidence> Evaluate(EvaluationJob job, CancellationToken cancellation)
    {
        var pledge = new Pledge(job, new(TaskCreationOptions.RunContinuationsAsynchronously), cancellation);
        Interlocked.Increment(ref _pending);
        _queue.Add(pledge, CancellationToken.None);
        return pledge.Answer.Task;
    }

    /// <summary>Gives up what is under way, waits for the workers, and tells those who still wait.</summary>
    public void Dispose()
    {
        _end.Cancel();
        foreach (var thread in _threads)
        {
            thread.Join();
        }

        while (_queue.TryTake(out var pledge))
        {
            Answer(pledge, Evidence.Unknown("the service was stopped"));
        }

        _queue.Dispose();
        _end.Dispose();
    }

    private void Live()
    {
        using var worker = new JobWorker(_tools);
        try
        {
            foreach (var pledge in _queue.GetConsumingEnumerable(_end.Token))
            {
                Keep(pledge, worker);
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the evaluator.
        }
    }

    private void Keep(Pledge pledge, JobWorker worker)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(pledge.Cancellation, _end.Token);
        try
        {
            either.Token.ThrowIfCancellationRequested();
            Answer(pledge, worker.Evaluate(pledge.Job, either.Token));
        }
        catch (OperationCanceledException) when (pledge.Cancellation.IsCancellationRequested)
        {
            Interlocked.Decrement(ref _pending);
            pledge.Answer.TrySetCanceled(pledge.Cancellation);
        }
        catch (OperationCanceledException)
        {
            Answer(pledge, Evidence.Unknown("the service was stopped"));
        }
    }

    private void Answer(Pledge pledge, Evidence evidence)
    {
        Interlocked.Decrement(ref _pending);
        pledge.Answer.TrySetResult(evidence);
    }

    private sealed record Pledge(EvaluationJob Job, TaskCompletionSource<Evidence> Answer, CancellationToken Cancellation);
}
