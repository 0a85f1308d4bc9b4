using HpcVerify.Distribution;
using HpcVerify.Rewards.Scoring;

namespace HpcVerify.Chaos;

/// <summary>Worker processes for one class; whoever ends is replaced when somebody looks.</summary>
public sealed class Fleet : IDisposable
{
    private readonly Broker _broker;
    private readonly QueueLayout _layout;
    private readonly ScoringStages _stages;
    private readonly string _journal = Path.GetTempFileName();
    private readonly List<WorkerProcess> _workers = [];

    public Fleet(Broker broker, QueueLayout layout, ScoringStages stages, int size)
    {
        (_broker, _layout, _stages) = (broker, layout, stages);
        for (var number = 0; number < size; number++)
        {
            _workers.Add(Start());
        }
    }

    /// <summary>Evaluations that ended: the stage and the name of the job.</summary>
    public IReadOnlyList<string> Journal => File.ReadAllLines(_journal);

    /// <summary>Waits until all are connected.</summary>
    public async Task Ready(CancellationToken cancellation)
    {
        while (!_workers.TrueForAll(worker => worker.IsConnected))
        {
            await Task.Delay(50, cancellation);
        }
    }

    /// <summary>
    /// Kills any one that has worked, and has another in its place; false where none has. Those that are still starting are left: on a machine with much
    /// else to do, nobody would ever get to work.
    /// </summary>
    public bool KillOne(Random random)
    {
        var victims = _workers.Where(worker => worker.HasWorked).ToList();
        if (victims.Count == 0)
        {
            return false;
        }

        var victim = victims[random.Next(victims.Count)];
        victim.Dispose();
        _workers.Remove(victim);
        _workers.Add(Start());
        return true;
    }

    /// <summary>Has others in the place of those that ended by themselves; how many those were.</summary>
    public int Replace()
    {
        var ended = _workers.Where(worker => worker.HasEnded).ToList();
        foreach (var worker in ended)
        {
            worker.Dispose();
            _workers.Remove(worker);
            _workers.Add(Start());
        }

        return ended.Count;
    }

    public void Dispose()
    {
        _workers.ForEach(worker => worker.Dispose());
        File.Delete(_journal);
    }

    private WorkerProcess Start() => new(_broker, _layout, _stages, _journal);
}
