using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify verify</c>: claims about kernels, each with its scope or its counterexample.</summary>
internal static class VerifyCommand
{
    public static Command Create(Streams streams) => Batch.Command(
        "verify", "Run kernels over symbolic contents at every small size; prove or refute, with counterexamples",
        (batch, analysis, task) => Judge(analysis, task, batch.FrontEnd, batch.Cancellation), streams);

    public static FileReport Judge(Analysis analysis, KernelTask task, FrontEnd frontEnd, CancellationToken cancellation) => analysis switch
    {
        Analysis.Done { Report: { Tree: not null } report } when report.Failure is not { Level: Level.Format } => new(report.Source, task.Name, [], null, null) { Verification = Verify(report, task, frontEnd, cancellation) },
        Analysis.Done { Report: var report } => new(report.Source, task.Name, report.Findings, null, null),
        Analysis.Unread unread => new(unread.Source, task.Name, unread.Findings, null, null),
        _ => throw new UnreachableException(),
    };

    private static Verification Verify(StaticReport report, KernelTask task, FrontEnd frontEnd, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var claimed = report.Unread is { } unread ? Refused(unread)
            : VerificationRequest.Of(task, report.Source, source => frontEnd.ParseWithLibrary(source).Value) is { } request
                ? BoundedVerification.Verify(request, BoundedOptions.Default, cancellation)
            : Refused($"no definition of '{task.EntryPoint}'");
        return new(claimed, watch.Elapsed);
    }

    private static BoundedReport Refused(string reason) =>
        new([.. Enum.GetValues<Property>().Select(property => new Claim(property, new Verdict.Unsupported(reason, default)))], "", 0, 0);
}
