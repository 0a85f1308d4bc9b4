using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Races;

namespace HpcVerify.Cli.Reports;

/// <summary>What is said of the races of one file; no report where it could not be read.</summary>
public sealed record RaceFile(SourceText Source, RaceReport? Report, IReadOnlyList<Diagnostic> Findings)
{
    public string Word => Report is null ? "unread" : Report.HasRace ? "race" : Report.IsFree ? "race-free" : "open";

    public ExitCode ExitCode => Report is null ? ExitCode.NotAnalysable : Report.HasRace ? ExitCode.Finding : Report.IsFree ? ExitCode.Clean : ExitCode.Open;
}

/// <summary>Races as lines, and as JSON.</summary>
internal static class RaceDocument
{
    public const int SchemaVersion = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = PrintableText.JsonEncoder };

    public static string Text(RaceFile file)
    {
        var text = new StringBuilder();
        foreach (var region in file.Report?.Regions ?? [])
        {
            text.AppendPrintable($"{At(file, region.Span)}: {region.Kind}: {Word(region.Verdict)}");
            foreach (var line in Lines(file, region.Verdict))
            {
                text.AppendPrintable($"  {line}");
            }
        }

        foreach (var finding in file.Report is null ? file.Findings : [])
        {
            text.AppendPrintable($"{finding.Format(file.Source)}");
        }

        return text.AppendPrintable($"{file.Source.Path}: {file.Word}").ToString();
    }

    public static string Json(IEnumerable<RaceFile> files, string version) =>
        JsonSerializer.Serialize(new { SchemaVersion, Tool = Tool.Of(version), Files = files.Select(Entry) }, Options);

    private static object Entry(RaceFile file) => new
    {
        file.Source.Path,
        Answer = file.Word,
        Regions = (file.Report?.Regions ?? []).Select(region => new
        {
            file.Source.PositionOf(region.Span.Start).Line,
            file.Source.PositionOf(region.Span.Start).Column,
            region.Kind,
            Answer = Word(region.Verdict),
            Races = region.Verdict is RegionVerdict.Race race ? race.Pairs.Select(pair => Entry(file, pair)) : [],
            Reasons = region.Verdict is RegionVerdict.Open open
                ? open.Reasons.Select(reason => new { reason.Reason, file.Source.PositionOf(reason.Span.Start).Line }) : [],
            Assumptions = region.Verdict is RegionVerdict.Free free ? Assumptions(free) : [],
        }),
        Findings = file.Findings.Select(finding => new { RuleId = finding.Rule.Id, finding.Message, file.Source.PositionOf(finding.Span.Start).Line }),
    };

    private static object Entry(RaceFile file, RacingPair pair) => new
    {
        First = Entry(file, pair.First),
        Second = Entry(file, pair.Second),
        OffsetInBytes = (long)pair.Offset,
        Sizes = Numbers(pair.Sizes),
    };

    private static object Entry(RaceFile file, RacingAccess access) => new
    {
        file.Source.PositionOf(access.Span.Start).Line,
        file.Source.PositionOf(access.Span.Start).Column,
        access.Variable,
        Access = Word(access.Kind),
        At = Numbers(access.At),
    };

    private static Dictionary<string, long> Numbers(IEnumerable<KeyValuePair<string, BigInteger>> values) =>
        values.DistinctBy(item => item.Key).ToDictionary(item => item.Key, item => (long)item.Value);

    private static string Word(RegionVerdict verdict) => verdict switch
    {
        RegionVerdict.Race => "race",
        RegionVerdict.Free => "race-free",
        _ => "open",
    };

    private static string Word(AccessKind kind) => kind == AccessKind.Read ? "read" : "write";

    private static IEnumerable<string> Lines(RaceFile file, RegionVerdict verdict) => verdict switch
    {
        RegionVerdict.Race race => race.Pairs.Select(pair => Words(pair, span => At(file, span))),
        RegionVerdict.Open open => open.Reasons.Select(reason => $"{At(file, reason.Span)}: {reason.Reason}"),
        RegionVerdict.Free free => Assumptions(free).Select(assumption => $"assuming that {assumption}"),
        _ => [],
    };

    /// <summary>What every answer takes for granted, and what this one does.</summary>
    internal static IEnumerable<string> Assumptions(RegionVerdict.Free free) =>
        ["accesses stay inside their objects, and index arithmetic neither overflows nor, in products or for sizes beyond 'int', wraps", .. free.Assumptions];

    /// <summary>Both accesses with their lines and columns, for reports that say by themselves which file it is.</summary>
    internal static string Words(RacingPair pair, SourceText source) => Words(pair, span => source.PositionOf(span.Start).ToString());

    private static string Words(RacingPair pair, Func<TextSpan, string> place) =>
        $"{Words(pair.First, place)} and {Words(pair.Second, place)}, at byte {pair.Offset}{(pair.Sizes.IsEmpty ? "" : $", when {Joined(pair.Sizes)}")}";

    private static string Words(RacingAccess access, Func<TextSpan, string> place) =>
        $"{Word(access.Kind)} of '{access.Variable}' at {place(access.Span)}{(access.At.IsEmpty ? "" : $" ({Joined(access.At)})")}";

    private static string Joined(IEnumerable<KeyValuePair<string, BigInteger>> values) => string.Join(", ", values.Select(item => $"{item.Key} = {item.Value}"));

    private static string At(RaceFile file, TextSpan span)
    {
        var (line, column) = file.Source.PositionOf(span.Start);
        return string.Create(CultureInfo.InvariantCulture, $"{file.Source.Path}:{line}:{column}");
    }
}
