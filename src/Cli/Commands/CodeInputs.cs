using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using HpcVerify.Cli.Reports;

namespace HpcVerify.Cli.Commands;

/// <summary>The arguments and options of commands that look at any C files, whatever these are to do.</summary>
internal sealed class CodeInputs
{
    private readonly Argument<string[]> _files = Inputs.Files("C files");
    private readonly ReportOutputs _outputs = new();
    private readonly Option<bool> _verbose = Inputs.Verbose();

    /// <summary>A command with these and some of its own behind them.</summary>
    public Command Command(string name, string description, params IEnumerable<Option> own)
    {
        var command = new Command(name, description) { _files, _verbose };
        foreach (var option in _outputs.All.Concat(own))
        {
            command.Add(option);
        }

        return command;
    }

    public CodeRequest Of(ParseResult result) => new([.. result.GetValue(_files)!], _outputs.Of(result), result.GetValue(_verbose));
}

/// <summary>The C files of one command line and how they are to be reported.</summary>
internal sealed record CodeRequest(ImmutableArray<string> Files, ImmutableArray<ReportOutput> Outputs, bool IsVerbose)
{
    /// <summary>What is made of each file, one after the other.</summary>
    public List<T> Each<T>(Func<string, T> look, Streams streams)
    {
        var looked = new List<T>();
        streams.Progress.Describe(() => Files.Length == 1 ? "at work" : string.Create(CultureInfo.InvariantCulture, $"{looked.Count} of {Files.Length} files done"));
        foreach (var file in Files)
        {
            var watch = Stopwatch.StartNew();
            looked.Add(look(file));
            if (IsVerbose)
            {
                streams.SayDone(file, watch.Elapsed);
            }
        }

        return looked;
    }

    /// <summary>Writes the reports and combines the exit codes of the files.</summary>
    public ExitCode Report(Report report, IEnumerable<ExitCode> codes, Streams streams) =>
        ExitCodes.Combine([.. codes, .. ReportOutputs.Write(Outputs, report, streams) ? Array.Empty<ExitCode>() : [ExitCode.Usage]]);
}
