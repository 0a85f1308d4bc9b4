using System.Collections.Immutable;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Server.Tests;

/// <summary>Stands in for workers: measures nothing, says what it is told to, and counts. A kernel with "SLOW" in it takes until it is released.</summary>
internal sealed class CountingEvaluator : IEvaluator
{
    public const double Gflops = 12.5, Naive = 5;

    private int _count;
    private int _pending;

    /// <summary>How many jobs it was given.</summary>
    public int Count => Volatile.Read(ref _count);

    public int Pending => Volatile.Read(ref _pending);

    /// <summary>What is in the way of jobs.</summary>
    public string? Problem { get; set; }

    public ImmutableArray<QueueState> Queues { get; set; } = [];

    /// <summary>What else it is told to say; nothing by default.</summary>
    public Func<EvaluationJob, Evidence?> Answer { get; set; } = _ => null;

    /// <summary>What slow kernels wait for.</summary>
    public TaskCompletionSource Release { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<Evidence> Evaluate(EvaluationJob job, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _count);
        Interlocked.Increment(ref _pending);
        try
        {
            if (job.Response.Contains("SLOW", StringComparison.Ordinal))
            {
                await Release.Task.WaitAsync(cancellation);
            }

            return Answer(job) is { } told ? told
                : job.Response.Contains("BROKEN", StringComparison.Ordinal) ? new([], null, null, "no worker is there", [])
                : job.Response.Contains("WRONG", StringComparison.Ordinal) ? new([], new(Level.Verification, "y[0] is 1 where the reference has 2"), null, null, [])
                : new([], null, new(Gflops, null, [0.5]) { NaiveSpeed = Naive }, null, [new("measure", TimeSpan.FromSeconds(1))]) { Proof = job.Options.IsProving ? Proved : null };
        }
        finally
        {
            Interlocked.Decrement(ref _pending);
        }
    }

    private static Proof Proved => new(ProofState.Proved, "all", null) { Reach = ProofReach.AllSizes, Lines = [new("memory", "proved", "all sizes", true, null)] };
}
