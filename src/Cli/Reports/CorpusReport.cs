using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using HpcVerify.Trainer.Variants.Corpus;

namespace HpcVerify.Cli.Reports;

/// <summary>What a corpus holds, for people and for other tools.</summary>
internal static class CorpusReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = PrintableText.JsonEncoder };

    public static string Json(CorpusStatistics statistics) =>
        JsonSerializer.Serialize(new Document(JsonReport.SchemaVersion, Tool.Of(Version.Current), statistics), Options) + "\n";

    public static string Text(string path, CorpusStatistics statistics) => PrintableText.Lines(
    [
        string.Create(CultureInfo.InvariantCulture, $"{path}: {statistics.Edits} edits, {statistics.Train} to train on, {statistics.HeldOut} held out, {statistics.Verified} verified"),
        $"sha256      {statistics.Sha256}",
        $"tasks       {Listed(statistics.ByTask)}",
        $"kinds       {Listed(statistics.ByKind)}",
        $"stages      {Listed(statistics.ByStage)}",
        $"rungs       {Listed(statistics.ByLevel)}",
        $"techniques  {Listed(statistics.ByTechnique)}",
    ]);

    private static string Listed(ImmutableSortedDictionary<string, int> counts) =>
        counts.IsEmpty ? "none" : string.Join(", ", counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key} {count.Value}")));

    private sealed record Document(int SchemaVersion, Tool Tool, CorpusStatistics Corpus);
}
