using System.Collections.Immutable;
using System.Diagnostics;
using HpcVerify.Detectors;
using HpcVerify.Detectors.Policy;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Policy;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Rewards.Scoring;

/// <summary>
/// The whole way from a model's response to evidence: extract, check, compile, verify, measure. The first stage that
/// fails ends it, because the ladder pays for how far a submission got.
/// </summary>
public sealed class Scorer(Toolchain toolchain, TrustedKernels trusted, ScoringOptions options)
{
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

    private Evidence CompileAndRun(
        StaticReport report, KernelTask task, string objectPath, StageClock stages, CancellationToken cancellation)
    {
        var compiled = stages.Run("compile", () => toolchain.Compiler.CompileKernel(
            report.Source.ToString(), Compiler.KernelFlags(options.Level), objectPath, ProcessLimits.ForCompile, cancellation));
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

        if (report.Unread is { } unread)
        {
            return stages.Unknown(report.Findings, unread);
        }

        var start = stages.Run("load", () => toolchain.Start(
            objectPath, task.EntryPoint, SessionOptions.WithThreads(options.Threads), cancellation));
        if (start is not SessionStart.Running { Session: var session })
        {
            return stages.End(report.Findings, NativeVerdict.Of(((SessionStart.Failed)start).Outcome, "loading"));
        }

        using (session)
        {
            var scoring = new NativeScoring(task, trusted, options);
            var verdict = stages.Run("verify", () => scoring.Verify(session, cancellation));
            if (!verdict.IsPass)
            {
                return stages.End(report.Findings, verdict);
            }

            var (timing, measurement) = stages.Run("measure", () => scoring.Measure(session, cancellation));
            return timing.IsPass ? stages.Succeed(report.Findings, measurement!) : stages.End(report.Findings, timing);
        }
    }

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

        public Evidence Succeed(ImmutableArray<Diagnostic> findings, Measurement measurement) => new(findings, null, measurement, null, [.. _stages]);
    }
}
