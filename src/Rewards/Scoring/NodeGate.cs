namespace HpcVerify.Rewards.Scoring;

/// <summary>
/// Keeps measurements of one machine apart from all other work on it: many may work at once, and whoever measures is alone. Those who want
/// to measure go first, one after another, so that a stream of small work cannot keep them waiting.
/// </summary>
public sealed class NodeGate
{
    private readonly object _lock = new();
    private int _working;
    private int _waiting;
    private bool _isMeasuring;

    /// <summary>Works beside others, as soon as nobody measures or waits to.</summary>
    public T Work<T>(Func<T> work, CancellationToken cancellation)
    {
        using var alarm = cancellation.Register(Wake);
        Enter(() => !_isMeasuring && _waiting == 0, () => _working++, cancellation);
        try
        {
            return work();
        }
        finally
        {
            Change(() => _working--);
        }
    }

    /// <summary>For use inside of <see cref="Work"/>: rests until all others rest as well, then measures.</summary>
    public T Alone<T>(Func<T> measure, CancellationToken cancellation)
    {
        using var alarm = cancellation.Register(Wake);
        Change(() => (_working, _waiting) = (_working - 1, _waiting + 1));
        try
        {
            Enter(() => !_isMeasuring && _working == 0, () => _isMeasuring = true, cancellation);
        }
        catch (OperationCanceledException)
        {
            Change(() => (_working, _waiting) = (_working + 1, _waiting - 1));
            throw;
        }

        try
        {
            return measure();
        }
        finally
        {
            Change(() => (_working, _waiting, _isMeasuring) = (_working + 1, _waiting - 1, false));
        }
    }

    private void Enter(Func<bool> isFree, Action take, CancellationToken cancellation)
    {
        lock (_lock)
        {
            while (!isFree())
            {
                cancellation.ThrowIfCancellationRequested();
                Monitor.Wait(_lock);
            }

            take();
        }
    }

    private void Change(Action change)
    {
        lock (_lock)
        {
            change();
            Monitor.PulseAll(_lock);
        }
    }

    private void Wake() => Change(() => { });
}
