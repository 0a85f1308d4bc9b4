using HpcVerify.Verifier.Native;

namespace HpcVerify.Corpus.Tests;

/// <summary>One sample kernel of the corpus and what its first comment lines say of it.</summary>
internal sealed record Sample(string Path, string Task, string Expected, IReadOnlyList<string> Needs)
{
    private const string ExpectMark = "// expect: ";
    private const string NeedsMark = "// needs: ";

    public static IEnumerable<Sample> All(string corpus) =>
        from task in Directory.EnumerateDirectories(corpus).Order(StringComparer.Ordinal)
        from folder in (string[])["accept", "reject", "warned"]
        let directory = System.IO.Path.Combine(task, folder)
        where Directory.Exists(directory)
        from file in Directory.EnumerateFiles(directory).Order(StringComparer.Ordinal)
        select Read(file, System.IO.Path.GetFileName(task));

    private static Sample Read(string file, string task)
    {
        var lines = File.ReadLines(file).TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal)).ToList();
        var expected = lines.First(line => line.StartsWith(ExpectMark, StringComparison.Ordinal))[ExpectMark.Length..].Trim();
        var needs = lines.Where(line => line.StartsWith(NeedsMark, StringComparison.Ordinal)).SelectMany(line => line[NeedsMark.Length..].Split(','));
        return new(file, task, expected, [.. needs.Select(need => need.Trim())]);
    }

    /// <summary>Instruction sets it needs that this machine lacks.</summary>
    public IEnumerable<string> Missing() => Needs.Except(NativeProbe.Processor().Flags);
}
