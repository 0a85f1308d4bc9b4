using System.CommandLine;
using HpcVerify.Cli.Reports;
using HpcVerify.Trainer.Reports.Runs;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify plot</c>: figures and tables of runs that <c>train</c> made.</summary>
internal static class PlotCommand
{
    public static Command Create(Streams streams)
    {
        var runs = new Argument<string[]>("run") { Description = "the folder of a run; several of one setting with other seeds are drawn as one line with its range", Arity = ArgumentArity.OneOrMore };
        var folder = new Option<string>("--out", "-o") { Description = "the folder that figures (SVG) and tables (Markdown) are written to", Required = true };
        var data = new Option<string?>("--data") { Description = "a folder that the runs' numbers are kept in, each run's in a folder of its name, which 'plot' draws like the run itself" };
        var command = new Command("plot", "Draw figures and tables of training runs") { runs, folder, data };
        command.SetAction(result => (int)Run(result.GetValue(runs)!, result.GetValue(folder)!, result.GetValue(data), streams));
        return command;
    }

    private static ExitCode Run(string[] folders, string target, string? data, Streams streams)
    {
        var runs = new List<TrainingRun>();
        foreach (var folder in folders)
        {
            var (run, problem) = TrainingRun.Read(folder);
            if (run is null)
            {
                streams.Errors.Complain(problem!);
                return ExitCode.NotAnalysable;
            }

            runs.Add(run);
        }

        if (TrainingRun.Conflict(runs) is { } conflict)
        {
            streams.Errors.Complain(conflict);
            return ExitCode.Usage;
        }

        if (data is not null && runs.CountBy(run => run.Name).FirstOrDefault(name => name.Value > 1) is { Value: > 1, Key: var twice })
        {
            streams.Errors.Complain($"two runs are called '{twice}', and both would be kept in '{Path.Combine(data, twice)}'");
            return ExitCode.Usage;
        }

        var writing = target;
        try
        {
            Directory.CreateDirectory(target);
            foreach (var (name, text) in RunFigures.Of(runs))
            {
                File.WriteAllText(Path.Combine(target, name), text);
                streams.Results.WriteLine(PrintableText.Line(Path.Combine(target, name)));
            }

            foreach (var run in data is null ? [] : runs)
            {
                run.Keep(writing = Path.Combine(data!, run.Name));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            streams.Errors.Complain($"'{writing}' cannot be written to: {exception.Message}");
            return ExitCode.Usage;
        }

        return ExitCode.Clean;
    }
}
