using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using HpcVerify.Detectors.Techniques;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;

namespace HpcVerify.Cli.Reports;

/// <summary>What was recognised in one file; no entry where it could not be looked at.</summary>
public sealed record TechniqueFile(SourceText Source, string? Entry, ImmutableArray<TechniqueFinding> Techniques, IReadOnlyList<Diagnostic> Findings)
{
    public ExitCode ExitCode => Entry is null ? ExitCode.NotAnalysable : ExitCode.Clean;
}

/// <summary>Techniques as a table for each file, and as JSON.</summary>
internal static class TechniqueDocument
{
    public const int SchemaVersion = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = PrintableText.JsonEncoder };

    public static string Text(TechniqueFile file)
    {
        var text = new StringBuilder();
        if (file.Entry is null)
        {
            foreach (var finding in file.Findings.Where(finding => finding.Rule.Severity == Severity.Error))
            {
                text.AppendPrintable($"{finding.Format(file.Source)}");
            }

            return text.AppendPrintable($"{file.Source.Path}: not looked at").ToString();
        }

        text.AppendPrintable($"{file.Source.Path}: {file.Entry}{(file.Techniques.IsEmpty ? ": none" : "")}");
        var width = file.Techniques.Select(finding => finding.Technique.Length).DefaultIfEmpty(0).Max();
        foreach (var finding in file.Techniques)
        {
            var line = $"  {finding.Technique.PadRight(width)}  {file.Source.PositionOf(finding.Span.Start).Line,4}  {finding.Details}";
            text.AppendPrintable($"{line.TrimEnd()}");
        }

        return text.ToString();
    }

    public static string Json(IEnumerable<TechniqueFile> files, string version) =>
        JsonSerializer.Serialize(new { SchemaVersion, Tool = Tool.Of(version), Files = files.Select(Entry) }, Options);

    private static object Entry(TechniqueFile file) => new
    {
        file.Source.Path,
        file.Entry,
        Techniques = file.Techniques.Select(finding => new
        {
            finding.Technique,
            RuleId = finding.Rule.Id,
            Span = SpanOf(file.Source, finding.Span),
            Parameters = finding.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value),
        }),
        Findings = file.Findings.Select(finding => new { RuleId = finding.Rule.Id, finding.Message, file.Source.PositionOf(finding.Span.Start).Line }),
    };

    private static object SpanOf(SourceText source, TextSpan span)
    {
        var (start, end) = (source.PositionOf(span.Start), source.PositionOf(span.End));
        return new { start.Line, start.Column, EndLine = end.Line, EndColumn = end.Column };
    }
}
