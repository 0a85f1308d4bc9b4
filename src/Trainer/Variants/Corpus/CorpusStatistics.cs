using System.Collections.Immutable;

namespace HpcVerify.Trainer.Variants.Corpus;

/// <summary>What a corpus holds, in numbers.</summary>
/// <param name="ByKind">Edits of each kind; <c>imported</c> are those that were not generated.</param>
/// <param name="ByTechnique">Targets that have a technique.</param>
/// <param name="ByLevel">Targets on each rung; <c>unknown</c> where nobody looked.</param>
/// <param name="Verified">Edits whose sides were proved to do the same.</param>
public sealed record CorpusStatistics(
    string Sha256, int Edits, int Train, int HeldOut, int Verified, double VerifiedShare, ImmutableSortedDictionary<string, int> ByTask,
    ImmutableSortedDictionary<string, int> ByKind, ImmutableSortedDictionary<string, int> ByStage, ImmutableSortedDictionary<string, int> ByTechnique, ImmutableSortedDictionary<string, int> ByLevel)
{
    public static CorpusStatistics Of(PretrainingSet set)
    {
        var lines = set.Train.AddRange(set.HeldOut);
        var verified = lines.Count(line => line.Verified);
        return new(
            set.Hash, lines.Length, set.Train.Length, set.HeldOut.Length, verified, (double)verified / lines.Length, Counted(lines.Select(line => line.Task ?? "imported")),
            Counted(lines.Select(line => line.Kind?.ToString().ToLowerInvariant() ?? "imported")), Counted(lines.Select(line => line.Stage is { } stage ? $"{stage}" : "none")),
            Counted(lines.SelectMany(line => line.Target.Techniques)), Counted(lines.Select(line => line.Target.Level?.ToString().ToLowerInvariant() ?? "unknown")));
    }

    private static ImmutableSortedDictionary<string, int> Counted(IEnumerable<string> words) =>
        words.GroupBy(word => word, StringComparer.Ordinal).ToImmutableSortedDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
}
