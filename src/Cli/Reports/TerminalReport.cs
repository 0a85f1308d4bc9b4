using System.Globalization;
using HpcVerify.Cli.Commands;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Rewards.Policy;
using Spectre.Console;
using Spectre.Console.Rendering;
using Rule = HpcVerify.Parser.Diagnostics.Rule;

namespace HpcVerify.Cli.Reports;

/// <summary>The reports as a terminal shows them: the lines of <see cref="TextReport"/> with colours, and tables where they help.</summary>
internal sealed class TerminalReport(int width)
{
    private const string Good = "green";
    private const string Bad = "red";
    private const string Doubtful = "yellow";

    public string Of(IReadOnlyList<FileReport> reports)
    {
        var text = string.Concat(reports.Select(Lines));
        var scored = reports.Where(report => report.Score is not null).ToList();
        return scored.Count > 1 ? text + Render(Summary(scored), width) : text;
    }

    public string Rules(IEnumerable<Rule> rules)
    {
        var table = Columns("rule", "severity", "title");
        foreach (var rule in rules)
        {
            table.AddRow(rule.Id, Coloured(ColourOf(rule.Severity), Diagnostic.Word(rule.Severity)), Plain(rule.Title));
        }

        return Render(table, width);
    }

    public string Tools(IEnumerable<ToolFinding> findings)
    {
        var table = Columns("", "tool", "what was found");
        foreach (var finding in findings)
        {
            var colour = finding.IsFound ? Good : finding.IsRequired ? Bad : Doubtful;
            table.AddRow(Coloured(colour, finding.State), Plain(finding.Name), Plain(finding.Detail));
        }

        return Render(table, width);
    }

    private static Table Summary(IEnumerable<FileReport> reports)
    {
        var table = Columns("file", "level", "reward", "GFLOPS", "of the baseline");
        foreach (var report in reports)
        {
            var measured = report.Evidence?.Measurement;
            table.AddRow(
                Plain(report.Source.Path), Coloured(ColourOf(report), TextReport.LevelOf(report)), Number((report.Score as Score.Scored)?.Reward),
                Number(measured?.Gflops), Number(measured?.RatioToBaseline));
        }

        return table;
    }

    /// <summary>A line is as long as it is: a terminal breaks it without losing what a person wants to copy.</summary>
    private static string Lines(FileReport report)
    {
        var lines = TextReport.Of(report).TrimEnd('\n').Split('\n').Select((line, index) => index < report.Findings.Length
            ? Highlighted(line, Diagnostic.Word(report.Findings[index].Rule.Severity), ColourOf(report.Findings[index].Rule.Severity))
            : Highlighted(line, TextReport.LevelOf(report), ColourOf(report)));
        return Render(new Markup(string.Join('\n', lines)), short.MaxValue) + "\n";
    }

    private static string Highlighted(string line, string word, string colour)
    {
        var parts = line.Split($": {word}", 2);
        return parts.Length == 2 ? $"{Plain(parts[0])}: {Coloured(colour, word)}{Plain(parts[1])}" : Plain(line);
    }

    private static string ColourOf(Severity severity) => severity switch
    {
        Severity.Error => Bad,
        Severity.Warning => Doubtful,
        _ => "blue",
    };

    private static string ColourOf(FileReport report) => report.ExitCode switch
    {
        ExitCode.Clean => Good,
        ExitCode.Open => Doubtful,
        _ => Bad,
    };

    private static string Coloured(string colour, string text) => $"[{colour}]{Plain(text)}[/]";

    private static string Plain(string text) => Markup.Escape(PrintableText.Of(text));

    private static string Number(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "";

    private static Table Columns(params string[] titles) => new Table().Border(TableBorder.Simple).AddColumns(titles);

    private static string Render(IRenderable content, int width)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = width;
        console.Write(content);
        return text.ToString();
    }
}
