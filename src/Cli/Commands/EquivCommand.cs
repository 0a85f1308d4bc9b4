using System.CommandLine;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;
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
        var format = Inputs.Format();
        var command = new Command("equiv", "Prove or refute that two functions do the same under a contract") { reference, candidate, contract, format };
        command.SetAction((result, cancellation) =>
        {
            var request = new Request(FunctionPlace.Of(result.GetValue(reference)!)!, FunctionPlace.Of(result.GetValue(candidate)!)!, result.GetValue(contract)!, result.GetValue(format)!);
            return Task.FromResult((int)Run(request, streams, cancellation));
        });
        return command;
    }

    private static ExitCode Run(Request request, Streams streams, CancellationToken cancellation)
    {
        var workbench = new Workbench(CurrentInstallation.Find(), Confinement.Required, cancellation);
        if (workbench.OpenFrontEnd(OptimizationLevel.Full, streams) is not { } frontEnd)
        {
            return ExitCode.Usage;
        }

        var reader = new Reader(frontEnd, cancellation);
        var (task, errors) = ReadTask(request, reader, frontEnd);
        if (task is null)
        {
            streams.Errors.Complain($"nothing to compare with: {string.Join("; ", errors.Select(error => error.Message))}");
            return errors.Any(error => ExitCodes.Of(error) == ExitCode.NotAnalysable) ? ExitCode.NotAnalysable : ExitCode.Usage;
        }

        var report = new VerifyCommand(frontEnd, cancellation).Judge(reader.Analyse(request.Candidate.File, task), task);
        Batch.Print([report], request.Format, streams);
        return report.ExitCode;
    }

    /// <summary>What is wrong with reference or contract is wrong with the question, and nothing is said of the candidate.</summary>
    private static Checked<KernelTask?> ReadTask(Request request, Reader reader, FrontEnd frontEnd)
    {
        var (source, unread) = reader.Read(request.Reference.File, TextOf);
        var (contract, unreadContract) = reader.Read(request.Contract, TextOf);
        return source is null || contract is null
            ? new(null, [.. unread.Concat(unreadContract)])
            : EquivalenceTaskReader.Read(new(source, request.Reference.Function), request.Candidate.Function, contract, frontEnd.Parse);
    }

    private static SourceText TextOf(InputFile input) => SourceText.FromBytes(input.Path, input.Bytes.AsSpan());

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

    private sealed record Request(FunctionPlace Reference, FunctionPlace Candidate, string Contract, string Format);

    /// <summary>A function and the file that defines it.</summary>
    private sealed record FunctionPlace(string File, string Function)
    {
        /// <summary>Null where a part is missing.</summary>
        public static FunctionPlace? Of(string word) =>
            word.LastIndexOf(':') is var colon && colon > 0 && colon < word.Length - 1 ? new(word[..colon], word[(colon + 1)..]) : null;
    }
}
