using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Verifier.AllSizes;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Certificates;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify verify</c>: claims about kernels, each with its scope or its counterexample.</summary>
internal sealed class VerifyCommand
{
    private readonly FrontEnd _frontEnd;
    private readonly CancellationToken _cancellation;

    public VerifyCommand(FrontEnd frontEnd, CancellationToken cancellation) => (_frontEnd, _cancellation) = (frontEnd, cancellation);

    /// <summary>The sizes to look at; empty where they are planned.</summary>
    public ImmutableArray<Sizes> Sizes { get; init; } = [];

    /// <summary>Whether a counterexample names a task of the corpus, so that it can be replayed from a file.</summary>
    public bool IsReplayable { get; init; }

    /// <summary>Where witnesses are written to; null where nobody asked for them.</summary>
    public string? WitnessFolderPath { get; init; }

    /// <summary>Where proved claims are written to; null where nobody asked for that.</summary>
    public CertificateFolder? Certificates { get; init; }

    public static Command Create(Streams streams)
    {
        var inputs = new BatchInputs();
        var witness = new Option<string?>("--witness") { Description = "a folder for a witness of every refuted claim, which 'replay' reads" };
        var sizes = SizesOption.Create();
        var certify = new Option<string?>("--certify") { Description = "a folder for an SMT-LIB script of every proved claim, which cvc5 proves again" };
        var assume = new Option<string[]>("--assume") { Description = "a condition on the sizes in C that joins the contract, such as 'N % 64 == 0'; may be repeated", AllowMultipleArgumentsPerToken = false };
        var command = inputs.Command("verify", "Run kernels over symbolic contents at every small size, and look at all sizes at once; prove or refute, with counterexamples", sizes, assume, witness, certify);
        command.SetAction((result, cancellation) => Task.FromResult((int)Run(
            inputs.Of(result), new([.. (result.GetValue(sizes) ?? []).Select(SizesOption.Of).OfType<Sizes>()], [.. result.GetValue(assume) ?? []], result.GetValue(witness), result.GetValue(certify)), streams, cancellation)));
        return command;
    }

    /// <summary>What the command line asks for beside files.</summary>
    private sealed record Wishes(ImmutableArray<Sizes> Sizes, ImmutableArray<string> Assumed, string? Witnesses, string? Certificates);

    private static ExitCode Run(BatchRequest request, Wishes wishes, Streams streams, CancellationToken cancellation)
    {
        if (new[] { wishes.Witnesses, wishes.Certificates }.OfType<string>().Select(WitnessFolder.Problem).FirstOrDefault(found => found is not null) is { } problem)
        {
            streams.Errors.Complain(problem);
            return ExitCode.Usage;
        }

        var workbench = new Workbench(CurrentInstallation.Find(), Confinement.Required, cancellation);
        if (Batch.Open(workbench, request, OptimizationLevel.Full, streams) is not { } batch)
        {
            return ExitCode.Usage;
        }

        if (wishes.Sizes.SelectMany(given => batch.Tasks.Select(task => SizesOption.Problem(given, task))).FirstOrDefault(found => found is not null) is { } mismatch)
        {
            streams.Errors.Complain(mismatch);
            return ExitCode.Usage;
        }

        var tasks = batch.Tasks.Distinct().ToDictionary(task => task, task => Joined(task, wishes.Assumed, batch.FrontEnd));
        if (tasks.Values.SelectMany(joined => joined.Diagnostics).FirstOrDefault() is { } misuse)
        {
            streams.Errors.Complain(misuse.Message);
            return ExitCode.Usage;
        }

        var command = new VerifyCommand(batch.FrontEnd, batch.Cancellation)
        {
            Sizes = wishes.Sizes,
            IsReplayable = true,
            WitnessFolderPath = wishes.Witnesses,
            Certificates = wishes.Certificates is null ? null : new(wishes.Certificates),
        };
        return batch.Run((analysis, task) => command.Judge(analysis, tasks[task].Value!), streams);
    }

    private static Checked<KernelTask?> Joined(KernelTask task, IEnumerable<string> conditions, FrontEnd frontEnd) => conditions.Aggregate(
        new Checked<KernelTask?>(task, []), (joined, condition) => joined.Value is null ? joined : ContractAssumption.Join(joined.Value, condition, frontEnd.Parse));

    public FileReport Judge(Analysis analysis, KernelTask task) => analysis switch
    {
        Analysis.Done { Report: { Tree: not null } report } when report.Failure is not { Level: Level.Format } => new(report.Source, task.Name, [], null, null) { Verification = Verify(report, task) },
        Analysis.Done { Report: var report } => new(report.Source, task.Name, report.Findings, null, null),
        Analysis.Unread unread => new(unread.Source, task.Name, unread.Findings, null, null),
        _ => throw new UnreachableException(),
    };

    private Verification Verify(StaticReport report, KernelTask task)
    {
        var watch = Stopwatch.StartNew();
        var book = Certificates is null ? null : new CertificateBook();
        var (claimed, request) = new Prover(_frontEnd, BoundedOptions.Default with { Given = Sizes, Certificates = book }).Verify(report, task, _cancellation);
        var elapsed = watch.Elapsed;
        var allSizes = request is not null && Sizes.IsEmpty ? AllSizesVerification.Verify(request, AllSizesOptions.Usual, _cancellation) : null;
        var verification = new Verification(claimed, elapsed)
        {
            AllSizes = allSizes,
            AllSizesElapsed = watch.Elapsed - elapsed,
            Certificates = book is null ? [] : Certificates!.Certify(claimed, book, task.Name, report.Source, _cancellation),
        };
        return IsReplayable && WitnessFolder.WitnessOf(claimed, task, report.Source) is { } document
            ? verification with { Witness = document, WitnessPath = WitnessFolderPath is null ? null : WitnessFolder.Write(document, WitnessFolderPath) }
            : verification;
    }
}
