using System.Collections.Immutable;

namespace HpcVerify.Verifier.Native;

/// <summary>A host file or folder and the place where the sandboxed process sees it.</summary>
internal sealed record Mount(string Host, string Inside, bool IsWritable);

/// <summary>Three host files the process finds open: control (3) and outputs (5) for both directions, inputs (4) to read.</summary>
internal sealed record SharedFiles(string Control, string Inputs, string Outputs);

/// <summary>Host files that are a process's standard input and output.</summary>
internal sealed record StandardFiles(string Input, string Output);

/// <summary>Which set of system calls a process gets.</summary>
internal enum SandboxPhase
{
    Compile,
    Run,
}

/// <summary>What a process sees of the system's files.</summary>
public enum SystemView
{
    /// <summary>The libraries that compiled C needs to run at all, and nothing else: no BLAS, no programs.</summary>
    RuntimeLibraries,

    /// <summary>All of /usr.</summary>
    Whole,
}

/// <summary>One program to run in the sandbox, in the folder <see cref="WorkFolder"/>, which is all it sees beside /usr.</summary>
internal sealed record SandboxCommand(
    SandboxPhase Phase,
    ImmutableArray<string> Words,
    ImmutableArray<Mount> Mounts,
    ImmutableSortedDictionary<string, string> Environment,
    ProcessLimits Limits)
{
    public const string WorkFolder = "/work";

    /// <summary>Memory of the tree beyond <see cref="ProcessLimits.MemoryBytes"/>: pages of shared files are charged to who touches them.</summary>
    public long SharedBytes { get; init; }

    /// <summary>Whether it sees /proc, in which there is nothing but itself.</summary>
    public bool HasProcessFiles { get; init; }

    public SharedFiles? Files { get; init; }

    /// <summary>Null where it reads nothing and what it writes is lost.</summary>
    public StandardFiles? Standard { get; init; }

    /// <summary>What of the system's /usr the process sees.</summary>
    public SystemView View { get; init; } = SystemView.Whole;

    /// <summary>Processors the process may use; empty for all of the supervisor's.</summary>
    public ImmutableArray<int> Processors { get; init; } = [];
}
