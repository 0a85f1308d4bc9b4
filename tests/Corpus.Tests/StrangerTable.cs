using HpcVerify.TestKit;

namespace HpcVerify.Corpus.Tests;

/// <summary>What <c>docs/results/cheats.md</c> says became of the cheats.</summary>
internal static class StrangerTable
{
    private const int NameColumn = 1, LayerColumn = 4;

    /// <summary>The layer that decided, by the name of the cheat.</summary>
    public static IReadOnlyDictionary<string, string> Layers { get; } = File.ReadLines(Repository.PathOf("docs/results/cheats.md"))
        .SkipWhile(line => !line.StartsWith("| cheat |", StringComparison.Ordinal)).Skip(2)
        .TakeWhile(line => line.StartsWith("| ", StringComparison.Ordinal))
        .Select(line => line.Replace("\\|", "", StringComparison.Ordinal).Split('|'))
        .ToDictionary(cells => cells[NameColumn].Trim(), cells => cells[LayerColumn].Trim());

    public static IEnumerable<StrangerKernel> CheatsOf(string layer) =>
        StrangerKernel.Cheats(Bench.CorpusDirectory).Where(cheat => Layers.GetValueOrDefault(cheat.Name) == layer);
}
