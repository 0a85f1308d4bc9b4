using System.CommandLine;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Native;
using HpcVerify.Verifier.Replay;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify replay</c>: a witness as a stand-alone C program, run natively where that shows anything.</summary>
internal static class ReplayCommand
{
    public static Command Create(Streams streams)
    {
        var file = new Argument<string>("file") { Description = "a witness that '--witness' wrote" };
        var emit = new Option<string?>("--emit") { Description = "write the C program to this file and run nothing" };
        var command = new Command("replay", "Make a refuting call again: natively under a sanitizer or by value, else on the evaluator") { file, emit };
        command.SetAction((result, cancellation) => Task.FromResult((int)Run(result.GetValue(file)!, result.GetValue(emit), streams, cancellation)));
        return command;
    }

    private static ExitCode Run(string path, string? emit, Streams streams, CancellationToken cancellation)
    {
        var workbench = new Workbench(CurrentInstallation.Find(), Confinement.Required, cancellation);
        if (workbench.OpenFrontEnd(OptimizationLevel.Full, streams) is not { } frontEnd)
        {
            return ExitCode.Usage;
        }

        var (input, error) = WitnessInput.Read(path, workbench.Installation, frontEnd, cancellation);
        if (input is null)
        {
            streams.Errors.Complain($"'{InputFile.NameOf(path)}' cannot be replayed: {error}");
            return ExitCode.NotAnalysable;
        }

        return emit is null ? Replay(input, workbench, frontEnd, streams) : Emit(input.Witness, emit, workbench, streams);
    }

    private static ExitCode Emit(Witness witness, string path, Workbench workbench, Streams streams)
    {
        var build = new Replayer(null, ReplayBuild.FindClang(), workbench.Installation.CompilerPath).BestBuild(witness.Counterexample.Kind);
        if (OutputFile.Write(path, ReplayProgram.Write(witness, build.Command)) is { } problem)
        {
            streams.Errors.Complain(problem);
            return ExitCode.Usage;
        }

        streams.Results.WriteLine(PrintableText.Line($"{path}: {build.Command}"));
        return ExitCode.Clean;
    }

    private static ExitCode Replay(WitnessInput input, Workbench workbench, FrontEnd frontEnd, Streams streams)
    {
        var native = workbench.Toolchain is ToolchainState.Ready { Toolchain: var toolchain } ? new NativeReplay(toolchain.Sandbox, toolchain.Clock) : null;
        var missing = native is null ? null : input.Static.MissingFeature([.. NativeProbe.Processor().Flags]);
        if (VerificationRequest.Of(input.Witness.Task, input.Witness.Kernel, source => frontEnd.ParseWithLibrary(source).Value) is not { } request)
        {
            streams.Errors.Complain($"no definition of '{input.Witness.Task.EntryPoint}'");
            return ExitCode.NotAnalysable;
        }

        var report = new Replayer(native, ReplayBuild.FindClang(), workbench.Installation.CompilerPath).Replay(
            input.Witness, request, missing is null ? null : $"this machine's processor lacks '{missing}'", workbench.Cancellation);
        streams.Results.Write(ReplayText.Of(input.Witness, report));
        return report.IsReproduced ? ExitCode.Finding : ExitCode.Open;
    }
}

/// <summary>A witness file that was read and fits the kernel's file of today.</summary>
internal sealed record WitnessInput(Witness Witness, StaticReport Static)
{
    public static (WitnessInput? Input, string? Error) Read(string path, Installation installation, FrontEnd frontEnd, CancellationToken cancellation)
    {
        var file = InputFile.Read(path, Parser.Text.SourceLimits.LargestFileInBytes * 16);
        if (file.Problem is { } problem)
        {
            return (null, problem.Message);
        }

        var (document, error) = WitnessDocument.Parse(System.Text.Encoding.UTF8.GetString(file.Bytes.AsSpan()), file.Path);
        return document is null ? (null, $"it is no witness: {error}") : Read(document, installation, frontEnd, cancellation);
    }

    private static (WitnessInput? Input, string? Error) Read(WitnessDocument document, Installation installation, FrontEnd frontEnd, CancellationToken cancellation)
    {
        var files = new[] { document.Kernel, document.Equivalence?.Reference, document.Equivalence?.Contract }.OfType<KernelFileEntry>();
        if (files.Select(Problem).FirstOrDefault(found => found is not null) is { } problem)
        {
            return (null, problem);
        }

        var (kernel, reader) = (document.Kernel.Path, new Reader(frontEnd, cancellation));
        var (task, error) = document.Equivalence is { } entry ? TaskOf(EquivalenceQuestion.Of(entry), reader, frontEnd) : TaskOf(document, installation, frontEnd);
        if (task is null)
        {
            return (null, error);
        }

        if (reader.Analyse(kernel, task) is not Analysis.Done { Report: { Tree: not null } report })
        {
            return (null, $"'{kernel}' cannot be read");
        }

        var (witness, complaint) = WitnessReader.Read(document, task, report.Source);
        return witness is null ? (null, complaint) : (new(witness, report), null);
    }

    private static (KernelTask? Task, string? Error) TaskOf(WitnessDocument document, Installation installation, FrontEnd frontEnd)
    {
        var (tasks, error) = TaskSelection.Select(installation, _ => document.Task, [document.Kernel.Path], frontEnd);
        return (tasks?[document.Kernel.Path], error);
    }

    private static (KernelTask? Task, string? Error) TaskOf(EquivalenceQuestion question, Reader reader, FrontEnd frontEnd)
    {
        var (task, errors) = question.ReadTask(reader, frontEnd);
        return (task, string.Join("; ", errors.Select(finding => finding.Message)));
    }

    /// <summary>Why a file is not what the witness is about; null where it is.</summary>
    private static string? Problem(KernelFileEntry entry)
    {
        var bytes = InputFile.Read(entry.Path, Parser.Text.SourceLimits.LargestFileInBytes);
        return bytes.Problem is { } problem ? $"'{entry.Path}': {problem.Message}"
            : WitnessWriter.Digest(bytes.Bytes.AsSpan()) == entry.Sha256 ? null
            : $"'{entry.Path}' is not what it was when the witness was written";
    }
}
