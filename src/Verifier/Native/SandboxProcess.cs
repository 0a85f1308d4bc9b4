using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace HpcVerify.Verifier.Native;

/// <summary>
/// A running sandboxed process tree. It owns one thread, which starts the process, swallows its error output and outlives
/// it: the death signal that ties bubblewrap to its parent fires when the starting <em>thread</em> ends, so a pool thread
/// must not start it.
/// </summary>
internal sealed class SandboxProcess : IDisposable
{
    private const int KeptErrorBytes = 64 << 10;
    private const int ReadErrorBytes = 1 << 20;
    private static readonly TimeSpan DeathLimit = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan GroupDeathLimit = TimeSpan.FromSeconds(1);

    private readonly Process process;
    private readonly ManualResetEventSlim started = new();
    private readonly ManualResetEventSlim exited = new();
    private readonly MemoryStream errors = new();
    private readonly Action whenExited;
    private readonly Thread thread;

    private SandboxProcess(ProcessStartInfo startInfo, ControlGroup group, Action whenExited)
    {
        process = new() { StartInfo = startInfo };
        Group = group;
        this.whenExited = whenExited;
        thread = new(Live) { IsBackground = true, Name = "sandbox" };
    }

    /// <summary>The cgroups of the tree.</summary>
    public ControlGroup Group { get; }

    /// <summary>Why nothing could be started at all.</summary>
    public string? StartFailure { get; private set; }

    /// <summary>Whether the outermost process has ended.</summary>
    public bool HasExited => exited.IsSet;

    /// <summary>Exit code, or 128 and the signal's number; only after the end.</summary>
    public int ExitCode { get; private set; }

    /// <summary>Process id of the outermost process.</summary>
    public int Id { get; private set; }

    /// <summary>The first of what was written to standard error; only after the end.</summary>
    public string Errors => Encoding.UTF8.GetString(errors.GetBuffer(), 0, (int)errors.Length);

    /// <summary>Starts <paramref name="command"/>; never throws for what the machine lacks.</summary>
    public static SandboxProcess Start(Sandbox sandbox, SandboxCommand command, Action? whenExited = null)
    {
        var limits = command.Limits;
        var group = ControlGroup.Create(sandbox.Hierarchies, limits.MemoryBytes + command.SharedBytes, limits.Tasks);
        var startInfo = new ProcessStartInfo(sandbox.Options.ShellPath, sandbox.ShellArguments(command, group))
        {
            RedirectStandardError = true,
            WorkingDirectory = sandbox.IsConfined
                ? "/"
                : command.Mounts.FirstOrDefault(mount => mount.Inside == SandboxCommand.WorkFolder)?.Host ?? "/",
        };
        startInfo.Environment.Clear();
        startInfo.Environment["PATH"] = "/usr/bin:/bin";
        var started = new SandboxProcess(startInfo, group, whenExited ?? (() => { }));
        started.thread.Start();
        started.started.Wait();
        return started;
    }

    /// <summary>Waits for the end; false when it has not come within <paramref name="limit"/>.</summary>
    public bool WaitForExit(TimeSpan limit, CancellationToken cancellation = default) => exited.Wait(limit, cancellation);

    /// <summary>Kills the whole tree; returns whether it is gone.</summary>
    public bool Kill()
    {
        if (!exited.IsSet)
        {
            // Killing one by one is for machines without cgroup.kill, and for a group that did not take the order.
            if (!Group.Kill() || !exited.Wait(GroupDeathLimit))
            {
                ProcessTree.Kill(Id);
            }
        }

        return exited.Wait(DeathLimit);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The callback may touch what the caller frees next. A thread that waits for an immortal process keeps its events.
        if (Kill() && thread.Join(DeathLimit))
        {
            process.Dispose();
            started.Dispose();
        }

        Group.Dispose();
    }

    private void Live()
    {
        try
        {
            process.Start();
            Id = process.Id;
        }
        catch (Exception exception) when (exception is Win32Exception or IOException or InvalidOperationException)
        {
            StartFailure = exception.Message;
            ExitCode = -1;
            started.Set();
            exited.Set();
            return;
        }

        started.Set();
        Swallow(process.StandardError.BaseStream);
        process.WaitForExit();
        ExitCode = process.ExitCode;
        exited.Set();
        whenExited();
    }

    /// <summary>Keeps the beginning, drops the rest, and closes the pipe on a process that does not stop talking.</summary>
    private void Swallow(Stream stream)
    {
        var buffer = new byte[4 << 10];
        var total = 0;
        while (total < ReadErrorBytes && ReadSome(stream, buffer) is var count and > 0)
        {
            errors.Write(buffer.AsSpan(0, Math.Min(count, KeptErrorBytes - (int)errors.Length)));
            total += count;
        }

        stream.Dispose();
    }

    private static int ReadSome(Stream stream, byte[] buffer)
    {
        try
        {
            return stream.Read(buffer);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
