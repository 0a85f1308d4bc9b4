using System.Collections.Immutable;
using System.CommandLine;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Clang;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify equiv</c>: whether one function does what another one does, for all calls that a contract allows.</summary>
internal static class EquivCommand
{
    public static Command Create(Streams streams)
    {
        var reference = Place("reference", "the function that is right by definition, as FILE.c:function");
        var candidate = Place("candidate", "the function that is to do the same, as FILE.c:function");
        var contract = new Option<string>("--contract") { Description = "a C file with a function <name>_contract: what a caller promises and may expect", Required = true };
        var (outputs, proofs) = (new ReportOutputs(), new ProofOptions());
        var command = new Command("equiv", "Prove or refute that two functions do the same under a contract") { reference, candidate, contract };
        foreach (var option in outputs.All.Concat(proofs.All))
        {
            command.Add(option);
        }

        command.SetAction((result, cancellation) =>
        {
            var place = FunctionPlace.Of(result.GetValue(candidate)!)!;
            var question = new EquivalenceQuestion(FunctionPlace.Of(result.GetValue(reference)!)!, place.Function, result.GetValue(contract)!);
            return Task.FromResult((int)Run(question, place.File, proofs.Of(result), outputs.Of(result), streams, cancellation));
        });
        return command;
    }

    private static ExitCode Run(EquivalenceQuestion question, string candidate, ProofRequest proofs, ImmutableArray<ReportOutput> outputs, Streams streams, CancellationToken cancellation)
    {
        if (proofs.FolderProblem() is { } problem)
        {
            streams.Errors.Complain(problem);
            return ExitCode.Usage;
        }

        var workbench = new Workbench(CurrentInstallation.Find(), Confinement.Required, cancellation);
        if (workbench.OpenFrontEnd(OptimizationLevel.Full, streams) is not { } frontEnd)
        {
            return ExitCode.Usage;
        }

        var reader = new Reader(frontEnd, cancellation);
        var (task, errors) = question.ReadTask(reader, frontEnd);
        if (task is null)
        {
            streams.Errors.Complain($"nothing to compare with: {string.Join("; ", errors.Select(error => error.Message))}");
            return errors.Any(error => ExitCodes.Of(error) == ExitCode.NotAnalysable) ? ExitCode.NotAnalysable : ExitCode.Usage;
        }

        if (proofs.SizeProblem([task]) is { } mismatch)
        {
            streams.Errors.Complain(mismatch);
            return ExitCode.Usage;
        }

        var entry = question.ToEntry();
        var report = new VerifyCommand(frontEnd, workbench, proofs) { Equivalence = entry, IsReplayable = entry is not null }.Judge(reader.Analyse(candidate, task), task);
        return ReportOutputs.Write(outputs, Report.Of([report]), streams) ? report.ExitCode : ExitCode.Usage;
    }

    private static Argument<string> Place(string name, string description)
    {
        var argument = new Argument<string>(name) { Description = description };
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && FunctionPlace.Of(token.Value) is null)
            {
                result.AddError($"{name} is FILE.c:function, not '{token.Value}'");
            }
        });
        return argument;
    }
}
