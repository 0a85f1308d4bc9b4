using System.Collections.Immutable;
using System.Globalization;

namespace HpcVerify.Verifier.Native;

/// <summary>
/// What the scheduler has given to, and withheld from, the threads of a process tree: two samples tell a starved kernel
/// from one that sleeps. A thread that sleeps or waits for a lock is on no run queue, so only real hunger counts.
/// </summary>
/// <param name="Threads">Nanoseconds run and nanoseconds runnable but waiting, by thread folder.</param>
/// <param name="Stolen">Time the hypervisor took from all processors, per processor.</param>
public sealed record SchedulerAccount(ImmutableDictionary<string, ThreadShare> Threads, TimeSpan Stolen)
{
    // USER_HZ, in which /proc/stat counts, is 100 on every Linux port in use.
    private const double TicksPerSecond = 100;
    private const int StealField = 8;

    /// <summary>The account of all threads of <paramref name="processes"/> now.</summary>
    public static SchedulerAccount Sample(IEnumerable<int> processes) => new(
        processes.SelectMany(ProcessTree.Tasks).Select(task => (task, Share: Read(task))).Where(entry => entry.Share is not null)
            .ToImmutableDictionary(entry => entry.task, entry => entry.Share!),
        ReadStolen());

    /// <summary>Processor time used since <paramref name="earlier"/>, of threads still alive.</summary>
    public TimeSpan UsedSince(SchedulerAccount earlier) =>
        Nanoseconds(Threads.Sum(thread => thread.Value.Ran - earlier.Of(thread.Key).Ran));

    /// <summary>
    /// How long the tree as a whole was hungry: the longest wait of one thread, less all that its siblings ran meanwhile,
    /// since a crowd of own threads must not excuse itself, and never more than the time in which nothing ran at all.
    /// </summary>
    public TimeSpan DeniedSince(SchedulerAccount earlier, TimeSpan wall)
    {
        var used = Threads.Sum(thread => thread.Value.Ran - earlier.Of(thread.Key).Ran);
        var hungriest = Threads
            .Select(thread => (Now: thread.Value, Then: earlier.Of(thread.Key)))
            .Select(pair => pair.Now.Waited - pair.Then.Waited - (used - (pair.Now.Ran - pair.Then.Ran)))
            .DefaultIfEmpty(0)
            .Max();
        var hungry = Nanoseconds(Math.Max(0, hungriest));

        // The hypervisor steals from the machine; from this tree at most in the measure in which it wanted to run.
        var wanted = hungry + Nanoseconds(used);
        var stolen = Stolen - earlier.Stolen;
        var denied = hungry + (stolen < wanted ? stolen : wanted);
        var idle = wall - Nanoseconds(used);
        return idle <= TimeSpan.Zero ? TimeSpan.Zero : denied < idle ? denied : idle;
    }

    private ThreadShare Of(string task) => Threads.GetValueOrDefault(task, new(0, 0));

    private static ThreadShare? Read(string task)
    {
        try
        {
            var words = File.ReadAllText(Path.Combine(task, "schedstat")).Split(' ');
            return new(long.Parse(words[0], CultureInfo.InvariantCulture), long.Parse(words[1], CultureInfo.InvariantCulture));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static TimeSpan ReadStolen()
    {
        var words = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > StealField
            ? TimeSpan.FromSeconds(long.Parse(words[StealField], CultureInfo.InvariantCulture) / TicksPerSecond / Environment.ProcessorCount)
            : TimeSpan.Zero;
    }

    private static TimeSpan Nanoseconds(long count) => TimeSpan.FromMicroseconds(count / 1000.0);
}

/// <summary>Nanoseconds a thread ran, and nanoseconds it waited for a processor while it could have run.</summary>
public sealed record ThreadShare(long Ran, long Waited);
