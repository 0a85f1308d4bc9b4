using System.CommandLine;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify dump</c>: the printed form of one stage of the pipeline.</summary>
internal static class DumpCommand
{
    public static Command Create(Streams streams)
    {
        var file = new Argument<string>("file") { Description = "a C file or model response; '-' is standard input" };
        var stage = new Option<string>("--stage") { Description = "syntax (what was written), kernel (what it means) or accesses (what it does to memory, for all sizes)", DefaultValueFactory = _ => PrintedStage.Kernel };
        stage.AcceptOnlyFromAmong(PrintedStage.Syntax, PrintedStage.Kernel, PrintedStage.Accesses);
        var kernel = Inputs.Kernel();
        var command = new Command("dump", "Print a stage of the pipeline for one file") { file, stage, kernel };
        command.SetAction((result, cancellation) => Task.FromResult((int)Run(
            result.GetValue(file)!, result.GetValue(stage)!, result.GetValue(kernel), streams, cancellation)));
        return command;
    }

    private static ExitCode Run(string path, string stage, string? kernel, Streams streams, CancellationToken cancellation)
    {
        var workbench = new Workbench(CurrentInstallation.Find(), Confinement.Required, cancellation);
        if (workbench.OpenFrontEnd(OptimizationLevel.Full, streams) is not { } frontEnd)
        {
            return ExitCode.Usage;
        }

        var (taskOfFile, error) = TaskSelection.Select(workbench.Installation, _ => kernel, [path], frontEnd);
        if (taskOfFile is null)
        {
            streams.Errors.Complain(error!);
            return ExitCode.Usage;
        }

        var (printed, late) = new Reader(frontEnd, cancellation).Read(path, input => PrintedStage.Of(input, stage, taskOfFile[path].EntryPoint, frontEnd));
        var report = printed?.Report ?? new(SourceText.From(InputFile.NameOf(path), ""), "", late, null, null);
        streams.Results.Write(printed is { Text: { Length: > 0 } text } ? PrintableText.Lines(text) : "");
        if (!report.Findings.IsEmpty)
        {
            streams.Errors.Write(TextReport.Of(report));
        }

        return report.ExitCode;
    }
}
