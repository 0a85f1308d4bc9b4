using System.Collections.Immutable;

namespace HpcVerify.Rewards.Service;

/// <summary>A kernel that must never be paid for.</summary>
/// <param name="Name">Its task and its own name, as the list has it.</param>
public sealed record Honeypot(string Task, string Name, string Text)
{
    /// <summary>The folder below a corpus with the kernels, and the file in it that lists the ones fit for this, one a line.</summary>
    private const string Folder = "cheats", List = "honeypots.txt";

    /// <summary>The honeypots below a corpus, for those tasks that are served; none where the corpus has no list.</summary>
    /// <exception cref="IOException">A listed kernel cannot be read.</exception>
    public static ImmutableArray<Honeypot> Of(string corpus, IReadOnlyCollection<string> tasks)
    {
        var folder = Path.Combine(corpus, Folder);
        var list = Path.Combine(folder, List);
        return !File.Exists(list) ? [] :
        [
            .. File.ReadLines(list).Where(line => line.Length > 0 && line[0] != '#')
                .Select(name => (Name: name, Task: name[..Math.Max(0, name.IndexOf('/', StringComparison.Ordinal))]))
                .Where(listed => tasks.Contains(listed.Task))
                .Select(listed => new Honeypot(listed.Task, listed.Name, File.ReadAllText(Path.Combine(folder, listed.Name + ".c")))),
        ];
    }
}
