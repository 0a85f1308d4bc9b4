using System.Text.Json;
using HpcVerify.Parser.Text;

namespace HpcVerify.TestKit;

/// <summary>What somebody decided of a labelled kernel by reading it: its techniques, and why.</summary>
public sealed record TechniqueLabel(string[] Techniques, string Why);

/// <summary>Kernels whose techniques were written down before there were detectors.</summary>
public static class LabelledKernels
{
    private const string Folder = "tests/Detectors.Tests/Labelled";

    public const string EntryPoint = "kernel";

    /// <summary>The detector that describes every kernel that has loops, and of which there is no label.</summary>
    public const string Description = "loop-order";

    /// <summary>The labels by the names of the files.</summary>
    public static IReadOnlyDictionary<string, TechniqueLabel> Labels() => JsonSerializer.Deserialize<Dictionary<string, TechniqueLabel>>(
        File.ReadAllText(Repository.PathOf(Path.Combine(Folder, "labels.json"))), JsonSerializerOptions.Web)!;

    public static SourceText Source(string file) => SourceText.FromBytes(file, File.ReadAllBytes(Repository.PathOf(Path.Combine(Folder, file))));
}
