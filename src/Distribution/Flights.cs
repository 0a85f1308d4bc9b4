using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Service;

namespace HpcVerify.Distribution;

/// <summary>
/// The jobs of a service that are under way, by name, and the answers that came last: for a caller who left and comes back, also when the service was another
/// process then. A name is under way once, and its first answer is the answer.
/// </summary>
internal sealed class Flights
{
    /// <summary>Answers that are remembered; beyond it the oldest are forgotten.</summary>
    private const int MostKnown = 4096;

    private readonly Lock _lock = new();
    private readonly Dictionary<ContentHash, Flight> _flights = [];
    private readonly Dictionary<ContentHash, Evidence> _known = [];
    private readonly Queue<ContentHash> _age = [];

    /// <summary>How many jobs have no answer yet.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _flights.Count;
            }
        }
    }

    /// <summary>Waits for a job's answer with those who do already; of all who ask, one is told that the job is new and has to be sent.</summary>
    public (Flight Flight, bool IsNew) Board(QueuedJob queued)
    {
        lock (_lock)
        {
            var name = queued.Job.Name;
            var isUnderWay = _flights.TryGetValue(name, out var flight);
            flight ??= new(queued);
            flight.Waiting++;
            if (_known.TryGetValue(name, out var known))
            {
                flight.Answer.TrySetResult(known);
                return (flight, false);
            }

            _flights[name] = flight;
            return (flight, !isUnderWay);
        }
    }

    /// <summary>A caller waits no longer; the job stays under way.</summary>
    public void Leave(Flight flight)
    {
        lock (_lock)
        {
            flight.Waiting--;
        }
    }

    /// <summary>Whether this session has to send a job, and has not begun to. One that nobody waits for and no session has begun to send is given up.</summary>
    public bool BeginsToSend(Flight flight, BrokerSession session)
    {
        lock (_lock)
        {
            if (flight.Waiting == 0 && flight.SentBy is null)
            {
                GiveUp(flight);
                return false;
            }

            var isToBeSent = !flight.IsStored && flight.SentBy != session && !flight.Answer.Task.IsCompleted;
            flight.SentBy = session;
            return isToBeSent;
        }
    }

    /// <summary>A job will have no answer: who asks again begins anew.</summary>
    public void GiveUp(Flight flight)
    {
        lock (_lock)
        {
            if (_flights.GetValueOrDefault(flight.Queued.Job.Name) == flight)
            {
                _flights.Remove(flight.Queued.Job.Name);
            }
        }
    }

    public void Stored(Flight flight)
    {
        lock (_lock)
        {
            flight.IsStored = true;
        }
    }

    /// <summary>Those that the broker may not have.</summary>
    public IReadOnlyList<Flight> Unsent()
    {
        lock (_lock)
        {
            return [.. _flights.Values.Where(flight => !flight.IsStored)];
        }
    }

    /// <summary>An answer has come, and is remembered unless it says nothing. False where the job had been answered before.</summary>
    public bool Land(ContentHash name, Evidence evidence)
    {
        lock (_lock)
        {
            if (_known.ContainsKey(name))
            {
                return false;
            }

            if (_flights.Remove(name, out var flight))
            {
                flight.Answer.TrySetResult(evidence);
            }

            if (evidence.Infrastructure is null)
            {
                _known.Add(name, evidence);
                _age.Enqueue(name);
                if (_age.Count > MostKnown)
                {
                    _known.Remove(_age.Dequeue());
                }
            }

            return true;
        }
    }

    /// <summary>Answers all that are under way.</summary>
    public void LandAll(Evidence evidence)
    {
        lock (_lock)
        {
            foreach (var flight in _flights.Values)
            {
                flight.Answer.TrySetResult(evidence);
            }

            _flights.Clear();
        }
    }
}
