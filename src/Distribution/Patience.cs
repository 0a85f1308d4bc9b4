using System.Globalization;

namespace HpcVerify.Distribution;

/// <summary>How long to wait before a broker is tried again: longer each time, until it answers.</summary>
internal sealed class Patience
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.25), Longest = TimeSpan.FromSeconds(10);

    private TimeSpan _next = Shortest;

    /// <summary>Whether this is the first wait since the broker last answered, so that somebody should be told.</summary>
    public bool IsFresh => _next == Shortest;

    public void Reset() => _next = Shortest;

    /// <summary>Waits; returns early where the wait is given up.</summary>
    public async Task Wait(CancellationToken cancellation)
    {
        var now = _next;
        _next = TimeSpan.FromTicks(Math.Min(2 * _next.Ticks, Longest.Ticks));
        await Task.Delay(now, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>The sentence for whoever reads along.</summary>
    public static string Sentence(QueueAddress address, BrokerException trouble) =>
        string.Create(CultureInfo.InvariantCulture, $"the broker at {address} {trouble.Message}; trying again, at most {Longest.TotalSeconds:0} s apart");
}
