using System.Collections.Immutable;
using System.Diagnostics;
using HpcVerify.Detectors;
using HpcVerify.Detectors.Policy;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Objects;
using HpcVerify.Rewards.Policy;
using HpcVerify.Verifier.Inputs;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Rewards.Scoring;

/// <summary>
/// The whole way from a model's response to evidence: extract, check, compile, verify, measure. The first stage that
/// fails ends it, because the ladder pays for how far a submission got.
/// </summary>
/// <param name="prover">Verifies kernels and gives them test cases; null where the tests of the task are enough.</param>
/// <param name="node">Where others work beside this, and have to rest while it measures; null where there is nobody else.</param>
public sealed class Scorer(Toolchain toolchain, TrustedKernels trusted, ScoringOptions options, Prover? prover = null, NodeGate? node = null)
{
    /// <summary>Teams in which a kernel must be right beside the one it is timed with.</summary>
    private static readonly ImmutableArray<int> OtherTeams = [1, 3];

    /// <summary>A team that is larger than most machines' here, and no multiple of the usual ones.</summary>
    private const int LargerTeam = 5;

    /// <summary>The seed draws a team between these, so that no number is large enough to be meant for all.</summary>
    private const int SmallestDrawnTeam = 17;
    private const int DrawnTeams = 24;

    /// <summary>Scores what static analysis has passed; nothing here reads the text again but the compiler.</summary>
    public Evidence Evaluate(StaticReport report, KernelTask task, CancellationToken cancellation)
    {
        var stages = new StageClock(toolchain.Clock, report.Elapsed);
        if (report.Failure is { } failure)
        {
            return stages.End(report.Findings, failure);
        }

        if (report.MissingFeature(toolchain.ProcessorFlags) is { } feature)
        {
            return stages.Unknown(report.Findings, $"this machine's processor lacks '{feature}', which the kernel needs");
        }

        var objectPath = Path.Combine(Path.GetTempPath(), $"hpcverify-{Environment.ProcessId}-{Guid.NewGuid():N}.so");
        try
        {
            return CompileAndRun(report, task, objectPath, stages, cancellation);
        }
        finally
        {
            File.Delete(objectPath);
        }
    }

    private bool IsVerifying => options.Stages.HasFlag(ScoringStages.Verification);

    private Evidence CompileAndRun(
        StaticReport report, KernelTask task, string objectPath, StageClock stages, CancellationToken cancellation)
    {
        var compiled = stages.Run("compile", () => toolchain.CompileKernel(report.Source.ToString(), options.Level, objectPath, cancellation));
        switch (compiled)
        {
            case CompileOutcome.Rejected rejected:
                return stages.End([.. report.Findings, CompileFindings.Of(rejected, report.Source)], new Failure(Level.Compile, CompileFindings.Sentence(rejected)));
            case CompileOutcome.LimitExceeded exceeded:
                return stages.End(report.Findings, new Failure(Level.Compile, $"the compiler was stopped: {exceeded.Reason}"));
            case CompileOutcome.Infrastructure infrastructure:
                return stages.Unknown(report.Findings, infrastructure.Reason);
            default:
                break;
        }

        var built = new BuiltKernel(objectPath, File.ReadAllBytes(objectPath));
        var objections = stages.Run("object", () => ObjectPolicy.Check(built.Bytes, task.EntryPoint));
        if (objections is [var objection, ..])
        {
            return stages.End([.. report.Findings, .. objections], new Failure(Level.Library, objection.Message));
        }

        if (report.Unread is { } unread)
        {
            return stages.Unknown(report.Findings, unread);
        }

        if (prover is null || !IsVerifying)
        {
            return Run(report, task, built, [], stages, cancellation);
        }

        var (proof, request) = stages.Run("prove", () => prover.Prove(report, task, cancellation));
        var cases = request is null ? [] : stages.Run("cases", () => NativeCases.Of(request, proof, options.Seed));
        var evidence = Run(report, task, built, cases, stages, cancellation) with { Proof = proof };
        return evidence is { Failure: null, Infrastructure: null } && proof.State == ProofState.Refuted
            ? evidence with { Failure = new(Level.Verification, $"refuted at {proof.FailingSizes}: {proof.Reason}") { Sizes = proof.FailingSizes } }
            : evidence;
    }

