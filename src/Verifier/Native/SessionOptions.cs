using System.Collections.Immutable;

namespace HpcVerify.Verifier.Native;

/// <summary>How one kernel is to be run.</summary>
/// <param name="Environment">All variables the process sees, such as <c>OMP_NUM_THREADS</c>.</param>
/// <param name="CapacityBytes">Room for the inputs of one call, and as much for its outputs; untouched pages cost nothing.</param>
/// <param name="Processors">Processors the kernel may use; empty for all.</param>
/// <param name="Spin">How long either side looks for the other before it sleeps; zero unless each has its own processor.</param>
public sealed record SessionOptions(
    ProcessLimits Limits,
    ImmutableSortedDictionary<string, string> Environment,
    long CapacityBytes,
    ImmutableArray<int> Processors,
    TimeSpan Spin)
{
    /// <summary>What the kernel sees of the system's files. Only our own code may be given more than the runtime libraries.</summary>
    public SystemView View { get; init; } = SystemView.RuntimeLibraries;

    /// <summary>Whether it is our own code, which leaves nothing behind that would have to be looked for.</summary>
    public bool IsTrusted { get; init; }

    /// <summary>A look for the other side costs a processor of one's own; longer than the shortest kernels take to answer.</summary>
    private static readonly TimeSpan SpinApart = TimeSpan.FromMilliseconds(2);

    /// <summary>
    /// The same on processors that nobody else is started on, where this process has more than the team needs; without a spare one
    /// nothing can be kept apart, and the options stay as they are.
    /// </summary>
    public SessionOptions PlacedApart(int threads) =>
        NativeProbe.AllowedProcessors() is var allowed && allowed.Length > threads
            ? this with { Processors = [.. allowed.TakeLast(threads)], Spin = SpinApart }
            : this;

    /// <summary>Processors that the threads of a team are spread over, one each; empty where the system may move them about.</summary>
    public ImmutableArray<int> Places { get; init; } = [];

    /// <summary>
    /// The same with a processor for each thread, where there are as many. Threads that are thawed together are often put on one processor, and there the first
    /// of a team spins at a barrier for milliseconds while the second one waits for it to be preempted.
    /// </summary>
    public SessionOptions Spread(int threads) =>
        (Processors.IsEmpty ? NativeProbe.AllowedProcessors() : Processors) is var all && threads > 1 && all.Length >= threads ? this with { Places = all } : this;

    /// <summary>A team of <paramref name="threads"/> threads on all processors, with room for 256 MiB each way.</summary>
    public static SessionOptions WithThreads(int threads) => new(
        ProcessLimits.ForRun,
        ImmutableSortedDictionary<string, string>.Empty.Add("OMP_NUM_THREADS", threads.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        256L << 20, [], TimeSpan.Zero);

    /// <summary>A team of one, whatever a kernel asks for: OpenMP promises nobody as many threads as they ask for (5.2, 10.1.1).</summary>
    public static SessionOptions Alone { get; } = WithThreads(1) is var one ? one with { Environment = one.Environment.Add("OMP_THREAD_LIMIT", "1") } : one;
}
