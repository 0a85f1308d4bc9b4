using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

/// <summary>
/// The threads of one parallel region. They take turns: one runs until it waits or ends, then the next. Where none can wait,
/// each simply runs to its end; else each has a stack of its own, and a baton says whose turn it is.
/// </summary>
internal sealed class Team : IDisposable
{
    private const int StackBytes = 64 << 20;

    private readonly bool _isReversed;
    private readonly SemaphoreSlim _over = new(0);
    private readonly SemaphoreSlim[] _turns;
    private readonly bool[] _isWaiting;
    private readonly bool[] _hasEnded;
    private readonly HashSet<(object, int)> _taken = [];
    private readonly Dictionary<(object, int), int> _numbers = [];
    private int _next;
    private bool _canWait;
    private bool _isInStep;
    private Exception? _failure;

    public Team(int size, AccessTracker tracker, bool isReversed)
    {
        (Size, Tracker, _isReversed, _next) = (size, tracker, isReversed, size);
        _turns = [.. Enumerable.Range(0, size).Select(_ => new SemaphoreSlim(0))];
        (_isWaiting, _hasEnded) = (new bool[size], new bool[size]);
    }

    public int Size { get; }

    public AccessTracker Tracker { get; }

    /// <summary>What comes before the last release of each critical region: so many releases of each thread.</summary>
    public Dictionary<int, int[]> Released { get; } = [];

    /// <summary>The order in which threads take their turns.</summary>
    public IEnumerable<int> Order => _isReversed ? Enumerable.Range(0, Size).Reverse() : Enumerable.Range(0, Size);

    /// <summary>Whether this thread is the first of the team to come to a <c>single</c> this time.</summary>
    public bool Takes(object construct, int encounter) => _taken.Add((construct, encounter));

    /// <summary>Numbers for the tasks of one construct, above those of threads and the same in all threads.</summary>
    public int NumberOf(object construct, int encounter, int count)
    {
        if (!_numbers.TryGetValue((construct, encounter), out var number))
        {
            (number, _next) = (_next, _next + Math.Max(1, count));
            _numbers[(construct, encounter)] = number;
        }

        return number;
    }

    /// <summary>From now on all threads run one statement before any runs the next: whoever runs them keeps the barriers.</summary>
    public void GoInStep() => _isInStep = true;

    public void RunInTurn(Action<int> body)
    {
        foreach (var thread in Order)
        {
            body(thread);
        }
    }

    /// <summary>Runs threads that may wait for each other.</summary>
    public void RunAlternating(Action<int> body)
    {
        _canWait = true;
        var threads = Enumerable.Range(0, Size).Select(id => new Thread(() => RunOne(id, body), StackBytes) { IsBackground = true }).ToList();
        threads.ForEach(thread => thread.Start());
        _turns[Order.First()].Release();
        _over.Wait();
        threads.ForEach(thread => thread.Join());
        if (_failure is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>Waits until all threads have come to a barrier.</summary>
    public void Barrier(Machine machine, TextSpan span)
    {
        if (Size == 1 || _isInStep)
        {
            return;
        }

        if (!_canWait || machine.IsConditional)
        {
            throw Machine.Unsupported(_canWait ? "a barrier that depends on contents" : "a barrier in this place", span);
        }

        _isWaiting[machine.ThreadId] = true;
        PassOn(span);
        _turns[machine.ThreadId].Wait();
        if (_failure is not null)
        {
            throw new RunEnded(new RunOutcome.NoWayOn());
        }
    }

    private void RunOne(int id, Action<int> body)
    {
        _turns[id].Wait();
        if (_failure is null)
        {
            try
            {
                body(id);
            }
            catch (Exception exception)
            {
                // Handed to the thread that started the team: a failure of the run, or a bug of ours.
                _failure ??= exception;
            }
        }

        _hasEnded[id] = true;
        PassOn(default);
    }

    private void PassOn(TextSpan span)
    {
        if (Order.Where(id => !_hasEnded[id] && !_isWaiting[id]).Select(id => (int?)id).FirstOrDefault() is { } next)
        {
            _turns[next].Release();
            return;
        }

        if (_hasEnded.All(ended => ended))
        {
            _over.Release();
            return;
        }

        if (_hasEnded.Any(ended => ended))
        {
            _failure ??= Machine.Stop(Violation.Barrier, "a barrier that not all threads of the team come to", span);
        }

        Tracker.NextPhase();
        Array.Clear(_isWaiting);
        _turns[Order.First(id => !_hasEnded[id])].Release();
    }

    public void Dispose()
    {
        _over.Dispose();
        Array.ForEach(_turns, turn => turn.Dispose());
    }
}
