namespace HpcVerify.Verifier.Native;

/// <summary>What one sandboxed process tree may use before it is stopped.</summary>
/// <param name="MemoryBytes">Private writable memory of a process, and memory of the whole tree where a cgroup is to be had.</param>
/// <param name="FileBytes">Size of any file it writes.</param>
/// <param name="Wall">Time it is granted: the clock stands while the machine denies it a processor.</param>
/// <param name="Cpu">Processor time of one process; a backstop behind <paramref name="Wall"/>.</param>
/// <param name="StackBytes">Stack of the main thread, and of each further thread unless <c>OMP_STACKSIZE</c> says otherwise.</param>
/// <param name="OpenFiles">Open descriptors.</param>
/// <param name="Tasks">Processes and threads together, where a cgroup is to be had.</param>
public sealed record ProcessLimits(
    long MemoryBytes, long FileBytes, TimeSpan Wall, TimeSpan Cpu, long StackBytes, int OpenFiles, int Tasks)
{
    /// <summary>Private writable addresses of a process, where that is more than the memory it may use; null where it is the same.</summary>
    public long? DataBytes { get; init; }

    private const long Mebibyte = 1L << 20;

    /// <summary>A kernel under test: 2 GiB, no files, 8 s a call, room for a team of 40 threads.</summary>
    public static ProcessLimits ForRun { get; } = new(
        2048 * Mebibyte, 0, TimeSpan.FromSeconds(8), TimeSpan.FromMinutes(30), 8 * Mebibyte, 64, 256);

    /// <summary>Threads that a team in a sandbox may have: the others are left for the processes that watch over it.</summary>
    public static int MostThreads { get; } = ForRun.Tasks - 16;

    /// <summary>One run of the compiler: 2 GiB, files of 64 MiB, 30 s of processor time however busy the machine is.</summary>
    public static ProcessLimits ForCompile { get; } = new(
        2048 * Mebibyte, 64 * Mebibyte, TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(30), 64 * Mebibyte, 256, 256);
}
