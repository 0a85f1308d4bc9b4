using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Benchmarks;

/// <summary>What scoring under <c>paper</c> and under <c>verified</c> makes of a kernel.</summary>
/// <param name="Layer">What decided, were it a cheat.</param>
/// <param name="PaperOfNaive">Its reward in shares of the naive kernel's under the same profile; below 0 for a failure, null where it is unscored.</param>
internal sealed record CheatResult(
    CheatLayer Layer, Score Paper, Score Verified, double? PaperOfNaive, double? VerifiedOfNaive, ProofState? State, string Reason);

/// <summary>Everything that scoring the kernels of one task needs, and how fast its naive kernel is.</summary>
internal sealed class CheatBench : IDisposable
{
    /// <summary>What two measurements of the same kernel may differ by on a machine that others use, too.</summary>
    private const double Noise = 1.25;

    private const int Threads = 2;

    /// <summary>How often a kernel that passes is scored, for the median; the naive kernel, too.</summary>
    private const int Rounds = 5;

    private readonly FrontEnd _frontEnd;
    private readonly KernelTask _task;
    private readonly TrustedKernels _trusted;
    private readonly Scorer _tests;
    private readonly Scorer _proofs;

    private CheatBench(FrontEnd frontEnd, KernelTask task, TrustedKernels trusted, Toolchain toolchain)
    {
        (_frontEnd, _task, _trusted) = (frontEnd, task, trusted);
        var options = new ScoringOptions(OptimizationLevel.Full, 1, ScoringOptions.PaperTimedRuns, Threads);
        _tests = new(toolchain, trusted, options);
        _proofs = new(toolchain, trusted, options, new Prover(frontEnd, BoundedOptions.Default));
        (NaivePaper, NaiveVerified) = Naive();
    }

    /// <summary>The naive kernel's rewards, in speeds of the reference that was timed in turn with it.</summary>
    public double NaivePaper { get; }

    public double NaiveVerified { get; }

    public static CheatBench Open(string name, CorpusKernels kernels)
    {
        var task = KernelTaskReader.Read(Path.Combine(kernels.Workbench.Installation.CorpusDirectory, name), kernels.FrontEnd.Parse).Value
            ?? throw new InvalidOperationException($"no task '{name}'");
        var toolchain = ((ToolchainState.Ready)kernels.Workbench.Toolchain).Toolchain;
        var (trusted, error) = TrustedKernels.Open(task, toolchain, Threads, CancellationToken.None);
        return new(kernels.FrontEnd, task, trusted ?? throw new InvalidOperationException(error), toolchain);
    }

    public void Dispose() => _trusted.Dispose();

    public CheatResult Score(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var (isDecided, tested) = Evaluate(path, bytes, _tests);
        var hasFailed = tested is { Failure: not null } or { Infrastructure: not null };
        var known = hasFailed ? tested : Evaluate(path, bytes, _proofs).Evidence;
        var (paper, verified) = (RewardPolicy.Paper(tested), RewardPolicy.Verified(known, RewardWeights.Default));
        List<Evidence> rounds = [tested];
        while (!hasFailed && known.Failure is null && rounds.Count < Rounds)
        {
            rounds.Add(Evaluate(path, bytes, _tests).Evidence);
        }

        var ofPaper = Median(rounds.Select(round => OfNaive(RewardPolicy.Paper(round), round, NaivePaper)));
        var ofVerified = known.Failure is null
            ? Median(rounds.Select(round => OfNaive(RewardPolicy.Verified(round with { Proof = known.Proof }, RewardWeights.Default), round, NaiveVerified)))
            : OfNaive(verified, known, NaiveVerified);
        return new(
            CheatLayers.Of(isDecided, tested, hasFailed ? null : known, ofPaper > Noise || ofVerified > Noise), paper, verified, ofPaper, ofVerified,
            known.Proof?.State, ReasonOf(verified is Score.Unscored ? paper : verified));
    }

    /// <summary>The middle one; null where one of them has no number.</summary>
    private static double? Median(IEnumerable<double?> shares)
    {
        var sorted = shares.Order().ToList();
        return sorted[0] is null ? null : sorted[sorted.Count / 2];
    }

    /// <summary>
    /// Both are measured by the reference, which runs in turn with either: the machine may be slower at one time than at another, and is so for
    /// both. Penalties stay as they are.
    /// </summary>
    private static double? OfNaive(Score score, Evidence evidence, double naive) =>
        score is not Score.Scored { Reward: var reward } ? null : reward < 0 ? reward : OfReference(reward, evidence) / naive;

    private static double OfReference(double reward, Evidence evidence) => reward / evidence.Measurement!.NaiveSpeed!.Value;

    private static string ReasonOf(Score score) => score switch
    {
        Score.Scored { Reason: var reason } => reason,
        Score.Unscored { Reason: var reason } => reason,
        _ => throw new InvalidOperationException(),
    };

    private (bool IsDecidedByText, Evidence Evidence) Evaluate(string path, byte[] bytes, Scorer scorer)
    {
        var report = StaticAnalysis.Run(path, bytes, _task, _frontEnd);
        return (report.Failure is not null || report.Unread is not null, scorer.Evaluate(report, _task, CancellationToken.None));
    }

    /// <summary>The reference as a submission: the specification without its contract, with the reference named as the entry point.</summary>
    private (double Paper, double Verified) Naive()
    {
        var text = _task.ReferenceSource.ToString().Replace(_task.ReferenceName, _task.EntryPoint, StringComparison.Ordinal);
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var proved = Evaluate("naive.c", bytes, _proofs).Evidence;
        var ratio = Enumerable.Range(1, Rounds - 1).Select(_ => Evaluate("naive.c", bytes, _tests).Evidence).Append(proved)
            .Select(evidence => OfReference(Paid(RewardPolicy.Paper(evidence with { Proof = null })), evidence)).Order().ElementAt(Rounds / 2);
        var share = Paid(RewardPolicy.Verified(proved, RewardWeights.Default)) / Paid(RewardPolicy.Paper(proved with { Proof = null }));

        // It is the reference, built with more optimisation: where it comes out slower, that was the machine.
        return (Math.Max(1, ratio), Math.Max(1, ratio * share));
    }

    private double Paid(Score score) => score is Score.Scored { Level: Level.Ok, Reward: var reward }
        ? reward
        : throw new InvalidOperationException($"the naive kernel of '{_task.Name}' is not paid: {ReasonOf(score)}");
}
