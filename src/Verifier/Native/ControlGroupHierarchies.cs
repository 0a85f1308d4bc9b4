using System.Collections.Immutable;
using System.Globalization;

namespace HpcVerify.Verifier.Native;

/// <summary>The cgroup directories below which this process may make its own: version 1, version 2 or both at once.</summary>
/// <param name="Layout">What is mounted, in words.</param>
/// <param name="Writable">Directories of this process in the memory, pids and unified hierarchies, where writable.</param>
public sealed record ControlGroupHierarchies(string Layout, ImmutableArray<string> Writable)
{
    internal const string NamePrefix = "hpcverify-";

    /// <summary>No hierarchy at all.</summary>
    public static ControlGroupHierarchies None { get; } = new("none", []);

    /// <summary>Whether memory of a whole tree can be limited.</summary>
    public bool LimitsMemory => Has("memory");

    /// <summary>Whether the number of tasks can be limited.</summary>
    public bool LimitsTasks => Has("pids");

    /// <summary>Whether a tree can be frozen and killed as one.</summary>
    public bool CanFreeze => Writable.Any(directory => File.Exists(Path.Combine(directory, "cgroup.controllers")));

    /// <summary>Reads the mounts and the memberships of this process, and tries which directories take a child.</summary>
    public static ControlGroupHierarchies Find()
    {
        if (!File.Exists("/proc/self/cgroup") || !File.Exists("/proc/self/mounts"))
        {
            return None;
        }

        var mounts = File.ReadAllLines("/proc/self/mounts").Select(line => line.Split(' ')).ToList();
        var memberships = File.ReadAllLines("/proc/self/cgroup").Select(line => line.Split(':', 3)).ToList();
        var found = Version1(mounts, memberships).Concat(Version2(mounts, memberships)).ToList();
        var layout = (mounts.Any(mount => mount[2] == "cgroup"), mounts.Any(mount => mount[2] == "cgroup2")) switch
        {
            (true, true) => "version 1 with unified hierarchy beside it",
            (true, false) => "version 1",
            (false, true) => "version 2",
            (false, false) => "none",
        };
        return new(layout, [.. found.Where(TakesChild)]);
    }

    /// <summary>Removes groups whose maker is dead: a supervisor that was killed cannot tidy up after itself.</summary>
    public void RemoveStale()
    {
        foreach (var directory in Writable.SelectMany(parent => Directory.EnumerateDirectories(parent, NamePrefix + "*")).ToList())
        {
            var words = Path.GetFileName(directory).Split('-');
            if (int.TryParse(words[1], CultureInfo.InvariantCulture, out var maker) && !Directory.Exists($"/proc/{maker}"))
            {
                ControlGroup.TryRemove(directory);
            }
        }
    }

    private bool Has(string controller) => Writable.Any(directory =>
        Words(Path.Combine(directory, "cgroup.subtree_control")).Contains(controller) || directory.Split('/').Contains(controller));

    private static IEnumerable<string> Version1(List<string[]> mounts, List<string[]> memberships) =>
        from controller in (string[])["memory", "pids"]
        from mount in mounts
        where mount[2] == "cgroup" && mount[3].Split(',').Contains(controller)
        from membership in memberships
        where membership[1].Split(',').Contains(controller)
        select Path.Join(mount[1], membership[2]);

    private static IEnumerable<string> Version2(List<string[]> mounts, List<string[]> memberships)
    {
        var directories =
            from mount in mounts
            where mount[2] == "cgroup2"
            from membership in memberships
            where membership[0] == "0"
            select Path.Join(mount[1], membership[2]);
        foreach (var directory in directories)
        {
            Delegate(directory);
            yield return directory;
        }
    }

    /// <summary>Asks for the controllers in children; a group with own members may refuse, then only freeze and kill remain.</summary>
    private static void Delegate(string directory)
    {
        foreach (var controller in Words(Path.Combine(directory, "cgroup.controllers")).Intersect(["memory", "pids"]))
        {
            try
            {
                File.WriteAllText(Path.Combine(directory, "cgroup.subtree_control"), "+" + controller);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }
    }

    private static string[] Words(string file) =>
        File.Exists(file) ? File.ReadAllText(file).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries) : [];

    private static bool TakesChild(string directory)
    {
        var trial = Path.Combine(directory, $"{NamePrefix}{Environment.ProcessId}-trial-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(trial);
            return File.Exists(Path.Combine(trial, "cgroup.procs")) && ControlGroup.TryRemove(trial);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
