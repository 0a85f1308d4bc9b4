using HpcVerify.Cli;
using HpcVerify.Cli.Reports;

try
{
    return (int)CommandLine.Run(args, Console.Out, Console.Error);
}
catch (OperationCanceledException)
{
    return (int)ExitCode.Interrupted;
}
catch (Exception exception)
{
    // The one place that catches what must not happen: a user gets a sentence and a code, never a stack trace.
    Console.Error.WriteLine($"hpcverify: internal error: {exception.GetType().Name}: {exception.Message}");
    if (Environment.GetEnvironmentVariable("HPCVERIFY_DEBUG") is not null)
    {
        Console.Error.WriteLine(exception);
    }

    return (int)ExitCode.Internal;
}
