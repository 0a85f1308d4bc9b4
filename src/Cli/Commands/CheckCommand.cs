using System.CommandLine;
using System.Diagnostics;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Contracts;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify check</c>: everything that can be said of files without running them.</summary>
internal static class CheckCommand
{
    public static Command Create(Streams streams)
    {
        var (inputs, stage) = (new BatchInputs(), new StageOption());
        var command = inputs.Command("check", "Static findings: format, signature, forbidden code, unsupported C", stage.Option);
        command.SetAction((result, cancellation) => Task.FromResult((int)Run(inputs.Of(result) with { Stage = stage.Of(result) }, streams, cancellation)));
        return command;
    }

    private static ExitCode Run(BatchRequest request, Streams streams, CancellationToken cancellation)
    {
        var workbench = new Workbench(CurrentInstallation.Find(), Confinement.Required, cancellation);
        return Batch.Open(workbench, request, OptimizationLevel.Full, streams) is { } batch
            ? batch.Run(Judge, streams)
            : ExitCode.Usage;
    }

    private static FileReport Judge(Analysis analysis, KernelTask task) => analysis switch
    {
        Analysis.Done { Report: var report } => new(report.Source, task.Name, report.Findings, null, null),
        Analysis.Unread unread => new(unread.Source, task.Name, unread.Findings, null, null),
        _ => throw new UnreachableException(),
    };
}
