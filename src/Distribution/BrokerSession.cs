using RabbitMQ.Client;

namespace HpcVerify.Distribution;

/// <summary>
/// One connection to the broker, from its opening to its loss; whoever loses it opens another and begins anew. With <see cref="BrokerChannel"/>
/// and <see cref="BrokerException"/> the only place that knows RabbitMQ.
/// </summary>
internal sealed class BrokerSession : IAsyncDisposable
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10), ConnectPatience = TimeSpan.FromSeconds(10), ClosePatience = TimeSpan.FromSeconds(3);

    private readonly IConnection _connection;

    /// <summary>Never disposed of: it has no timer, and is asked after the end.</summary>
    private readonly CancellationTokenSource _end = new();

    private BrokerException? _reason;

    private BrokerSession(IConnection connection) => _connection = connection;

    /// <summary>Cancelled when the connection or one of its channels is lost.</summary>
    public CancellationToken Ended => _end.Token;

    /// <summary>What ended it.</summary>
    public BrokerException Reason => _reason ?? new("has ended the connection", false, null);

    /// <param name="client">What the broker is told that we are.</param>
    /// <exception cref="BrokerException">There is no connection.</exception>
    public static async Task<BrokerSession> Open(QueueAddress address, string client, CancellationToken cancellation)
    {
        try
        {
            var factory = new ConnectionFactory
            {
                Uri = address.Uri,
                ClientProvidedName = client,
                AutomaticRecoveryEnabled = false,
                TopologyRecoveryEnabled = false,
                RequestedHeartbeat = Heartbeat,
                RequestedConnectionTimeout = ConnectPatience,
            };
            var session = new BrokerSession(await factory.CreateConnectionAsync(cancellation));
            session._connection.ConnectionShutdownAsync += (_, reason) => session.End(new($"has ended the connection: {reason.ReplyText}", false, reason.Exception));
            if (session._connection.CloseReason is { } early)
            {
                throw new BrokerException($"has ended the connection: {early.ReplyText}", false, early.Exception);
            }

            return session;
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested && BrokerException.Of(exception) is { } trouble)
        {
            throw trouble;
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
    }

    /// <summary>A channel whose messages are confirmed.</summary>
    /// <param name="prefetch">How many messages its consumers may hold without an acknowledgement.</param>
    /// <exception cref="BrokerException">There is no channel.</exception>
    public async Task<BrokerChannel> OpenChannel(ushort prefetch, CancellationToken cancellation)
    {
        try
        {
            var options = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
            var channel = await _connection.CreateChannelAsync(options, cancellation);
            channel.ChannelShutdownAsync += (_, reason) => End(new($"has ended the connection: {reason.ReplyText}", false, reason.Exception));
            await channel.BasicQosAsync(prefetchSize: 0, prefetch, global: false, cancellation);
            return new(channel, this);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested && BrokerException.Of(exception) is { } trouble)
        {
            throw trouble;
        }
    }

    /// <summary>Gives the connection up; the first reason counts.</summary>
    public Task End(BrokerException reason)
    {
        Interlocked.CompareExchange(ref _reason, reason, null);
        return _end.CancelAsync();
    }

    /// <summary>What was delivered and not acknowledged goes back to its queue.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _connection.CloseAsync(Constants.ReplySuccess, "done", ClosePatience, abort: true, CancellationToken.None).WaitAsync(ClosePatience);
            await _connection.DisposeAsync().AsTask().WaitAsync(ClosePatience);
        }
        catch (Exception exception) when (exception is OperationCanceledException || BrokerException.Of(exception) is not null)
        {
            // The broker will find out by itself that nobody is there any more.
        }
    }
}
