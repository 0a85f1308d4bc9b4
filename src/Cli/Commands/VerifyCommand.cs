using System.CommandLine;
using System.Diagnostics;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify verify</c>: claims about kernels, each with its scope or its counterexample.</summary>
internal sealed class VerifyCommand
{
    private readonly Batch _batch;
    private readonly string? _folder;

    private readonly Prover _prover;

    private VerifyCommand(Batch batch, string? folder) => (_batch, _folder, _prover) = (batch, folder, new(batch.FrontEnd, BoundedOptions.Default));

    public static Command Create(Streams streams)
    {
        var (files, kernel, format, jobs) = (Inputs.Files(), Inputs.Kernel(), Inputs.Format(), Inputs.Jobs());
        var witness = new Option<string?>("--witness") { Description = "a folder for a witness of every refuted claim, which 'replay' reads" };
        var command = new Command("verify", "Run kernels over symbolic contents at every small size; prove or refute, with counterexamples")
        {
            files, kernel, format, jobs, witness,
        };
        command.SetAction((result, cancellation) => Task.FromResult((int)Run(
            new(result.GetValue(files)!, result.GetValue(kernel), result.GetValue(format)!, result.GetValue(jobs)),
            result.GetValue(witness), streams, cancellation)));
        return command;
    }

    private static ExitCode Run(BatchRequest request, string? folder, Streams streams, CancellationToken cancellation)
    {
        if (folder is not null && WitnessFolder.Problem(folder) is { } problem)
        {
            streams.Errors.Complain(problem);
            return ExitCode.Usage;
        }

        var workbench = new Workbench(CurrentInstallation.Find(), Confinement.Required, cancellation);
        return Batch.Open(workbench, request, OptimizationLevel.Full, streams) is { } batch
            ? batch.Run(new VerifyCommand(batch, folder).Judge, streams)
            : ExitCode.Usage;
    }

    private FileReport Judge(Analysis analysis, KernelTask task) => analysis switch
    {
        Analysis.Done { Report: { Tree: not null } report } when report.Failure is not { Level: Level.Format } => new(report.Source, task.Name, [], null, null) { Verification = Verify(report, task) },
        Analysis.Done { Report: var report } => new(report.Source, task.Name, report.Findings, null, null),
        Analysis.Unread unread => new(unread.Source, task.Name, unread.Findings, null, null),
        _ => throw new UnreachableException(),
    };

    private Verification Verify(StaticReport report, KernelTask task)
    {
        var watch = Stopwatch.StartNew();
        var (claimed, _) = _prover.Verify(report, task, _batch.Cancellation);
        var verification = new Verification(claimed, watch.Elapsed);
        return WitnessFolder.WitnessOf(claimed, task, report.Source) is { } document
            ? verification with { Witness = document, WitnessPath = _folder is null ? null : WitnessFolder.Write(document, _folder) }
            : verification;
    }
}
