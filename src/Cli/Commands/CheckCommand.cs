using System.CommandLine;
using System.Diagnostics;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Contracts;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify check</c>: everything that can be said of files without running them.</summary>
internal static class CheckCommand
{
    public static Command Create(Streams streams) =>
        Batch.Command("check", "Static findings: format, signature, forbidden code, unsupported C", (_, analysis, task) => Judge(analysis, task), streams);

    private static FileReport Judge(Analysis analysis, KernelTask task) => analysis switch
    {
        Analysis.Done { Report: var report } => new(report.Source, task.Name, report.Findings, null, null),
        Analysis.Unread unread => new(unread.Source, task.Name, unread.Findings, null, null),
        _ => throw new UnreachableException(),
    };
}
