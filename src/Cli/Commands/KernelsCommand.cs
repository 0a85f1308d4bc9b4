using System.CommandLine;
using System.Globalization;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify kernels</c>: the tasks that a kernel can be scored as.</summary>
internal static class KernelsCommand
{
    public static Command Create(Streams streams)
    {
        var format = Inputs.Format();
        var command = new Command("kernels", "List the tasks a kernel can be scored as: name, metric, scored sizes, title") { format };
        command.SetAction((result, cancellation) => Task.FromResult((int)Run(result.GetValue(format)!, streams, cancellation)));
        return command;
    }

    private static ExitCode Run(string format, Streams streams, CancellationToken cancellation)
    {
        var workbench = new Workbench(CurrentInstallation.Find(), Confinement.Required, cancellation);
        if (workbench.OpenFrontEnd(OptimizationLevel.Full, streams) is not { } frontEnd)
        {
            return ExitCode.Usage;
        }

        var corpus = workbench.Installation.CorpusDirectory;
        var names = KernelTaskReader.Names(corpus);
        if (names.Count == 0)
        {
            streams.Errors.Complain($"'{corpus}' holds no kernel (HPCVERIFY_CORPUS names another corpus)");
            return ExitCode.Usage;
        }

        var tasks = names.Select(name => Read(corpus, name, frontEnd, streams)).OfType<KernelTask>().ToList();
        streams.Results.Write(format == Inputs.Json ? KernelList.Json(tasks, Version.Current) : KernelList.Text(tasks));
        return tasks.Count == names.Count ? ExitCode.Clean : ExitCode.Usage;
    }

    private static KernelTask? Read(string corpus, string name, FrontEnd frontEnd, Streams streams)
    {
        var (task, findings) = KernelTaskReader.Read(Path.Combine(corpus, name), frontEnd.Parse);
        if (task is null)
        {
            streams.Errors.Complain(string.Create(
                CultureInfo.InvariantCulture, $"'{name}' is not usable: {string.Join("; ", findings.Select(finding => finding.Message))}"));
        }

        return task;
    }
}
