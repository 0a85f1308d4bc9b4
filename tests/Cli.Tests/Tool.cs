using HpcVerify.Cli.Reports;

namespace HpcVerify.Cli.Tests;

/// <summary>What a command line was answered: the exit code, results and complaints.</summary>
internal sealed record Answer(ExitCode Code, string Output, string Errors);

/// <summary>Command lines as the program runs them, in this process.</summary>
internal static class Tool
{
    public static Answer Run(params string[] arguments) => Run(null, arguments);

    /// <param name="terminalWidth">The columns of the terminal that shows the output; null where it is none.</param>
    public static Answer Run(int? terminalWidth, string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = CommandLine.Run(arguments, output, errors, terminalWidth);
        return new(code, output.ToString(), errors.ToString());
    }
}
