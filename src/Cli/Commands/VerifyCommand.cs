using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Native;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify verify</c>: claims about kernels, each with its scope or its counterexample.</summary>
internal static class VerifyCommand
{
    public static Command Create(Streams streams)
    {
        var (files, kernel, format, jobs) = (Inputs.Files(), Inputs.Kernel(), Inputs.Format(), Inputs.Jobs());
        var command = new Command("verify", "Run kernels over symbolic contents at every small size; prove or refute, with counterexamples") { files, kernel, format, jobs };
        command.SetAction((result, cancellation) => Task.FromResult((int)Run(
            new(result.GetValue(files)!, result.GetValue(kernel), result.GetValue(format)!, result.GetValue(jobs)), streams, cancellation)));
        return command;
    }

    private static ExitCode Run(BatchRequest request, Streams streams, CancellationToken cancellation)
    {
        var workbench = new Workbench(CurrentInstallation.Find(), Confinement.Required, cancellation);
        return Batch.Open(workbench, request, OptimizationLevel.Full, streams) is { } batch
            ? batch.Run((analysis, task) => Judge(analysis, task, batch.FrontEnd, cancellation), streams)
            : ExitCode.Usage;
    }

    private static FileReport Judge(Analysis analysis, KernelTask task, FrontEnd frontEnd, CancellationToken cancellation) => analysis switch
    {
        Analysis.Done { Report: { Tree: not null } report } when report.Failure is not { Level: Level.Format } => new(report.Source, task.Name, [], null, null) { Verification = Verify(report, task, frontEnd, cancellation) },
        Analysis.Done { Report: var report } => new(report.Source, task.Name, report.Findings, null, null),
        Analysis.Unread unread => new(unread.Source, task.Name, unread.Findings, null, null),
        _ => throw new UnreachableException(),
    };

    private static Verification Verify(StaticReport report, KernelTask task, FrontEnd frontEnd, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var claimed = report.Unread is { } unread
            ? Refused(unread)
            : BoundedKernel.Of(frontEnd.ParseWithLibrary(report.Source).Value, task.EntryPoint) is { } kernel
                ? Verify(kernel, report, task, frontEnd, cancellation)
                : Refused($"no definition of '{task.EntryPoint}'");
        return new(claimed, watch.Elapsed);
    }

    private static BoundedReport Verify(BoundedKernel kernel, StaticReport report, KernelTask task, FrontEnd frontEnd, CancellationToken cancellation)
    {
        var specification = frontEnd.ParseWithLibrary(task.Specification).Value;
        return BoundedKernel.Of(specification, task.ReferenceName) is not { } reference
            ? Refused($"no reference '{task.ReferenceName}'")
            : BoundedVerification.Verify(
                new(task, reference, kernel, report.Source),
                task.MagnitudeName is { } magnitude ? BoundedKernel.Of(specification, magnitude) : null,
                BoundedOptions.Default, cancellation);
    }

    private static BoundedReport Refused(string reason) =>
        new([.. Enum.GetValues<Property>().Select(property => new Claim(property, new Verdict.Unsupported(reason, default)))], "", 0, 0);
}
