using HpcVerify.Cli;
using HpcVerify.Cli.Host;
using HpcVerify.Cli.Reports;

using var interruption = new Interruption(args is ["serve" or "worker", ..] ? Interruption.GraceOfService : Interruption.Grace);
var errors = StandardStreams.OpenErrors();
var code = Answer();

// Not by returning: a thread that is stuck in a native library would keep the process alive.
Libc.Exit((int)(interruption.Code ?? code));
return (int)code;

ExitCode Answer()
{
    if (!StandardStreams.HasOutput)
    {
        errors.Complain("standard output is closed");
        return ExitCode.Usage;
    }

    if (!Directory.Exists("."))
    {
        errors.Complain("the folder that this runs in is gone, or may not be entered");
        return ExitCode.Usage;
    }

    try
    {
        using var output = new StringWriter();
        var code = CommandLine.Run(args, output, errors, StandardStreams.TerminalWidth(Environment.GetEnvironmentVariable), interruption.Token);
        if (StandardStreams.Write(output.ToString()) is { } failure)
        {
            errors.Complain($"standard output cannot be written: {failure}");
            return ExitCode.Usage;
        }

        return code;
    }
    catch (Exception exception)
    {
        // The one place that catches what must not happen: a user gets a sentence and a code, never a stack trace.
        var cause = exception.GetBaseException();
        errors.Complain(interruption.Code is null ? $"internal error: {cause.GetType().Name}: {cause.Message}" : "interrupted");
        if (Environment.GetEnvironmentVariable("HPCVERIFY_DEBUG") is not null)
        {
            errors.Write(PrintableText.Lines(exception.ToString()));
        }

        return ExitCode.Internal;
    }
}
