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
        var (inputs, stage, failOn) = (new BatchInputs(), new StageOption(), new FailOnOption());
        var baseline = new Option<string?>("--baseline") { Description = "the SARIF log of an earlier run: what it has is not reported again, and fails nothing" };
        var database = new Option<string?>("-p") { Description = "a compile_commands.json, or the folder that has one: its C files are checked, with the macros that it defines" };
        var detectors = new Option<string[]>("--detectors") { Description = "an assembly with detectors of your own; may be repeated", AllowMultipleArgumentsPerToken = false };
        var command = inputs.Command("check", "Static findings: format, signature, forbidden code, unsupported C", stage.Option, failOn.Option, baseline, database, detectors);
        inputs.MayNameNoFile();
        command.SetAction((result, cancellation) => Task.FromResult((int)Run(
            inputs.Of(result) with { Stage = stage.Of(result), FailOn = failOn.Of(result) }, result.GetValue(detectors) ?? [], result.GetValue(database), result.GetValue(baseline), streams, cancellation)));
        return command;
    }

    private static ExitCode Run(BatchRequest named, string[] assemblies, string? database, string? log, Streams streams, CancellationToken cancellation)
    {
        var (baseline, problem) = log is null ? (null, null) : Baseline.Read(log);
        if (problem is not null)
        {
            streams.Errors.Complain(problem);
            return ExitCode.Usage;
        }

        var loaded = assemblies.Select(ForeignDetectors.Load).ToList();
        if (loaded.Select(one => one.Problem).FirstOrDefault(one => one is not null) is { } unloaded)
        {
            streams.Errors.Complain(unloaded);
            return ExitCode.Usage;
        }

        var (request, mistake) = WithDatabase(named with { More = [.. loaded.SelectMany(one => one.Detectors)], MoreRules = [.. loaded.SelectMany(one => one.Rules)] }, database);
        if (request is null)
        {
            streams.Errors.Complain(mistake!);
            return ExitCode.Usage;
        }

        var workbench = new Workbench(CurrentInstallation.Find(), Confinement.Required, cancellation);
        return Batch.Open(workbench, request, OptimizationLevel.Full, streams) is { } batch
            ? batch.Run((analysis, task) => Judge(analysis, task, batch), streams, reports => Compared(reports, baseline, streams))
            : ExitCode.Usage;
    }

    /// <summary>The files that are named, else all of the database.</summary>
    private static (BatchRequest? Request, string? Problem) WithDatabase(BatchRequest named, string? database)
    {
        var (commands, problem) = database is null ? (null, named.Files.Count == 0 ? "name a file, or a compilation database with '-p'" : null) : CompileCommands.Read(database);
        return problem is not null ? (null, problem)
            : commands is null ? (named, null)
            : (named with { Files = named.Files.Count == 0 ? commands.Files : named.Files, MacrosOf = commands.MacrosOf }, null);
    }

    private static IReadOnlyList<FileReport> Compared(IReadOnlyList<FileReport> reports, Baseline? baseline, Streams streams)
    {
        if (baseline is null)
        {
            return reports;
        }

        List<FileReport> compared = [.. reports.Select(report => baseline.Compare(report, Directory.GetCurrentDirectory()))];
        streams.Errors.Complain(FormattableString.Invariant($"{compared.Sum(report => report.Findings.Length)} new, {compared.Sum(report => report.Unchanged.Length)} unchanged, {baseline.Fixed} fixed"));
        return compared;
    }

    private static FileReport Judge(Analysis analysis, KernelTask task, Batch batch) => analysis switch
    {
        Analysis.Done { Report: var report } => new(report.Source, task.Name, batch.Left(report), null, null) { LeastThatFails = batch.LeastThatFails(report.Source.Path) },
        Analysis.Unread unread => new(unread.Source, task.Name, unread.Findings, null, null),
        _ => throw new UnreachableException(),
    };
}
