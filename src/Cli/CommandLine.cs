using System.CommandLine;
using System.CommandLine.Parsing;
using HpcVerify.Cli.Commands;
using HpcVerify.Cli.Reports;

namespace HpcVerify.Cli;

/// <summary>The command line: what may be asked, and the exit code that answers.</summary>
public static class CommandLine
{
    /// <param name="terminalWidth">The columns of the terminal that shows the output; null where it is no terminal.</param>
    public static ExitCode Run(
        string[] arguments, TextWriter output, TextWriter errors, int? terminalWidth = null, CancellationToken cancellation = default)
    {
        using var progress = new Progress(errors);
        var streams = new Streams(output, errors, progress, terminalWidth is { } width ? new(width) : null);
        var result = Root(streams).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var complaints = result.Errors.Select(error => OnOneLine(error.Message)).Concat(UnknownOptions(result)).ToList();
        if (complaints.Count == 0)
        {
            return Invoke(result, output, errors, cancellation);
        }

        complaints.ForEach(errors.Complain);
        errors.Complain("'hpcverify --help' lists the commands and their options");
        return ExitCode.Usage;
    }

    /// <summary>The library lists the values that are allowed one below the other.</summary>
    private static string OnOneLine(string message) => string.Join(", ", message.Split("\n\t")).Replace(":, ", ": ", StringComparison.Ordinal);

    /// <summary>Signals are for the process to hear, not for the library: it would wait for actions that hear nothing.</summary>
    private static ExitCode Invoke(ParseResult result, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        var configuration = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
            Output = output,
            Error = errors,
        };
        return (ExitCode)result.InvokeAsync(configuration, cancellation).GetAwaiter().GetResult();
    }

    /// <summary>An option that does not exist must not be taken for a file of that name, unless it comes after <c>--</c>.</summary>
    private static IEnumerable<string> UnknownOptions(ParseResult result)
    {
        var literal = result.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).ToHashSet(ReferenceEqualityComparer.Instance);
        return result.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Where(token => token.Value.StartsWith('-') && token.Value != InputFile.StandardInput && !literal.Contains(token))
            .Select(token => $"unknown option '{token.Value}' (write './{token.Value}' for a file of that name)");
    }

    private static RootCommand Root(Streams streams) =>
        new("Says whether a generated C kernel does what its specification says, and how fast.")
        {
            CheckCommand.Create(streams),
            VerifyCommand.Create(streams),
            ReplayCommand.Create(streams),
            EquivCommand.Create(streams),
            TestgenCommand.Create(streams),
            ScoreCommand.Create(streams),
            TrainCommand.Create(streams),
            PlotCommand.Create(streams),
            ServeCommand.Create(streams),
            ReceiptCommand.Create(streams),
            WorkerCommand.Create(streams),
            SearchCommand.Create(streams),
            ArchiveCommand.Create(streams),
            RacesCommand.Create(streams),
            TechniquesCommand.Create(streams),
            DumpCommand.Create(streams),
            KernelsCommand.Create(streams),
            CorpusCommand.Create(streams),
            HardwareCommand.Create(streams),
            RulesCommand.CreateList(streams),
            RulesCommand.CreateExplain(streams),
            ConfigCommand.Create(streams),
            DoctorCommand.Create(streams),
        };
}
