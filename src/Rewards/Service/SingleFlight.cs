using System.Collections.Concurrent;

namespace HpcVerify.Rewards.Service;

/// <summary>
/// Work that several ask for at once is done once: trainers duplicate samples to fill a batch and send again what takes long. Whoever leaves does not
/// stop the work for those who wait, and who comes later finds it still running; only when all have left is it given up.
/// </summary>
public sealed class SingleFlight<T>
{
    private readonly ConcurrentDictionary<ContentHash, Flight> _flights = new();

    /// <summary>How many different pieces of work are under way.</summary>
    public int Count => _flights.Count;

    /// <summary>Joins the work under way by that name, or begins it.</summary>
    /// <param name="work">Is given a token that is cancelled once nobody waits any more.</param>
    /// <param name="cancellation">Leaves; the work goes on while others wait.</param>
    public async Task<T> Join(ContentHash name, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var flight = _flights.GetOrAdd(name, _ => new Flight());
            if (!flight.Board())
            {
                // The last one has just left it.
                _flights.TryRemove(KeyValuePair.Create(name, flight));
                continue;
            }

            try
            {
                return await flight.Begin(work, () => _flights.TryRemove(KeyValuePair.Create(name, flight))).WaitAsync(cancellation);
            }
            finally
            {
                flight.Leave();
            }
        }
    }

    private sealed class Flight
    {
        private readonly Lock _lock = new();
        private Task<T>? _work;
        private Action? _abandon;
        private int _aboard;
        private bool _isOver;

        /// <summary>False when all others have left.</summary>
        public bool Board()
        {
            lock (_lock)
            {
                _aboard += _isOver ? 0 : 1;
                return !_isOver;
            }
        }

        public Task<T> Begin(Func<CancellationToken, Task<T>> work, Action landed)
        {
            lock (_lock)
            {
                if (_work is null)
                {
                    // Without a timer there is nothing of it to be disposed of.
                    var abandoned = new CancellationTokenSource();
                    _abandon = abandoned.Cancel;
                    _work = Task.Run(() => Fly(work, landed, abandoned.Token));
                }

                return _work;
            }
        }

        public void Leave()
        {
            lock (_lock)
            {
                if (--_aboard > 0)
                {
                    return;
                }

                _isOver = true;
            }

            _abandon?.Invoke();
        }

        private static async Task<T> Fly(Func<CancellationToken, Task<T>> work, Action landed, CancellationToken abandoned)
        {
            try
            {
                return await work(abandoned);
            }
            finally
            {
                landed();
            }
        }
    }
}
