using HpcVerify.Cli;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Corpus.Tests;

/// <summary>Everything that scoring the corpus at one level needs, opened once for a test class.</summary>
public sealed class Bench : IDisposable
{
    private const int Threads = 2;
    private readonly Dictionary<(string Task, OptimizationLevel Level), Opened> _opened = [];

    public static string CorpusDirectory { get; } = Repository.PathOf("corpus");

    /// <summary>The level a sample reaches, and why; "unscored" when that is the answer.</summary>
    internal (string Level, string Reason) Score(Sample sample, OptimizationLevel level) =>
        Score(sample, File.ReadAllBytes(sample.Path), level);

    /// <summary>The kernel form of a sample printed as C, and what that form leaves open.</summary>
    internal (string Code, IReadOnlyList<string> Gaps) Print(Sample sample, OptimizationLevel level)
    {
        var tree = Open(sample.Task, level).FrontEnd.Parse(SourceText.FromBytes(sample.Path, File.ReadAllBytes(sample.Path))).Value;
        var (module, findings) = Lowering.Lower(tree);
        var includes = tree.Inclusions.Select(inclusion => $"#include <{inclusion.Header}>\n");
        return (string.Concat(includes) + KernelPrinter.Print(module), [.. findings.Select(finding => finding.Message)]);
    }

    /// <summary>The level that other text reaches in a sample's place.</summary>
    internal (string Level, string Reason) Score(Sample sample, byte[] code, OptimizationLevel level)
    {
        var opened = Open(sample.Task, level);
        var report = StaticAnalysis.Run(sample.Path, code, opened.Task, opened.FrontEnd);
        var evidence = opened.Scorer.Evaluate(report, opened.Task, CancellationToken.None);
        return RewardPolicy.Paper(evidence) switch
        {
            Score.Scored scored => (scored.Level.ToString().ToLowerInvariant(), scored.Reason),
            Score.Unscored unscored => ("unscored", unscored.Reason),
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>What the profile 'verified' makes of a sample, and the evidence.</summary>
    internal (Score Score, Evidence Evidence) ScoreVerified(Sample sample)
    {
        var opened = Open(sample.Task, OptimizationLevel.Full);
        var report = StaticAnalysis.Run(sample.Path, File.ReadAllBytes(sample.Path), opened.Task, opened.FrontEnd);
        var evidence = opened.Verified.Evaluate(report, opened.Task, CancellationToken.None);
        return (RewardPolicy.Verified(evidence, RewardWeights.Default), evidence);
    }

    public void Dispose()
    {
        foreach (var opened in _opened.Values)
        {
            opened.Trusted.Dispose();
        }
    }

    private Opened Open(string task, OptimizationLevel level)
    {
        if (!_opened.TryGetValue((task, level), out var opened))
        {
            opened = Opened.Create(task, level);
            _opened[(task, level)] = opened;
        }

        return opened;
    }

    private sealed record Opened(FrontEnd FrontEnd, KernelTask Task, TrustedKernels Trusted, Scorer Scorer, Scorer Verified)
    {
        public static Opened Create(string name, OptimizationLevel level)
        {
            var installation = Installation.Find(AppContext.BaseDirectory, Environment.GetEnvironmentVariable);
            var workbench = new Workbench(installation, Confinement.Required, CancellationToken.None);
            var frontEnd = workbench.OpenFrontEnd(level).FrontEnd ?? throw new InvalidOperationException("no front end");
            var task = KernelTaskReader.Read(Path.Combine(CorpusDirectory, name), frontEnd.Parse).Value ?? throw new InvalidOperationException(name);
            var toolchain = ((ToolchainState.Ready)workbench.Toolchain).Toolchain;
            var (trusted, error) = TrustedKernels.Open(task, toolchain, Threads, CancellationToken.None);
            var options = new ScoringOptions(level, 1, Repository.IsLongRun ? ScoringOptions.PaperTimedRuns : 1, Threads);
            var kernels = trusted ?? throw new InvalidOperationException(error);
            return new(
                frontEnd, task, kernels, new(toolchain, kernels, options),
                new(toolchain, kernels, options, new Prover(frontEnd, BoundedOptions.Default)));
        }
    }
}
