namespace HpcVerify.Rewards.Scoring;

/// <summary>
/// Keeps measurements of one machine apart from all other work on it: many may work at once, and whoever measures is alone. Those who want
/// to measure go first, one after another, so that a stream of small work cannot keep them waiting. The gates of several processes are one.
/// </summary>
public sealed class NodeGate
{
    /// <summary>Nobody tells a process that another one has ended its measurement. A try takes some ten microseconds.</summary>
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);

    private readonly object _lock = new();
    private readonly MachineTurn? _machine;
    private int _working;
    private int _reading;
    private int _waiting;
    private bool _isMeasuring;
    private bool _isRefused;

    private NodeGate(MachineTurn? machine) => _machine = machine;

    /// <summary>For who is by himself on the machine.</summary>
    public NodeGate()
        : this(null)
    {
    }

    /// <summary>For who shares the machine with other processes of this user.</summary>
    /// <param name="folder">In memory, and the same for all of them.</param>
    public static NodeGate OfMachine(string folder) => new(new MachineTurn(folder));

    /// <summary>Works beside others, as soon as nobody measures or waits to.</summary>
    public T Work<T>(Func<T> work, CancellationToken cancellation)
    {
        Enter(() => !_isMeasuring && _waiting == 0 && MayWork(), () => _working++, cancellation);
        try
        {
            return work();
        }
        finally
        {
            Change(() => _working--);
        }
    }

    /// <summary>
    /// Does what takes a few milliseconds: waits for who measures, and not for who is waiting to while others work anyway. Once these rest it has to wait as they do,
    /// so that whoever measures waits for one of these at most.
    /// </summary>
    public T Glance<T>(Func<T> glance, CancellationToken cancellation)
    {
        Enter(() => !_isMeasuring && (_working > 0 || (_waiting == 0 && MayWork())), () => _reading++, cancellation);
        try
        {
            return glance();
        }
        finally
        {
            Change(() => _reading--);
        }
    }

    /// <summary>For use inside of <see cref="Work"/>: rests until all others rest as well, then measures.</summary>
    public T Alone<T>(Func<T> measure, CancellationToken cancellation)
    {
        Change(() => (_working, _waiting) = (_working - 1, _waiting + 1));
        try
        {
            Enter(() => MayMeasureNext() && !_isMeasuring && _working + _reading == 0 && IsAlone(), () => _isMeasuring = true, cancellation);
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
            Resume(cancellation);
        }
    }

    /// <summary>Goes on working after a measurement, before others of this process measure; another process that waits to goes first.</summary>
    private void Resume(CancellationToken cancellation)
    {
        var isBack = false;
        Change(() =>
        {
            (_waiting, _isMeasuring) = (_waiting - 1, false);
            _machine?.End();
            isBack = MayWork();
            _working += isBack ? 1 : 0;
        });
        if (isBack)
        {
            return;
        }

        try
        {
            Enter(() => !_isMeasuring && MayWork(), () => _working++, cancellation);
        }
        catch (OperationCanceledException)
        {
            Change(() => _working++);
            throw;
        }
    }

    private bool MayWork() => _machine is null || Remember(_machine.TryWork());

    private bool MayMeasureNext() => _machine is null || Remember(_machine.TryTurn());

    private bool IsAlone() => _machine is null || Remember(_machine.TryAlone());

    private bool Remember(bool isGranted)
    {
        _isRefused |= !isGranted;
        return isGranted;
    }

    private void Enter(Func<bool> isFree, Action take, CancellationToken cancellation)
    {
        using var alarm = cancellation.Register(() => Change(() => { }));
        lock (_lock)
        {
            while (true)
            {
                _isRefused = false;
                if (isFree())
                {
                    take();
                    return;
                }

                cancellation.ThrowIfCancellationRequested();
                Monitor.Wait(_lock, _isRefused ? BetweenTries : Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Change(Action change)
    {
        lock (_lock)
        {
            change();
            if (_working + _reading == 0)
            {
                _machine?.Rest();
            }

            if (_waiting == 0)
            {
                _machine?.End();
            }

            Monitor.PulseAll(_lock);
        }
    }
}
