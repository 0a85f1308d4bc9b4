using System.CommandLine;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Native;
using HpcVerify.Verifier.Races;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify races</c>: data races of any C file with OpenMP, without a contract.</summary>
internal static class RacesCommand
{
    /// <summary>Answers are bounded by what solvers may spend; this is for what nothing bounds, and a busy machine does not reach it.</summary>
    private static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(60);

    public static Command Create(Streams streams)
    {
        var inputs = new CodeInputs();
        var command = inputs.Command("races", "Find or exclude data races, for all sizes, teams and schedules");
        command.SetAction((result, cancellation) => Task.FromResult((int)Run(inputs.Of(result), streams, cancellation)));
        return command;
    }

    private static ExitCode Run(CodeRequest request, Streams streams, CancellationToken cancellation)
    {
        var workbench = new Workbench(CurrentInstallation.Find(), Confinement.Required, cancellation);
        if (workbench.OpenFrontEnd(OptimizationLevel.Full, streams) is not { } frontEnd)
        {
            return ExitCode.Usage;
        }

        var reader = new Reader(frontEnd, cancellation);
        var deadline = new Deadline(LongestCheck, cancellation);
        var files = request.Each(path => Judge(path, reader, frontEnd, deadline), streams);
        return request.Report(Report.Of(files), files.Select(file => file.ExitCode), streams);
    }

    private static RaceFile Judge(string path, Reader reader, FrontEnd frontEnd, Deadline deadline)
    {
        var (file, unread) = reader.ReadCode(path, deadline, code => Judge(code, frontEnd));
        return file ?? new(SourceText.From(InputFile.NameOf(path), ""), null, unread);
    }

    private static RaceFile Judge(SourceText code, FrontEnd frontEnd)
    {
        var (tree, findings) = frontEnd.ParseWithLibrary(code);
        var isBroken = findings.Any(finding => finding.Rule.Severity == Severity.Error && ExitCodes.Of(finding) is ExitCode.Finding or ExitCode.NotAnalysable);
        return new(tree.Source, isBroken || IsUnparsed(tree) ? null : RaceCheck.Of(tree, RaceOptions.Usual), findings);
    }

    /// <summary>Whether a file is no C. Without a model of each header it includes that is not known.</summary>
    private static bool IsUnparsed(SyntaxTree tree) => !tree.Errors.IsEmpty && tree.Inclusions.All(inclusion => inclusion.IsModelled);
}
