using System.Text;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Trainer.Variants;
using HpcVerify.Trainer.Variants.Corpus;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary>Judges kernels of a training corpus: by proof, by running and timing them here, or both.</summary>
internal sealed class KernelJudge : IKernelJudge, IDisposable
{
    private readonly FrontEnd _frontEnd;
    private readonly Prover? _prover;
    private readonly Toolchain? _toolchain;
    private readonly ScoringOptions _options;
    private readonly Dictionary<string, (TrustedKernels? Kernels, string? Error)> _trusted = [];

    /// <param name="toolchain">Runs and times kernels, one at a time; null where they are not measured.</param>
    public KernelJudge(FrontEnd frontEnd, bool isVerifying, Toolchain? toolchain, ulong seed)
    {
        _frontEnd = frontEnd;
        _toolchain = toolchain;
        _prover = isVerifying ? new(frontEnd, BoundedOptions.Default) : null;
        _options = new(OptimizationLevel.Full, seed, ScoringOptions.PaperTimedRuns, Math.Min(Environment.ProcessorCount, ProcessLimits.MostThreads)) { Machine = MachineLimits.Of(null).Machine };
    }

    public Judgement Judge(KernelTask task, string code, CancellationToken cancellation)
    {
        var report = StaticAnalysis.Run("kernel.c", Encoding.UTF8.GetBytes(code), task, _frontEnd);
        var proof = _prover is null || report.Failure is not null ? null : _prover.Prove(report, task, cancellation).Proof;

        // A task without sizes to score is one of two functions, which nobody times.
        var evidence = _toolchain is null || task.TestSizes.IsEmpty ? null : Evaluate(report, task, cancellation);
        var (level, levelIs) = LevelOf(report, proof, evidence);
        return new(
            level, levelIs, proof?.State.ToString().ToLowerInvariant() ?? Judgement.None.Verdict, ScopeOf(report, proof), proof?.Lines ?? [],
            evidence is { Failure: null, Measurement: { } measured } ? new(measured.Speed, MetricName.Key(measured.Metric), Machine) : null);
    }

    public void Dispose()
    {
        foreach (var (kernels, _) in _trusted.Values)
        {
            kernels?.Dispose();
        }
    }

    private string Machine => _options.Machine is { } machine ? ExampleText.MachineWords(machine) : "unknown";

    private static (Level? Level, string? LevelIs) LevelOf(StaticReport report, Proof? proof, Evidence? evidence) =>
        report.Failure is { } unread ? (unread.Level, "reading")
        : evidence is { Failure: { } failure } ? (failure.Level, "scoring")
        : proof is { State: ProofState.Refuted } ? (Level.Verification, "refuted")
        : evidence is { Infrastructure: null } ? (Level.Ok, "scoring")
        : (null, null);

    private static string ScopeOf(StaticReport report, Proof? proof) =>
        report.Failure is { } failure ? $"not verified: {failure.Reason}"
        : proof is null ? Judgement.None.Scope
        : proof.State == ProofState.Proved ? $"{proof.Reason}; {ReachOf(proof.Reach)}"
        : $"{proof.State.ToString().ToLowerInvariant()}: {proof.Reason}";

    private static string ReachOf(ProofReach reach) => reach switch
    {
        ProofReach.AllSizes => "memory and races for all sizes",
        ProofReach.Conditional => "memory and races beyond these under the condition of the claims",
        _ => "these sizes only",
    };

    private Evidence? Evaluate(StaticReport report, KernelTask task, CancellationToken cancellation)
    {
        if (!_trusted.TryGetValue(task.Name, out var trusted))
        {
            trusted = _trusted[task.Name] = TrustedKernels.Open(task, _toolchain!, _options.Threads, cancellation);
        }

        return trusted.Kernels is { } kernels ? new Scorer(_toolchain!, kernels, _options).Evaluate(report, task, cancellation) : Evidence.Unknown(trusted.Error!);
    }
}
