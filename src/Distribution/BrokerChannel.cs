using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace HpcVerify.Distribution;

/// <summary>A message as the broker delivered it.</summary>
/// <param name="Tag">Its number on the channel that it came by.</param>
/// <param name="ReplyTo">The queue that waits for the answer; empty where none does.</param>
/// <param name="CorrelationId">What the answer is to be recognised by.</param>
/// <param name="DeathReason">Why the broker took it from its queue, in the broker's word; empty where it did not.</param>
internal sealed record Delivery(ulong Tag, string ReplyTo, string CorrelationId, string DeathReason, byte[] Body);

/// <summary>A channel of a session: messages that are confirmed, deliveries that are acknowledged by hand.</summary>
internal sealed class BrokerChannel(IChannel channel, BrokerSession session)
{
    /// <summary>A broker that has not stored a message by then is to be left.</summary>
    private static readonly TimeSpan ConfirmPatience = TimeSpan.FromSeconds(60);

    /// <summary>Makes a queue unless it is there; how many have its messages brought to them.</summary>
    public async Task<uint> Declare(string queue, Dictionary<string, object?> arguments, CancellationToken cancellation)
    {
        var consumers = 0u;
        await Ask(async () => consumers = (await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: cancellation)).ConsumerCount, cancellation);
        return consumers;
    }

    /// <summary>How many messages of a queue that is there wait, and how many have them brought.</summary>
    public async Task<(uint Waiting, uint Consumers)> Look(string queue, CancellationToken cancellation)
    {
        var (waiting, consumers) = (0u, 0u);
        await Ask(async () => (waiting, consumers) = await channel.QueueDeclarePassiveAsync(queue, cancellation) is var seen ? (seen.MessageCount, seen.ConsumerCount) : default, cancellation);
        return (waiting, consumers);
    }

    /// <summary>Has messages of a queue brought.</summary>
    /// <param name="receive">Must not throw, nor take long.</param>
    public Task Consume(string queue, Action<Delivery> receive, CancellationToken cancellation)
    {
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) =>
        {
            receive(new(message.DeliveryTag, message.BasicProperties.ReplyTo ?? "", message.BasicProperties.CorrelationId ?? "", DeathReason(message.BasicProperties), message.Body.ToArray()));
            return Task.CompletedTask;
        };
        consumer.UnregisteredAsync += (_, _) => session.End(new($"no longer has the queue '{queue}'", false, null));
        return Ask(() => channel.BasicConsumeAsync(queue, autoAck: false, consumerTag: "", noLocal: false, exclusive: false, arguments: null, consumer, cancellation), cancellation);
    }

    /// <summary>Puts a message into a queue, and returns when the broker has stored it. False where there is no such queue.</summary>
    /// <exception cref="BrokerException">It may be stored or not.</exception>
    public async Task<bool> Publish(string queue, string replyTo, string correlationId, ReadOnlyMemory<byte> body)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(session.Ended);
        patience.CancelAfter(ConfirmPatience);
        var properties = new BasicProperties
        {
            ContentType = "application/json",
            DeliveryMode = DeliveryModes.Persistent,
            CorrelationId = correlationId,
            ReplyTo = replyTo.Length == 0 ? null : replyTo,
        };
        try
        {
            await channel.BasicPublishAsync("", queue, mandatory: true, properties, body, patience.Token);
            return true;
        }
        catch (PublishException exception) when (exception.IsReturn)
        {
            return false;
        }
        catch (OperationCanceledException exception)
        {
            throw session.Ended.IsCancellationRequested ? session.Reason : new BrokerException("does not store messages", false, exception);
        }
        catch (Exception exception) when (BrokerException.Of(exception) is { } trouble)
        {
            throw trouble;
        }
    }

    /// <summary>The delivery is done with.</summary>
    public Task Acknowledge(Delivery delivery) => Ask(() => channel.BasicAckAsync(delivery.Tag, multiple: false).AsTask(), CancellationToken.None);

    /// <summary>The delivery goes back to its queue, for somebody else.</summary>
    public Task GiveBack(Delivery delivery) => Ask(() => channel.BasicNackAsync(delivery.Tag, multiple: false, requeue: true).AsTask(), CancellationToken.None);

    /// <summary>Nobody can do anything with the delivery.</summary>
    public Task Refuse(Delivery delivery) => Ask(() => channel.BasicNackAsync(delivery.Tag, multiple: false, requeue: false).AsTask(), CancellationToken.None);

    private static async Task Ask(Func<Task> ask, CancellationToken cancellation)
    {
        try
        {
            await ask();
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested && exception is not OperationCanceledException && BrokerException.Of(exception) is { } trouble)
        {
            throw trouble;
        }
    }

    /// <summary>The header lists deaths, the latest first.</summary>
    private static string DeathReason(IReadOnlyBasicProperties properties) =>
        properties.Headers is { } headers && headers.TryGetValue("x-death", out var deaths) && deaths is IList<object?> and [IDictionary<string, object?> latest, ..] && latest.TryGetValue("reason", out var reason) && reason is byte[] text
            ? Encoding.UTF8.GetString(text)
            : "";
}
