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
        var files = new Argument<string[]>("file") { Description = "C files; '-' is standard input", Arity = ArgumentArity.OneOrMore };
        var format = Inputs.Format();
        var command = new Command("races", "Find or exclude data races, for all sizes, teams and schedules") { files, format };
        command.SetAction((result, cancellation) => Task.FromResult((int)Run(result.GetValue(files)!, result.GetValue(format)!, streams, cancellation)));
        return command;
    }

    private static ExitCode Run(string[] paths, string format, Streams streams, CancellationToken cancellation)
    {
        var workbench = new Workbench(CurrentInstallation.Find(), Confinement.Required, cancellation);
        if (workbench.OpenFrontEnd(OptimizationLevel.Full, streams) is not { } frontEnd)
        {
            return ExitCode.Usage;
        }

        var reader = new Reader(frontEnd, cancellation);
        var deadline = new Deadline(LongestCheck, cancellation);
        var files = paths.Select(path => Judge(path, reader, frontEnd, deadline)).ToList();
        streams.Results.Write(format == Inputs.Json ? RaceDocument.Json(files, Version.Current) + "\n" : string.Concat(files.Select(RaceDocument.Text)));
        return ExitCodes.Combine([.. files.Select(file => file.ExitCode)]);
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
