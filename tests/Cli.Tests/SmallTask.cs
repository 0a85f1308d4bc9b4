using System.Text.Json.Nodes;
using HpcVerify.TestKit;

namespace HpcVerify.Cli.Tests;

/// <summary>A task of the corpus at sizes for tests that are about the way of a sample, and start several processes to go it.</summary>
internal static class SmallTask
{
    private const int ScoredSize = 1 << 16, LargestSize = 5000;

    /// <summary>Makes 'corpus' in a folder, with nothing in it but a task with one size, <c>n</c>, and with descriptions of machines.</summary>
    public static void Write(string folder, string name)
    {
        var (from, to) = (Repository.PathOf($"corpus/{name}"), Path.Combine(folder, "corpus", name));
        Directory.CreateDirectory(to);
        foreach (var source in Directory.EnumerateFiles(from, "*.c"))
        {
            File.Copy(source, Path.Combine(to, Path.GetFileName(source)));
        }

        var task = JsonNode.Parse(File.ReadAllText(Path.Combine(from, "kernel.json")))!;
        task["score"] = Sizes(ScoredSize);
        task["test"] = new JsonArray([.. new[] { 0, 1, 7, 64, 1000 }.Select(Sizes)]);
        task["bounds"] = new JsonObject { ["n"] = new JsonArray(0, LargestSize) };
        File.WriteAllText(Path.Combine(to, "kernel.json"), task.ToJsonString());
        Directory.CreateSymbolicLink(Path.Combine(folder, "corpus", "hardware"), Repository.PathOf("corpus/hardware"));
    }

    private static JsonNode Sizes(int n) => new JsonObject { ["n"] = n };
}
