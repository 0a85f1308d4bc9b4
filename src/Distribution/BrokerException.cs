using System.Net.Sockets;
using RabbitMQ.Client.Exceptions;

namespace HpcVerify.Distribution;

/// <summary>The broker cannot be reached, has gone, or does not do what it was asked. The message is a clause for people.</summary>
internal sealed class BrokerException(string message, bool isRefusal, Exception? cause) : Exception(message, cause)
{
    private const ushort AccessRefused = 403, NotAllowed = 530;

    /// <summary>Whether trying again is no use before somebody changes something.</summary>
    public bool IsRefusal { get; } = isRefusal;

    /// <summary>What a failure of the client library means; null where it is none of the broker's.</summary>
    public static BrokerException? Of(Exception exception) => exception switch
    {
        BrokerException known => known,
        _ when Inside<AuthenticationFailureException>(exception) || Inside<PossibleAuthenticationFailureException>(exception) => new("refuses the user name or password", true, exception),
        _ when Reason(exception) is { ReplyCode: NotAllowed or AccessRefused } reason => new($"refuses: {reason.ReplyText}", true, exception),
        _ when Reason(exception) is { } reason => new($"has ended the connection: {reason.ReplyText}", false, exception),
        BrokerUnreachableException => new($"cannot be reached: {exception.GetBaseException().Message}", false, exception),
        RabbitMQClientException or IOException or SocketException or TimeoutException or ObjectDisposedException => Unusable(exception),
        _ => null,
    };

    /// <summary>The same, taken to be the broker's whatever it is.</summary>
    public static BrokerException Because(Exception exception) => Of(exception) ?? Unusable(exception);

    private static BrokerException Unusable(Exception exception) => new($"cannot be used: {exception.GetBaseException().Message}", false, exception);

    private static RabbitMQ.Client.Events.ShutdownEventArgs? Reason(Exception exception) =>
        Chain(exception).OfType<OperationInterruptedException>().Select(interrupted => interrupted.ShutdownReason).FirstOrDefault(reason => reason is not null);

    private static bool Inside<T>(Exception exception) where T : Exception => Chain(exception).OfType<T>().Any();

    private static IEnumerable<Exception> Chain(Exception? exception) => exception switch
    {
        null => [],
        AggregateException aggregate => aggregate.InnerExceptions.SelectMany(Chain).Prepend(aggregate),
        _ => Chain(exception.InnerException).Prepend(exception),
    };
}