    private Evidence Run(
        StaticReport report, KernelTask task, BuiltKernel built, ImmutableArray<TrialInput> cases, StageClock stages, CancellationToken cancellation)
    {
        var team = task.TeamAt(task.ScoredSizes);
        var threads = team ?? options.Threads;
        var place = TrustedKernels.Placed(SessionOptions.WithThreads(threads), threads, options.Timing);
        var start = stages.Run("load", () => toolchain.Start(built.Path, task.EntryPoint, place, cancellation));
        if (start is not SessionStart.Running { Session: var session })
        {
            return stages.End(report.Findings, NativeVerdict.Of(((SessionStart.Failed)start).Outcome, "loading"));
        }

        using (session)
        {
            var scoring = new NativeScoring(task, trusted, options);
            var verdict = IsVerifying ? stages.Run("verify", () => Verify(scoring, session, report, task, built, team, cancellation)) : NativeVerdict.Pass;
            verdict = verdict.IsPass && !cases.IsEmpty ? stages.Run("try", () => scoring.VerifyCases(session, cases, cancellation)) : verdict;
            if (!verdict.IsPass)
            {
                return stages.End(report.Findings, verdict);
            }

            if (!options.Stages.HasFlag(ScoringStages.Timing))
            {
                return stages.Pass(report.Findings);
            }

            var (timing, measurement) = Alone(() => stages.Run("measure", () => scoring.Measure(session, cancellation)), cancellation);
            return !timing.IsPass ? stages.End(report.Findings, timing)
                : options.Machine is { } machine && SpeedLimit.Check(measurement!, task, machine) is { } impossible ? stages.Unknown([.. report.Findings, impossible], impossible.Message)
                : stages.Succeed(report.Findings, measurement!);
        }
    }

    /// <summary>
    /// In the team the contract promises. Where it promises none and the kernel may have one, alone, with no more granted to whoever asks, and as an odd number of threads as well, and once at
    /// the scored sizes by teams too large for a machine's worth of threads to have done all the work.
    /// </summary>
    private NativeVerdict Verify(
        NativeScoring scoring, KernelSession session, StaticReport report, KernelTask task, BuiltKernel built, int? team, CancellationToken cancellation)
    {
        var verdict = scoring.Verify(session, report.Tree is { } tree ? Lowering.Lower(tree).Value : null, cancellation);
        int[] larger = [LargerTeam, SmallestDrawnTeam + (int)(options.Seed % DrawnTeams)];
        foreach (var threads in team is null && ObjectPolicy.MayHaveTeam(built.Bytes) ? OtherTeams.Concat(larger).Where(threads => threads == 1 || threads != options.Threads) : [])
        {
            if (!verdict.IsPass)
            {
                break;
            }

            var start = toolchain.Start(built.Path, task.EntryPoint, threads == 1 ? SessionOptions.Alone : SessionOptions.WithThreads(threads), cancellation);
            if (start is not SessionStart.Running { Session: var other })
            {
                return NativeVerdict.Of(((SessionStart.Failed)start).Outcome, "loading");
            }

            using (other)
            {
                verdict = larger.Contains(threads)
                    ? scoring.VerifyLargerTeam(other, threads, cancellation)
                    : scoring.VerifyTeam(other, threads, cancellation);
            }
        }

        return verdict;
    }

    private T Alone<T>(Func<T> measure, CancellationToken cancellation) => node is null ? measure() : node.Alone(measure, cancellation);

    /// <summary>A kernel's shared object, and where it lies.</summary>
    private sealed record BuiltKernel(string Path, ReadOnlyMemory<byte> Bytes);

    /// <summary>Times the stages, and closes the evidence with what they took.</summary>
    private sealed class StageClock(TimeProvider clock, ImmutableArray<StageTime> before)
    {
        private readonly List<StageTime> _stages = [.. before];

        public T Run<T>(string stage, Func<T> run)
        {
            var start = clock.GetTimestamp();
            var result = run();
            _stages.Add(new(stage, clock.GetElapsedTime(start)));
            return result;
        }

        public Evidence End(ImmutableArray<Diagnostic> findings, Failure failure) => new(findings, failure, null, null, [.. _stages]);

        public Evidence End(ImmutableArray<Diagnostic> findings, NativeVerdict verdict) =>
            new(findings, verdict.Failure, null, verdict.Infrastructure, [.. _stages]);

        public Evidence Unknown(ImmutableArray<Diagnostic> findings, string reason) => new(findings, null, null, reason, [.. _stages]);

        public Evidence Pass(ImmutableArray<Diagnostic> findings) => new(findings, null, null, null, [.. _stages]);

        public Evidence Succeed(ImmutableArray<Diagnostic> findings, Measurement measurement) => new(findings, null, measurement, null, [.. _stages]);
    }
}
