using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using HpcVerify.Cli.Reports;
using HpcVerify.Detectors.Suppressions;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;
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
    private readonly Workbench _workbench;
    private readonly ProofRequest _request;

    public VerifyCommand(FrontEnd frontEnd, Workbench workbench, ProofRequest request) => (_frontEnd, _workbench, _request) = (frontEnd, workbench, request);

    /// <summary>Whether a counterexample's task can be found again, so that it can be replayed from a file.</summary>
    public bool IsReplayable { get; init; } = true;

    /// <summary>What the task is made of; null where the corpus holds it.</summary>
    public EquivalenceEntry? Equivalence { get; init; }

    /// <summary>What is left of the findings of a file.</summary>
    public Func<StaticReport, ImmutableArray<Diagnostic>> Left { get; init; } = report => SuppressionRules.Apply(report.Source, report.Findings, id => RuleNames.Problem(id, []));

    public static Command Create(Streams streams)
    {
        var (inputs, proofs) = (new BatchInputs(), new ProofOptions());
        var assume = new Option<string[]>("--assume") { Description = "a condition on the sizes in C that joins the contract, such as 'N % 64 == 0'; may be repeated", AllowMultipleArgumentsPerToken = false };
        var command = inputs.Command("verify", "Run kernels over symbolic contents at every small size, and look at all sizes at once; prove or refute, with counterexamples", [.. proofs.All, assume]);
        command.SetAction((result, cancellation) => Task.FromResult((int)Run(inputs.Of(result), proofs.Of(result), [.. result.GetValue(assume) ?? []], streams, cancellation)));
        return command;
    }

    private static ExitCode Run(BatchRequest request, ProofRequest proofs, ImmutableArray<string> assumed, Streams streams, CancellationToken cancellation)
    {
        if (proofs.FolderProblem() is { } problem)
        {
            streams.Errors.Complain(problem);
            return ExitCode.Usage;
        }

        var workbench = new Workbench(CurrentInstallation.Find(), Confinement.Required, cancellation);
        if (Batch.Open(workbench, request, OptimizationLevel.Full, streams) is not { } batch)
        {
            return ExitCode.Usage;
        }

        if (proofs.SizeProblem(batch.Tasks) is { } mismatch)
        {
            streams.Errors.Complain(mismatch);
            return ExitCode.Usage;
        }

        var tasks = batch.Tasks.Distinct().ToDictionary(task => task, task => Joined(task, assumed, batch.FrontEnd));
        if (tasks.Values.SelectMany(joined => joined.Diagnostics).FirstOrDefault() is { } misuse)
        {
            streams.Errors.Complain(misuse.Message);
            return ExitCode.Usage;
        }

        var command = new VerifyCommand(batch.FrontEnd, workbench, proofs) { Left = batch.Left };
        return batch.Run((analysis, task) => command.Judge(analysis, tasks[task].Value!), streams);
    }

    private static Checked<KernelTask?> Joined(KernelTask task, IEnumerable<string> conditions, FrontEnd frontEnd) => conditions.Aggregate(
        new Checked<KernelTask?>(task, []), (joined, condition) => joined.Value is null ? joined : ContractAssumption.Join(joined.Value, condition, frontEnd.Parse));

    public FileReport Judge(Analysis analysis, KernelTask task) => analysis switch
    {
        Analysis.Done { Report: { Tree: not null } report } when report.Failure is not { Level: Level.Format } => Judged(report, task),
        Analysis.Done { Report: var report } => new(report.Source, task.Name, report.Findings, null, null),
        Analysis.Unread unread => new(unread.Source, task.Name, unread.Findings, null, null),
        _ => throw new UnreachableException(),
    };

    /// <summary>The claims, and the suspicions that no proof contradicts.</summary>
    private FileReport Judged(StaticReport report, KernelTask task)
    {
        var verification = Verify(report, task);
        var suspicions = Withdrawals.Suspicions(Left(report));
        var (kept, withdrawn) = Withdrawals.Of(suspicions, verification.Report, verification.AllSizes, _request.Sizes.IsEmpty);
        return new(report.Source, task.Name, kept, null, null) { Verification = verification, Withdrawn = withdrawn };
    }

    private Verification Verify(StaticReport report, KernelTask task)
    {
        var watch = Stopwatch.StartNew();
        var book = _request.Certificates is null ? null : new CertificateBook();
        var options = BoundedOptions.Default with { Given = _request.Sizes, Certificates = book, DiffersNatively = _workbench.DiffersNatively };
        var (claimed, request) = new Prover(_frontEnd, options).Verify(report, task, _workbench.Cancellation);
        var elapsed = watch.Elapsed;
        var exclusions = book is null ? null : new ExclusionBook();
        var allSizes = request is not null && _request.Sizes.IsEmpty ? AllSizesVerification.Verify(request, AllSizesOptions.Usual with { Exclusions = exclusions }, _workbench.Cancellation) : null;
        var verification = new Verification(claimed, elapsed)
        {
            AllSizes = allSizes,
            AllSizesElapsed = watch.Elapsed - elapsed,
        };
        verification = book is null ? verification : verification with { Certificates = Certified(verification, book, exclusions!, task, report.Source) };
        return IsReplayable && WitnessFolder.WitnessOf(claimed, task, report.Source) is { } document ? Kept(verification, document with { Equivalence = Equivalence }) : verification;
    }

    private ImmutableArray<Certificate> Certified(Verification verification, CertificateBook book, ExclusionBook exclusions, KernelTask task, SourceText source)
    {
        var folder = new CertificateFolder(_request.Certificates!);
        var bounded = folder.Certify(verification.Report, book, task.Name, source, _workbench.Cancellation);
        return verification.AllSizes is { } report ? [.. bounded, .. folder.Certify(report, exclusions, task.Name, source, _workbench.Cancellation)] : bounded;
    }

    private Verification Kept(Verification verification, WitnessDocument document) =>
        verification with { Witness = document, WitnessPath = _request.Witnesses is { } folder ? WitnessFolder.Write(document, folder) : null };
}
