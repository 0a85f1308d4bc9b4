using System.CommandLine;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify dump</c>: the printed form of one stage of the pipeline.</summary>
internal static class DumpCommand
{
    private const string Syntax = "syntax";
    private const string Kernel = "kernel";

    public static Command Create(TextWriter output, TextWriter errors)
    {
        var file = new Argument<string>("file") { Description = "a C file; '-' is standard input" };
        var stage = new Option<string>("--stage") { Description = "syntax (what was written) or kernel (what it means)", DefaultValueFactory = _ => Kernel };
        stage.AcceptOnlyFromAmong(Syntax, Kernel);
        var command = new Command("dump", "Print a stage of the pipeline for one file") { file, stage };
        command.SetAction((result, cancellation) =>
            Task.FromResult((int)Run(result.GetValue(file)!, result.GetValue(stage)!, output, errors, cancellation)));
        return command;
    }

    private static ExitCode Run(string path, string stage, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        var input = InputFile.Read(path, SourceLimits.LargestFileInBytes);
        if (input.Error is { } problem)
        {
            errors.WriteLine($"hpcverify: {path}: {problem}");
            return ExitCode.NotAnalysable;
        }

        var (frontEnd, error) = new Workbench(CurrentInstallation.Find(), Confinement.Required, cancellation).OpenFrontEnd(OptimizationLevel.Full);
        if (frontEnd is null)
        {
            errors.WriteLine($"hpcverify: {error}");
            return ExitCode.Usage;
        }

        return Print(input, stage, frontEnd, output, errors);
    }

    private static ExitCode Print(InputFile input, string stage, FrontEnd frontEnd, TextWriter output, TextWriter errors)
    {
        var (source, unreadable) = SourceReader.ReadCode(input.Path, input.Bytes.AsSpan());
        if (source is null)
        {
            var empty = SourceText.From(input.Path, "");
            errors.Write(TextReport.Of(new(empty, "", unreadable, null, null)));
            return ExitCode.NotAnalysable;
        }

        var (tree, findings) = frontEnd.Parse(source);
        var lowered = stage == Kernel ? Lowering.Lower(tree) : null;
        output.Write(lowered is null ? SyntaxPrinter.Print(tree) : KernelPrinter.Print(lowered.Value));
        var report = new FileReport(source, "", [.. findings, .. lowered?.Diagnostics ?? []], null, null);
        if (!report.Findings.IsEmpty)
        {
            errors.Write(TextReport.Of(report));
        }

        return report.ExitCode;
    }
}
