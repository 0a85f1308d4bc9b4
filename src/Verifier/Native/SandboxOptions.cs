using System.Collections.Immutable;

namespace HpcVerify.Verifier.Native;

/// <summary>Where the tools of the sandbox are, and where it may keep files.</summary>
/// <param name="CacheFolder">For filters and the compiled driver; several processes may share it.</param>
/// <param name="SharedMemoryFolder">A memory file system for buffers, normally <c>/dev/shm</c>.</param>
/// <param name="ReadOnlyFolders">What the sandbox shows beside <c>/usr</c>, for a compiler that lives elsewhere.</param>
/// <param name="Confinement">Whether candidate code may run without bubblewrap.</param>
public sealed record SandboxOptions(
    string CacheFolder,
    string SharedMemoryFolder,
    string BubblewrapPath,
    string PrlimitPath,
    string TasksetPath,
    string ShellPath,
    ImmutableArray<string> ReadOnlyFolders,
    Confinement Confinement)
{
    /// <summary>The usual places of a Linux distribution.</summary>
    public static SandboxOptions Usual(string cacheFolder) => new(
        cacheFolder, "/dev/shm", "/usr/bin/bwrap", "/usr/bin/prlimit", "/usr/bin/taskset", "/bin/sh", [], Confinement.Required);
}

/// <summary>What to do where bubblewrap does not work.</summary>
public enum Confinement
{
    /// <summary>Refuse candidate code.</summary>
    Required,

    /// <summary>Run candidate code with resource limits only: it can read and write whatever this user can.</summary>
    UnsafeLimitsOnly,
}

/// <summary>The answer to whether candidate code can be run here.</summary>
public abstract record SandboxState
{
    private SandboxState() { }

    /// <summary>A trial process ran in <paramref name="Sandbox"/>.</summary>
    public sealed record Ready(Sandbox Sandbox) : SandboxState;

    /// <summary>Candidate code must not be run, because of <paramref name="Reason"/>.</summary>
    public sealed record Refused(string Reason) : SandboxState;
}
