namespace HpcVerify.TestKit;

/// <summary>
/// A kernel by somebody who had not seen the defences: one that is after a reward it has not earned, or an honest one that looks
/// suspicious (<c>corpus/cheats/README.md</c>).
/// </summary>
/// <param name="Idea">What it does, from its first comment.</param>
/// <param name="Origin">Whether the idea is of the catalogue of documented cheats or the writer's own; empty for an honest one.</param>
public sealed record StrangerKernel(string Path, string Task, bool IsHonest, string Idea, string Origin)
{
    private const string IdeaMark = "// idea: ", OriginMark = "// source: ";

    /// <summary><c>task/name</c>.</summary>
    public string Name => $"{Task}/{System.IO.Path.GetFileNameWithoutExtension(Path)}";

    /// <summary>All kernels that are no honest ones, sorted by task and name.</summary>
    public static IEnumerable<StrangerKernel> Cheats(string corpus) => In(corpus, "cheats", isHonest: false);

    /// <summary>All honest ones, likewise.</summary>
    public static IEnumerable<StrangerKernel> Honest(string corpus) => In(corpus, "honest", isHonest: true);

    private static IEnumerable<StrangerKernel> In(string corpus, string folder, bool isHonest) =>
        from task in Directory.EnumerateDirectories(System.IO.Path.Combine(corpus, folder)).Order(StringComparer.Ordinal)
        from file in Directory.EnumerateFiles(task, "*.c").Order(StringComparer.Ordinal)
        select Read(file, System.IO.Path.GetFileName(task), isHonest);

    private static StrangerKernel Read(string file, string task, bool isHonest)
    {
        var lines = File.ReadLines(file).Take(3).ToList();
        string After(string mark) => lines.FirstOrDefault(line => line.StartsWith(mark, StringComparison.Ordinal))?[mark.Length..].Trim() ?? "";
        return new(file, task, isHonest, After(IdeaMark) is { Length: > 0 } idea ? idea : FirstComment(File.ReadAllText(file)), isHonest ? "" : After(OriginMark));
    }

    private static string FirstComment(string text)
    {
        var (from, to) = (text.IndexOf("/*", StringComparison.Ordinal), text.IndexOf("*/", StringComparison.Ordinal));
        return from < 0 || to < from ? "" : string.Join(' ', text[(from + 2)..to].Split((char[])[' ', '\n', '*'], StringSplitOptions.RemoveEmptyEntries));
    }
}
