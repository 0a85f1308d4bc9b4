using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace HpcVerify.Verifier.Native;

/// <summary>One directory per usable cgroup hierarchy, made for one sandboxed process tree and removed after it.</summary>
internal sealed class ControlGroup : IDisposable
{
    private const int RemovalAttempts = 200;
    private readonly ImmutableArray<string> directories;
    private readonly string? unified;

    /// <summary>Held open, because both are needed several times for each call of a kernel.</summary>
    private readonly SafeFileHandle? freezer, events;

    private ControlGroup(ImmutableArray<string> directories, string? unified)
    {
        this.directories = directories;
        this.unified = unified;
        freezer = TryOpen(unified, "cgroup.freeze", FileAccess.Write);
        events = TryOpen(unified, "cgroup.events", FileAccess.Read);
    }

    /// <summary>Files a process writes its id to in order to join.</summary>
    public IEnumerable<string> JoinFiles => directories.Select(directory => Path.Combine(directory, "cgroup.procs"));

    /// <summary>Whether the tree can be stopped and started as one.</summary>
    public bool CanFreeze => freezer is not null && events is not null;

    /// <summary>Processor time of all processes that ever were in the group; empty when nothing counts it.</summary>
    public TimeSpan? ProcessorTime =>
        unified is not null && Field(Path.Combine(unified, "cpu.stat"), "usage_usec") is { } microseconds
            ? TimeSpan.FromMicroseconds(microseconds)
            : null;

    /// <summary>Whether the kernel killed a member for exceeding the memory limit.</summary>
    public bool RanOutOfMemory => directories.Any(directory =>
        Field(Path.Combine(directory, "memory.events"), "oom_kill") > 0
        || Field(Path.Combine(directory, "memory.oom_control"), "oom_kill") > 0);

    /// <summary>Process ids of the members, as this process sees them.</summary>
    public ImmutableArray<int> Members =>
        directories.IsEmpty ? [] : [.. ProcFile.Lines(JoinFiles.Last()).Select(line => int.Parse(line, CultureInfo.InvariantCulture))];

    /// <summary>Makes the group where the hierarchies are writable; a group without directories is valid and limits nothing.</summary>
    public static ControlGroup Create(ControlGroupHierarchies hierarchies, long memoryBytes, int tasks)
    {
        var name = $"{ControlGroupHierarchies.NamePrefix}{Environment.ProcessId}-{RandomNumberGenerator.GetHexString(8, true)}";
        var memory = memoryBytes.ToString(CultureInfo.InvariantCulture);
        var limit = tasks.ToString(CultureInfo.InvariantCulture);
        List<string> made = [];
        foreach (var parent in hierarchies.Writable)
        {
            var directory = Path.Combine(parent, name);
            if (!TryMake(directory))
            {
                continue;
            }

            made.Add(directory);
            TryWrite(Path.Combine(directory, "memory.limit_in_bytes"), memory);
            TryWrite(Path.Combine(directory, "memory.max"), memory);
            TryWrite(Path.Combine(directory, "memory.oom.group"), "1");
            TryWrite(Path.Combine(directory, "pids.max"), limit);
        }

        var unified = made.FirstOrDefault(directory => File.Exists(Path.Combine(directory, "cgroup.events")));
        return new([.. made], unified);
    }

    /// <summary>Whether every member is known to stand still.</summary>
    public bool IsFrozen
    {
        get
        {
            const int Longest = 256;
            Span<byte> text = stackalloc byte[Longest];
            try
            {
                return events is not null && text[..RandomAccess.Read(events, text, 0)].IndexOf("frozen 1"u8) >= 0;
            }
            catch (IOException)
            {
                // The group has gone.
                return false;
            }
        }
    }

    /// <summary>Tells every member to stop, which takes each a moment.</summary>
    public void Freeze() => SetFrozen("1"u8);

    /// <summary>Lets every member go on.</summary>
    public void Thaw() => SetFrozen("0"u8);

    /// <summary>Kills every member, frozen or not; false where the kernel cannot.</summary>
    public bool Kill() => unified is not null && TryWrite(Path.Combine(unified, "cgroup.kill"), "1");

    /// <inheritdoc/>
    public void Dispose()
    {
        freezer?.Dispose();
        events?.Dispose();
        foreach (var directory in directories)
        {
            // A killed member leaves the group a moment after its death has been reported.
            for (var attempt = 0; attempt < RemovalAttempts && !TryRemove(directory); attempt++)
            {
                Thread.Sleep(1);
            }
        }
    }

    internal static bool TryRemove(string directory)
    {
        try
        {
            Directory.Delete(directory);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void SetFrozen(ReadOnlySpan<byte> value)
    {
        try
        {
            if (freezer is not null)
            {
                RandomAccess.Write(freezer, value, 0);
            }
        }
        catch (IOException)
        {
            // The group has gone, and with it whoever was to stop or to go on.
        }
    }

    private static SafeFileHandle? TryOpen(string? directory, string name, FileAccess access)
    {
        try
        {
            return directory is null ? null : File.OpenHandle(Path.Combine(directory, name), FileMode.Open, access, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool TryMake(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool TryWrite(string file, string value)
    {
        try
        {
            // Not File.WriteAllText: it would create the file where the controller is absent from a plain directory.
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0);
            stream.Write(System.Text.Encoding.ASCII.GetBytes(value));
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static long? Field(string file, string name) =>
        ProcFile.Lines(file)
            .Select(line => line.Split(' '))
            .Where(words => words.Length == 2 && words[0] == name)
            .Select(words => (long?)long.Parse(words[1], CultureInfo.InvariantCulture))
            .FirstOrDefault();
}
