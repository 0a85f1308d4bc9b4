using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace HpcVerify.Verifier.Native;

/// <summary>A process and its descendants as the host's /proc shows them.</summary>
internal static partial class ProcessTree
{
    private const int KillSignal = 9;
    private const int ContinueSignal = 18;
    private const int StopSignal = 19;
    private const int ParentField = 1;
    private const int StateField = 0;

    /// <summary>Kills <paramref name="root"/> and, where namespaces do not do it, every descendant.</summary>
    public static void Kill(int root) => Signal([.. Members(root).Reverse()], KillSignal);

    /// <summary>Tells <paramref name="process"/> to stop, which takes each of its threads a moment.</summary>
    public static void Stop(int process) => Signal([process], StopSignal);

    /// <summary>Whether no thread of <paramref name="process"/> can run.</summary>
    public static bool IsStopped(int process) => Tasks(process).All(IsTaskStopped);

    /// <summary>Lets a stopped process go on.</summary>
    public static void Continue(int process) => Signal([process], ContinueSignal);

    /// <summary><paramref name="root"/> first, then its descendants, parents before children.</summary>
    public static ImmutableArray<int> Members(int root)
    {
        var parents = ProcFile.Names("/proc")
            .Select(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .Select(id => (Id: id, Fields: StatFields($"/proc/{id}/stat")))
            .Where(entry => entry.Fields.Length > ParentField)
            .ToLookup(entry => int.Parse(entry.Fields[ParentField], CultureInfo.InvariantCulture), entry => entry.Id);
        List<int> found = [root];
        for (var next = 0; next < found.Count; next++)
        {
            found.AddRange(parents[found[next]]);
        }

        return [.. found];
    }

    /// <summary>Folders of all threads of <paramref name="process"/>.</summary>
    public static IEnumerable<string> Tasks(int process)
    {
        var folder = FormattableString.Invariant($"/proc/{process}/task");
        return ProcFile.Names(folder).Select(name => $"{folder}/{name}");
    }

    private static bool IsTaskStopped(string task) =>
        StatFields($"{task}/stat") is not { Length: > 0 } fields || fields[StateField] is "T" or "t" or "Z" or "X";

    /// <summary>What follows the parenthesised command name, which may itself hold spaces and parentheses.</summary>
    private static string[] StatFields(string file)
    {
        var text = ProcFile.Text(file);
        return text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static void Signal(ImmutableArray<int> processes, int signal)
    {
        foreach (var process in processes)
        {
            _ = SendSignal(process, signal);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
