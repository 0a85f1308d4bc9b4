using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace HpcVerify.Verifier.Native;

/// <summary>
/// Builds the command line that confines a process: resource limits, then bubblewrap with its own user, process, network,
/// message, host-name and cgroup namespaces, /usr read-only, no /proc, no writable place but an explicit one, and a filter.
/// </summary>
public sealed class Sandbox
{
    private const string NobodyId = "65534";
    private const string FilterDescriptor = "9";

    // The shell opens descriptors and joins cgroups before anything else starts; all text reaches it as arguments.
    private const string Opener = """
        filter=$1 control=$2 inputs=$3 outputs=$4 input=$5 output=$6 groups=$7
        shift 7
        while [ "$groups" -gt 0 ]; do
            echo $$ >"$1" || exit 97
            shift
            groups=$((groups - 1))
        done
        exec </dev/null >/dev/null
        [ -z "$input" ] || exec <"$input" >"$output"
        [ -z "$filter" ] || exec 9<"$filter"
        [ -z "$control" ] || exec 3<>"$control" 4<"$inputs" 5<>"$outputs"
        exec "$@"
        """;

    private readonly ImmutableSortedDictionary<SandboxPhase, string> filters;

    private Sandbox(
        SandboxOptions options, bool isConfined, ControlGroupHierarchies hierarchies,
        ImmutableSortedDictionary<SandboxPhase, string> filters)
    {
        Options = options;
        IsConfined = isConfined;
        Hierarchies = hierarchies;
        this.filters = filters;
    }

    /// <summary>What the sandbox was opened with.</summary>
    public SandboxOptions Options { get; }

    /// <summary>False when only resource limits hold, on the caller's explicit demand.</summary>
    public bool IsConfined { get; }

    /// <summary>The cgroups it can use.</summary>
    public ControlGroupHierarchies Hierarchies { get; }

    /// <summary>Writes the filters, really starts one process in the sandbox, and says whether candidate code can be run.</summary>
    public static SandboxState Probe(SandboxOptions options, ControlGroupHierarchies hierarchies)
    {
        var machine = RuntimeInformation.OSArchitecture;
        hierarchies.RemoveStale();
        var reason = WhyNotConfined(options, machine);
        if (reason.Length == 0)
        {
            var confined = new Sandbox(options, true, hierarchies, WriteFilters(options.CacheFolder, machine));
            reason = confined.WhyTrialFails();
            if (reason.Length == 0)
            {
                return new SandboxState.Ready(confined);
            }
        }

        return options.Confinement is Confinement.Required
            ? new SandboxState.Refused(reason)
            : new SandboxState.Ready(new(options, false, hierarchies, ImmutableSortedDictionary<SandboxPhase, string>.Empty));
    }

    /// <summary>The shell's arguments that start <paramref name="command"/> inside <paramref name="group"/>.</summary>
    internal ImmutableArray<string> ShellArguments(SandboxCommand command, ControlGroup group)
    {
        var joinFiles = group.JoinFiles.ToList();
        return
        [
            "-c", Opener, "sandbox",
            IsConfined ? filters[command.Phase] : "",
            command.Files?.Control ?? "", command.Files?.Inputs ?? "", command.Files?.Outputs ?? "",
            command.Standard?.Input ?? "", command.Standard?.Output ?? "",
            Text(joinFiles.Count), .. joinFiles,
            .. LimitWords(command), .. PlacementWords(command.Processors),
            .. IsConfined ? BubblewrapWords(command) : UnconfinedWords(command),
        ];
    }

    /// <summary>Starts a process that does nothing; the empty string when that works.</summary>
    internal string WhyTrialFails()
    {
        var command = new SandboxCommand(
            SandboxPhase.Run, ["/usr/bin/true"], [], ImmutableSortedDictionary<string, string>.Empty, ProcessLimits.ForRun);
        using var process = SandboxProcess.Start(this, command);
        if (process.StartFailure is { } failure)
        {
            return failure;
        }

        return !process.WaitForExit(ProcessLimits.ForRun.Wall) ? "bubblewrap did not finish a trial"
            : process.ExitCode == 0 ? ""
            : $"bubblewrap does not work here: {process.Errors.Trim()}";
    }

