using System.CommandLine;
using HpcVerify.Cli.Commands;
using HpcVerify.Cli.Reports;

namespace HpcVerify.Cli;

/// <summary>The command line: what may be asked, and the exit code that answers.</summary>
public static class CommandLine
{
    public static ExitCode Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        var result = Root(output, errors).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Errors.Count == 0)
        {
            return (ExitCode)result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = errors });
        }

        foreach (var error in result.Errors)
        {
            errors.WriteLine($"hpcverify: {error.Message}");
        }

        errors.WriteLine("hpcverify: 'hpcverify --help' lists the commands and their options");
        return ExitCode.Usage;
    }

    private static RootCommand Root(TextWriter output, TextWriter errors) =>
        new("Says whether a generated C kernel does what its specification says, and how fast.")
        {
            CheckCommand.Create(output, errors),
            ScoreCommand.Create(output, errors),
            DumpCommand.Create(output, errors),
            KernelsCommand.Create(output, errors),
            RulesCommand.CreateList(output),
            RulesCommand.CreateExplain(output, errors),
            DoctorCommand.Create(output),
        };
}
