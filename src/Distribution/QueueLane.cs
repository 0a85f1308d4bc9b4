using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Distribution;

/// <summary>
/// Works on the jobs of one stage, one at a time. A job is acknowledged when its answer is stored at the broker, or when the next stage's queue has it:
/// whoever dies before that leaves it to others. What a lane does for a connection that is lost it does for nothing, so it stops.
/// </summary>
internal sealed class QueueLane(ScoringStages stage, QueueLayout layout, string toolset, Func<EvaluationJob, CancellationToken, Evidence> evaluate, Action<string> complain) : IDisposable
{
    /// <summary>Less than the 30 minutes after which a broker takes its message back and closes the channel.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(25);

    private readonly JobThread _thread = new($"worker {stage}");

    public void Dispose() => _thread.Dispose();

    /// <summary>Works until it is to take no more, or the session ends.</summary>
    /// <param name="drain">No more jobs; the one at hand is finished.</param>
    /// <param name="abort">Not even that: it goes back to its queue.</param>
    /// <exception cref="BrokerException">The session has ended.</exception>
    public async Task Serve(BrokerSession session, CancellationToken drain, CancellationToken abort)
    {
        var channel = await session.OpenChannel(prefetch: 1, drain);
        var deliveries = Channel.CreateUnbounded<Delivery>();
        await channel.Consume(layout.Of(stage), delivery => deliveries.Writer.TryWrite(delivery), drain);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(drain, session.Ended);
        using var hurry = CancellationTokenSource.CreateLinkedTokenSource(abort, session.Ended);
        while (await Next(deliveries.Reader, over.Token) is { } delivery)
        {
            try
            {
                await Work(channel, delivery, hurry.Token);
            }
            catch (OperationCanceledException) when (hurry.IsCancellationRequested)
            {
                await (session.Ended.IsCancellationRequested ? Task.FromException(session.Reason) : channel.GiveBack(delivery));
            }
        }

        if (!drain.IsCancellationRequested)
        {
            throw session.Reason;
        }
    }

    private static async Task<Delivery?> Next(ChannelReader<Delivery> deliveries, CancellationToken over)
    {
        try
        {
            over.ThrowIfCancellationRequested();
            return await deliveries.ReadAsync(over);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task Work(BrokerChannel channel, Delivery delivery, CancellationToken hurry)
    {
        if (delivery.ReplyTo.Length == 0)
        {
            await channel.Refuse(delivery);
            return;
        }

        var (queued, evidence) = await Answer(delivery, hurry);
        if (queued is not null && IsForTiming(queued.Job, evidence))
        {
            await channel.Publish(layout.Of(ScoringStages.Timing), delivery.ReplyTo, delivery.CorrelationId, (queued with { Verified = evidence }).Write());
        }
        else if (!await channel.Publish(delivery.ReplyTo, "", delivery.CorrelationId, ServiceJson.Write(evidence)))
        {
            complain($"nobody waits for the answer to job {delivery.CorrelationId} any more");
        }

        await channel.Acknowledge(delivery);
    }

    private bool IsForTiming(EvaluationJob job, Evidence evidence) =>
        stage == ScoringStages.Verification && job.Options.Stages.HasFlag(ScoringStages.Timing) && evidence is { Failure: null, Infrastructure: null };

    private async Task<(QueuedJob? Queued, Evidence Evidence)> Answer(Delivery delivery, CancellationToken hurry)
    {
        QueuedJob queued;
        try
        {
            queued = QueuedJob.Read(delivery.Body);
        }
        catch (JsonException exception)
        {
            return (null, Evidence.Unknown($"the worker cannot read the job: {exception.Message}"));
        }

        if (queued.Toolset != toolset)
        {
            return (null, Evidence.Unknown("the worker has another version of this program, its compiler or its solver than the service"));
        }

        var evidence = await Evaluate(queued.Job with { Options = queued.Job.Options with { Stages = stage } }, hurry);
        return (queued, queued.Verified?.TimedBy(evidence) ?? evidence);
    }

    /// <summary>The worker boundary: an exception, which is a bug of ours, is evidence without a number.</summary>
    private async Task<Evidence> Evaluate(EvaluationJob job, CancellationToken hurry)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(hurry);
        limit.CancelAfter(Limit);
        try
        {
            return await _thread.Run(() => evaluate(job, limit.Token));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !hurry.IsCancellationRequested)
        {
            return Evidence.Unknown(string.Create(CultureInfo.InvariantCulture, $"the job took longer than {Limit.TotalMinutes:0} minutes"));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Evidence.Unknown(exception);
        }
    }
}
