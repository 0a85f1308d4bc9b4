using System.CommandLine;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Receipts;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Rewards.Service;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify receipt</c>: whether a receipt is to be believed, and the key that says so.</summary>
internal static class ReceiptCommand
{
    private const int LargestReceipt = 64 << 20;

    public static Command Create(Streams streams) => new("receipt", "Check receipts of 'score --receipt'") { CreateVerify(streams), CreateKey(streams) };

    private static Command CreateKey(Streams streams)
    {
        var command = new Command("key", "Print the public key of this user's receipts, as PEM");
        command.SetAction((_, _) => Task.FromResult((int)WithKey(null, streams, key =>
        {
            streams.Results.WriteLine(key.PublicPem);
            return ExitCode.Clean;
        })));
        return command;
    }

    private static Command CreateVerify(Streams streams)
    {
        var file = new Argument<string>("file") { Description = "a receipt that 'score --receipt' wrote" };
        var kernel = new Option<string?>("--kernel") { Description = "a file that was scored: verify it again, without timing, and compare" };
        var key = new Option<string?>("--public-key") { Description = "the PEM file of whoever signed; by default this user's own key" };
        var sandbox = new SandboxOption();
        var command = new Command("verify", "Check a receipt's signature, and work out again what its evidence is worth") { file, kernel, key, sandbox.Option };
        command.SetAction((result, cancellation) => Task.FromResult((int)WithKey(result.GetValue(key), streams, known =>
        {
            return Verify(result.GetValue(file)!, result.GetValue(kernel), known, () => new Workbench(CurrentInstallation.Find(), sandbox.Of(result), cancellation), streams);
        })));
        return command;
    }

    private static ExitCode WithKey(string? path, Streams streams, Func<ReceiptKey, ExitCode> use)
    {
        var (key, problem) = path is null ? ReceiptKeyFile.Open(Environment.GetEnvironmentVariable) : ReadKey(path);
        if (key is null)
        {
            streams.Errors.Complain(problem!);
            return ExitCode.Usage;
        }

        using (key)
        {
            return use(key);
        }
    }

    private static (ReceiptKey? Key, string? Problem) ReadKey(string path)
    {
        var (text, problem) = Text(path);
        return text is null ? (null, $"'{path}': {problem}") : ReceiptKey.Read(text) is { } key ? (key, null) : (null, $"'{path}' holds no key as PEM");
    }

    private static (string? Text, string? Problem) Text(string path)
    {
        var file = InputFile.Read(path, LargestReceipt);
        return file.Problem is { } problem ? (null, problem.Message) : (System.Text.Encoding.UTF8.GetString(file.Bytes.AsSpan()), null);
    }

    private static ExitCode Verify(string path, string? kernel, ReceiptKey key, Func<Workbench> workbench, Streams streams)
    {
        var (text, unreadable) = Text(path);
        var read = text is null ? new ReadReceipt.NoReceipt(unreadable!) : SignedReceipt.Read(text, key);
        switch (read)
        {
            case ReadReceipt.NoReceipt other:
                streams.Errors.Complain($"'{InputFile.NameOf(path)}' is no receipt: {other.Reason}");
                return ExitCode.NotAnalysable;
            case ReadReceipt.Rejected rejected:
                streams.Results.WriteLine(PrintableText.Line($"{InputFile.NameOf(path)}: rejected: {rejected.Reason}"));
                return ExitCode.Finding;
            default:
                var receipt = ((ReadReceipt.Genuine)read).Receipt;
                streams.Results.Write(ReceiptText.Of(InputFile.NameOf(path), receipt));
                return kernel is null ? ExitCode.Clean : VerifyAgain(receipt, kernel, workbench(), streams);
        }
    }

    private static ExitCode VerifyAgain(Receipt receipt, string kernel, Workbench workbench, Streams streams)
    {
        var level = OptimizationLevels.Named(receipt.Options.Level);
        if (workbench.OpenFrontEnd(level, streams) is not { } frontEnd || Toolchain(workbench, streams) is not { } toolchain)
        {
            return ExitCode.Usage;
        }

        var (sample, task, report, problem) = Find(receipt, kernel, workbench, frontEnd);
        if (problem is not null)
        {
            streams.Errors.Complain(problem);
            return ExitCode.Finding;
        }

        var again = Evaluate(receipt, task!, report!, frontEnd, toolchain, level, workbench.Cancellation);
        var difference = Recomputation.Difference(sample!.Evidence, again);
        var open = again.Infrastructure ?? sample.Evidence.Infrastructure;
        streams.Results.WriteLine(PrintableText.Line($"{InputFile.NameOf(kernel)}: {(open is not null ? $"cannot be compared: {open}" : difference ?? "verified again, with the same outcome")}"));
        return open is not null ? ExitCode.Open : difference is null ? ExitCode.Clean : ExitCode.Finding;
    }

    private static Toolchain? Toolchain(Workbench workbench, Streams streams)
    {
        if (workbench.Toolchain is ToolchainState.Ready { Toolchain: var toolchain })
        {
            return toolchain;
        }

        streams.Errors.Complain(((ToolchainState.Missing)workbench.Toolchain).Reason);
        return null;
    }

    /// <summary>The sample that the file is, for the task that it was.</summary>
    private static (ReceiptSample? Sample, KernelTask? Task, StaticReport? Report, string? Problem) Find(Receipt receipt, string kernel, Workbench workbench, FrontEnd frontEnd)
    {
        var reader = new Reader(frontEnd, workbench.Cancellation);
        var stage = Detectors.Techniques.Stage.Numbered(receipt.Options.Stage);
        foreach (var name in receipt.Samples.Select(sample => sample.Task).Distinct())
        {
            var (tasks, unknown) = TaskSelection.Select(workbench.Installation, _ => name, [kernel], frontEnd);
            if (tasks is null)
            {
                return (null, null, null, unknown);
            }

            if (reader.Analyse(kernel, tasks[kernel], new(stage, [])) is Analysis.Done { Report: var report }
                && receipt.Samples.FirstOrDefault(sample => sample.Task == name && sample.Submission == ReceiptSample.HashOf(report.Source.ToBytes())) is { } sample)
            {
                var isSame = TaskFiles.Hash(ReceiptOption.FolderOf(tasks[kernel])) == sample.TaskHash;
                return (sample, tasks[kernel], report, isSame ? null : $"the task '{name}' is not what it was when the receipt was written");
            }
        }

        return (null, null, null, $"'{InputFile.NameOf(kernel)}' is none of the submissions of this receipt");
    }

    private static Evidence Evaluate(Receipt receipt, KernelTask task, StaticReport report, FrontEnd frontEnd, Toolchain toolchain, OptimizationLevel level, CancellationToken cancellation)
    {
        var (trusted, error) = TrustedKernels.Open(task, toolchain, receipt.Options.Threads, cancellation);
        if (trusted is null)
        {
            return new(report.Findings, null, null, error, report.Elapsed);
        }

        using (trusted)
        {
            var isProving = receipt.Samples.Any(sample => sample.Evidence.Proof is not null);
            var options = new ScoringOptions(level, receipt.Options.Seed, receipt.Options.TimedRuns, receipt.Options.Threads) { Stages = ScoringStages.Verification };
            return new Scorer(toolchain, trusted, options, isProving ? new Prover(frontEnd, BoundedOptions.Default) : null).Evaluate(report, task, cancellation);
        }
    }
}
