using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace HpcVerify.Trainer.Variants.Corpus;

/// <summary>
/// A corpus as training sees it: fixed before any reinforcement learning, and known by the hash of its file. The fastest tenth is held out, so that
/// what a trained model finds beyond it was not shown to it.
/// </summary>
/// <param name="Hash">SHA-256 of the file's bytes, in hexadecimal.</param>
public sealed record PretrainingSet(string Hash, ImmutableArray<CorpusLine> Train, ImmutableArray<CorpusLine> HeldOut)
{
    /// <summary>Reads a corpus; null and a sentence where it is none.</summary>
    public static (PretrainingSet? Set, string? Problem) Read(ReadOnlySpan<byte> file, string path)
    {
        var lines = new List<CorpusLine>();
        var texts = Encoding.UTF8.GetString(file).Split('\n');
        for (var number = 0; number < texts.Length; number++)
        {
            if (texts[number].Length > 0)
            {
                var (line, problem) = CorpusLine.Read(texts[number], $"'{path}', line {number + 1}");
                if (line is null)
                {
                    return (null, problem);
                }

                lines.Add(line);
            }
        }

        return lines.Count == 0
            ? (null, $"'{path}' holds no edits")
            : (new(HashOf(file), Of(lines, Split.Train), Of(lines, Split.HeldOut)), null);
    }

    public static string HashOf(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file));

    /// <summary>
    /// An edit is held out if either side, taken without its fault, is predicted to be among the fastest tenth of all recipes of its task: that depends
    /// on no sample and no machine, so that every corpus of this version leaves out the same kernels.
    /// </summary>
    internal static Split SplitOf(Edit edit, double fastest) =>
        new[] { edit.Source, edit.Target }.Any(variant => PredictedSpeed.Of(variant.Recipe) >= fastest) ? Split.HeldOut : Split.Train;

    private static ImmutableArray<CorpusLine> Of(List<CorpusLine> lines, Split split) => [.. lines.Where(line => line.Split == split)];
}
