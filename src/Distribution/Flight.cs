using HpcVerify.Rewards.Policy;

namespace HpcVerify.Distribution;

/// <summary>A job that has no answer yet. All but <see cref="Answer"/> is under its owner's lock.</summary>
internal sealed class Flight(QueuedJob queued)
{
    public QueuedJob Queued { get; } = queued;

    public TaskCompletionSource<Evidence> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many callers wait for it.</summary>
    public int Waiting { get; set; }

    /// <summary>The session that has last begun to send it.</summary>
    public BrokerSession? SentBy { get; set; }

    /// <summary>Whether the broker has stored it, so that it need not be sent again.</summary>
    public bool IsStored { get; set; }
}