    /// <summary>The first line of what <paramref name="program"/> says to <c>--version</c>, or the empty string.</summary>
    internal string VersionOf(string program, CancellationToken cancellation)
    {
        var limits = ProcessLimits.ForCompile;
        var command = new SandboxCommand(
            SandboxPhase.Compile, ["/bin/sh", "-c", "exec \"$0\" --version >&2", program], [],
            ImmutableSortedDictionary<string, string>.Empty, limits);
        using var process = SandboxProcess.Start(this, command);
        return process.StartFailure is null && process.WaitForExit(limits.Wall, cancellation) && process.ExitCode == 0
            ? process.Errors.Split('\n')[0]
            : "";
    }

    private static string WhyNotConfined(SandboxOptions options, Architecture machine) =>
        !SeccompProgram.Supports(machine) ? $"no system call filter for '{machine}'"
        : File.Exists(options.BubblewrapPath) ? ""
        : $"bubblewrap not found at '{options.BubblewrapPath}'";

    private static ImmutableSortedDictionary<SandboxPhase, string> WriteFilters(string folder, Architecture machine) =>
        ImmutableSortedDictionary.CreateRange<SandboxPhase, string>(
        [
            new(SandboxPhase.Compile, CacheFile.Write(folder, "compile", ".bpf", SeccompPolicy.Compile(machine).AsSpan())),
            new(SandboxPhase.Run, CacheFile.Write(folder, "run", ".bpf", SeccompPolicy.Run(machine).AsSpan())),
        ]);

    private IEnumerable<string> LimitWords(SandboxCommand command) =>
    [
        Options.PrlimitPath,
        $"--data={Text(command.Limits.DataBytes ?? command.Limits.MemoryBytes)}",
        $"--fsize={Text(command.Limits.FileBytes)}",
        $"--cpu={Text((long)Math.Ceiling(command.Limits.Cpu.TotalSeconds))}",
        $"--nofile={Text(command.Limits.OpenFiles)}",
        $"--stack={Text(command.Limits.StackBytes)}",
        "--core=0",
    ];

    // The filter refuses sched_setaffinity, so what taskset sets stays; without the filter it would not.
    private IEnumerable<string> PlacementWords(ImmutableArray<int> processors) =>
        processors.IsEmpty ? [] : [Options.TasksetPath, "-c", string.Join(',', processors.Select(processor => Text(processor)))];

    private IEnumerable<string> BubblewrapWords(SandboxCommand command) =>
    [
        Options.BubblewrapPath, "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL",
        "--uid", NobodyId, "--gid", NobodyId, "--hostname", "sandbox", "--clearenv",
        .. command.Environment.SelectMany(variable => (string[])["--setenv", variable.Key, variable.Value]),
        .. command.View is SystemView.Whole ? ["--ro-bind", "/usr", "/usr", .. SystemFolders()] : RuntimeLibraries.MountWords(),
        .. Options.ReadOnlyFolders.SelectMany(folder => (string[])["--ro-bind", folder, folder]),
        "--dir", "/dev", "--dev-bind", "/dev/null", "/dev/null", "--dir", SandboxCommand.WorkFolder,
        .. ProcessorFile(command.Phase),
        .. command.HasProcessFiles ? ["--proc", "/proc"] : (string[])[],
        .. command.Mounts.SelectMany(mount => (string[])[mount.IsWritable ? "--bind" : "--ro-bind", mount.Host, mount.Inside]),
        "--remount-ro", "/", "--chdir", SandboxCommand.WorkFolder, "--seccomp", FilterDescriptor, "--", .. command.Words,
    ];

    // On x86-64 gcc asks the processor what -march=native means; on aarch64 it reads this file.
    private static string[] ProcessorFile(SandboxPhase phase) =>
        phase is SandboxPhase.Compile && RuntimeInformation.OSArchitecture is Architecture.Arm64
            ? ["--ro-bind", "/proc/cpuinfo", "/proc/cpuinfo"]
            : [];

    internal static IEnumerable<string> SystemFolders() =>
        from folder in (string[])["/bin", "/lib", "/lib64"]
        where Directory.Exists(folder)
        from word in new DirectoryInfo(folder).LinkTarget is { } target
            ? (string[])["--symlink", target, folder]
            : ["--ro-bind", folder, folder]
        select word;

    private static IEnumerable<string> UnconfinedWords(SandboxCommand command) =>
    [
        "/usr/bin/env", "-i", .. command.Environment.Select(variable => $"{variable.Key}={variable.Value}"),
        .. command.Words.Select(word => command.Mounts.FirstOrDefault(mount => mount.Inside == word)?.Host ?? word),
    ];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
