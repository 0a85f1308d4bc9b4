using System.Collections.Immutable;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Distribution;

/// <summary>What a worker does with the jobs of one stage; each has its own thread, and is given one job at a time.</summary>
/// <param name="Evaluate">Ends in an <see cref="OperationCanceledException"/> when it is cancelled.</param>
public sealed record WorkerStage(ScoringStages Stage, Func<EvaluationJob, CancellationToken, Evidence> Evaluate);

/// <summary>
/// Takes jobs from a broker's queues and puts the answers into the queue of the service that asked. A broker that is away is tried again and again.
/// </summary>
/// <param name="toolset">The programs that results depend on; jobs of a service with others are not worked on.</param>
/// <param name="complain">Is told what a person should know, a sentence at a time.</param>
public sealed class QueueWorker(QueueAddress address, QueueLayout layout, string toolset, IEnumerable<WorkerStage> stages, Action<string> complain) : IDisposable
{
    private readonly ImmutableArray<QueueLane> _lanes = [.. stages.Select(stage => new QueueLane(stage.Stage, layout, toolset, stage.Evaluate, complain))];

    public void Dispose()
    {
        foreach (var lane in _lanes)
        {
            lane.Dispose();
        }
    }

    /// <summary>Works until it is told to end; null then, or the sentence that says why the broker will not have it.</summary>
    /// <param name="drain">No more jobs; those at hand are finished.</param>
    /// <param name="abort">Those at hand go back to their queue.</param>
    public async Task<string?> Run(CancellationToken drain, CancellationToken abort)
    {
        var patience = new Patience();
        while (!drain.IsCancellationRequested)
        {
            try
            {
                await using var session = await BrokerSession.Open(address, "hpcverify worker", drain);
                await layout.Declare(await session.OpenChannel(prefetch: 1, drain), drain);
                complain($"working for the class '{layout.Class}' at {address}");
                patience.Reset();
                await Task.WhenAll(_lanes.Select(lane => Serve(lane, session, drain, abort)));
            }
            catch (BrokerException trouble) when (trouble.IsRefusal)
            {
                return $"the broker at {address} {trouble.Message}";
            }
            catch (BrokerException trouble)
            {
                if (patience.IsFresh && !drain.IsCancellationRequested)
                {
                    complain(Patience.Sentence(address, trouble));
                }

                await patience.Wait(drain);
            }
            catch (OperationCanceledException) when (drain.IsCancellationRequested)
            {
                // The end.
            }
        }

        return null;
    }

    /// <summary>What goes wrong in one lane ends the session for all of them.</summary>
    private static async Task Serve(QueueLane lane, BrokerSession session, CancellationToken drain, CancellationToken abort)
    {
        try
        {
            await lane.Serve(session, drain, abort);
        }
        catch (BrokerException trouble)
        {
            await session.End(trouble);
            throw;
        }
    }
}
