using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using HpcVerify.Cli.Reports;

namespace HpcVerify.Cli.Commands;

/// <summary>One report and where it goes.</summary>
/// <param name="Path">A file, or <c>-</c> for standard output.</param>
internal sealed record ReportOutput(ReportFormat Format, string Path);

/// <summary>The options that say in which forms a command reports, and where to.</summary>
internal sealed class ReportOutputs
{
    private readonly Option<string> _format = new("--format") { Description = string.Join(", ", ReportFormat.All.Select(format => format.Name)), DefaultValueFactory = _ => ReportFormat.Text.Name };

    private readonly Option<string[]> _outputs = new("--output", "-o")
    {
        Description = "a file for the report, '-' for standard output, or FORMAT=FILE for one more report; may be repeated",
        AllowMultipleArgumentsPerToken = false,
    };

    public ReportOutputs()
    {
        _format.AcceptOnlyFromAmong([.. ReportFormat.All.Select(format => format.Name)]);
        _outputs.Validators.Add(NamePlaces);
    }

    public IEnumerable<Option> All => [_format, _outputs];

    /// <summary>Reports with a format of their own come on top of the one that <c>--format</c> asks for.</summary>
    public ImmutableArray<ReportOutput> Of(ParseResult result)
    {
        var usual = ReportFormat.Named(result.GetValue(_format)!)!;
        var given = (result.GetValue(_outputs) ?? []).Select(Read).ToList();
        var own = given.Exists(place => place.Format is null || place.Path == InputFile.StandardInput)
            ? ImmutableArray<ReportOutput>.Empty
            : [new(usual, InputFile.StandardInput)];
        return [.. own, .. given.Select(place => new ReportOutput(place.Format ?? usual, place.Path))];
    }

    /// <summary>Writes every report; what cannot be written is complained of, and false.</summary>
    public static bool Write(ImmutableArray<ReportOutput> outputs, Report report, Streams streams)
    {
        var setting = new ReportSetting(Directory.GetCurrentDirectory(), Version.Current);
        var isWritten = true;
        foreach (var (format, path) in outputs)
        {
            if (path == InputFile.StandardInput)
            {
                streams.Results.Write(format == ReportFormat.Text && streams.Terminal is { } terminal && report.Terminal is { } coloured ? coloured(terminal) : format.Write(report, setting));
            }
            else if (OutputFile.Write(path, format.Write(report, setting)) is { } problem)
            {
                streams.Errors.Complain(problem);
                isWritten = false;
            }
        }

        return isWritten;
    }

    /// <summary><c>FORMAT=FILE</c> or a file. One may have an equals sign in its name; what stands before it is then no format.</summary>
    private static (ReportFormat? Format, string Path) Read(string word) =>
        word.IndexOf('=', StringComparison.Ordinal) is > 0 and var end && ReportFormat.Named(word[..end]) is { } format ? (format, word[(end + 1)..]) : (null, word);

    /// <summary>What was surely meant to be a format and is none: a file of that name can be written with its folder.</summary>
    private static string? Misspelt(string word) =>
        Read(word).Format is null && word.IndexOf('=', StringComparison.Ordinal) is > 0 and var end && word[..end].All(letter => char.IsAsciiLetter(letter) || letter == '-') ? word[..end] : null;

    private static void NamePlaces(OptionResult result)
    {
        foreach (var unknown in result.Tokens.Select(token => Misspelt(token.Value)).OfType<string>())
        {
            result.AddError($"there is no report format '{unknown}' (a file of such a name is written './{unknown}=…')");
        }

        var places = result.Tokens.Select(token => Read(token.Value).Path).ToList();
        if (places.Contains(""))
        {
            result.AddError("--output names no file");
        }

        if (places.Where(place => place.Length > 0 && place != InputFile.StandardInput).GroupBy(Path.GetFullPath).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            result.AddError($"only one report can go to '{twice.First()}'");
        }

        if (places.Count(place => place == InputFile.StandardInput) > 1)
        {
            result.AddError("only one report can go to standard output ('-')");
        }
    }
}
