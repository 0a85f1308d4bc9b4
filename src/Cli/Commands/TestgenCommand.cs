using System.CommandLine;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Cases;
using HpcVerify.Verifier.Native;
using HpcVerify.Verifier.Replay;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify testgen</c>: test cases for a kernel, as a document and as a stand-alone C program.</summary>
internal static class TestgenCommand
{
    private const ulong DefaultSeed = 1;

    public static Command Create(Streams streams)
    {
        var file = new Argument<string>("file") { Description = "a C file or a model response" };
        var (kernel, format) = (Inputs.Kernel(), Inputs.Format());
        var output = new Option<string?>("--output") { Description = "a folder for the document (JSON) and the test program (C)" };
        var seed = Inputs.Number("--seed", "seed of all generated data", DefaultSeed, ulong.MinValue, ulong.MaxValue);
        var command = new Command("testgen", "Generate test inputs: counterexamples, boundaries, branch cover, index shapes, special values")
        {
            file, kernel, output, format, seed,
        };
        command.SetAction((result, cancellation) => Task.FromResult((int)Run(
            new(result.GetValue(file)!, result.GetValue(kernel), result.GetValue(output), result.GetValue(format)!, result.GetValue(seed)), streams, cancellation)));
        return command;
    }

    private static ExitCode Run(TestgenRequest request, Streams streams, CancellationToken cancellation)
    {
        if (request.Folder is not null && WitnessFolder.Problem(request.Folder) is { } problem)
        {
            streams.Errors.Complain(problem);
            return ExitCode.Usage;
        }

        var workbench = new Workbench(CurrentInstallation.Find(), Confinement.Required, cancellation);
        if (workbench.OpenFrontEnd(OptimizationLevel.Full, streams) is not { } frontEnd)
        {
            return ExitCode.Usage;
        }

        var (tasks, error) = TaskSelection.Select(workbench.Installation, _ => request.Kernel, [request.File], frontEnd);
        if (tasks is null)
        {
            streams.Errors.Complain(error!);
            return ExitCode.Usage;
        }

        var task = tasks[request.File];
        var analysis = new Reader(frontEnd, cancellation).Analyse(request.File, task);
        if (analysis is not Analysis.Done { Report: { Tree: not null } report } || report.Failure is { Level: Level.Format })
        {
            return Unusable(analysis, task.EntryPoint, streams);
        }

        var (claimed, verification) = new Prover(frontEnd, BoundedOptions.Default).Verify(report, task, cancellation);
        if (verification is null)
        {
            streams.Errors.Complain($"'{InputFile.NameOf(request.File)}': {report.Unread ?? $"no definition of '{task.EntryPoint}'"}");
            return ExitCode.Open;
        }

        var suite = CaseGenerator.Generate(verification, claimed, CaseOptions.Usual(request.Seed));
        return Print(suite, verification, request, workbench.Installation.CompilerPath, streams);
    }

    private static ExitCode Unusable(Analysis analysis, string entryPoint, Streams streams)
    {
        var (source, findings) = analysis is Analysis.Done { Report: var report } ? (report.Source, report.Findings) : (((Analysis.Unread)analysis).Source, ((Analysis.Unread)analysis).Findings);
        foreach (var finding in findings)
        {
            streams.Errors.WriteLine(PrintableText.Line(finding.Format(source)));
        }

        streams.Errors.Complain($"there is no kernel '{entryPoint}' to make cases for");
        return ExitCode.NotAnalysable;
    }

    private static ExitCode Print(TestSuite suite, VerificationRequest verification, TestgenRequest request, string compiler, Streams streams)
    {
        var entry = new KernelFileEntry(Path.GetFullPath(verification.Source.Path), WitnessWriter.Digest(File.Exists(verification.Source.Path) ? File.ReadAllBytes(verification.Source.Path) : verification.Source.ToBytes()));
        var document = TestSuiteWriter.Of(suite, verification, entry, request.Seed);
        var (programPath, documentPath) = request.Folder is null ? (null, null) : Write(suite, verification.Source, document, request.Folder, compiler);
        streams.Results.Write(request.Format == Inputs.Json ? document.ToJson() : TestSuiteText.Of(suite, verification.Source, programPath, documentPath));
        return suite.Cases.IsEmpty ? ExitCode.Open : suite.Report.IsRefuted ? ExitCode.Finding : ExitCode.Clean;
    }

    private static (string Program, string Document) Write(TestSuite suite, SourceText kernel, TestSuiteDocument document, string folder, string compiler)
    {
        var stem = WitnessWriter.StemOf(document.Task, document.Kernel);
        var (program, described) = (Path.Combine(folder, stem + ".c"), Path.Combine(folder, stem + ".json"));
        var name = Path.GetFileName(program);
        var commands = new[] { ReplayBuild.Value(compiler), ReplayBuild.Sanitizers(ReplayBuild.FindClang() ?? compiler).Stopping }
            .Select(build => build.CommandFor(name));
        File.WriteAllText(program, TestProgram.Write(suite, kernel, name, commands));
        File.WriteAllText(described, document.ToJson());
        return (program, described);
    }
}

/// <summary>What <c>testgen</c> is asked for.</summary>
internal sealed record TestgenRequest(string File, string? Kernel, string? Folder, string Format, ulong Seed);
