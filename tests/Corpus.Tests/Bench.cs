using HpcVerify.Cli;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Corpus.Tests;

/// <summary>Everything that scoring the corpus at one level needs, opened once for a test class.</summary>
public sealed class Bench : IDisposable
{
    private const int Threads = 2;
    private readonly Dictionary<(string Task, OptimizationLevel Level), Opened> _opened = [];

    public static string CorpusDirectory { get; } = Repository.PathOf("corpus");

    /// <summary>The level a sample reaches, and why; "unscored" when that is the answer.</summary>
    internal (string Level, string Reason) Score(Sample sample, OptimizationLevel level)
    {
        var opened = Open(sample.Task, level);
        var report = StaticAnalysis.Run(sample.Path, File.ReadAllBytes(sample.Path), opened.Task, opened.FrontEnd);
        var evidence = opened.Scorer.Evaluate(report, opened.Task, CancellationToken.None);
        return RewardPolicy.Paper(evidence) switch
        {
            Score.Scored scored => (scored.Level.ToString().ToLowerInvariant(), scored.Reason),
            Score.Unscored unscored => ("unscored", unscored.Reason),
            _ => throw new InvalidOperationException(),
        };
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

    private sealed record Opened(FrontEnd FrontEnd, KernelTask Task, TrustedKernels Trusted, Scorer Scorer)
    {
        public static Opened Create(string name, OptimizationLevel level)
        {
            var installation = Installation.Find(AppContext.BaseDirectory, Environment.GetEnvironmentVariable);
            var workbench = new Workbench(installation, Confinement.Required, CancellationToken.None);
            var frontEnd = workbench.OpenFrontEnd(level).FrontEnd ?? throw new InvalidOperationException("no front end");
            var task = KernelTaskReader.Read(Path.Combine(CorpusDirectory, name), frontEnd.Parse).Value ?? throw new InvalidOperationException(name);
            var toolchain = ((ToolchainState.Ready)workbench.Toolchain).Toolchain;
            var (trusted, error) = TrustedKernels.Open(task, toolchain, Threads, CancellationToken.None);
            var scorer = new Scorer(toolchain, trusted ?? throw new InvalidOperationException(error), new(level, 1, ScoringOptions.PaperTimedRuns, Threads));
            return new(frontEnd, task, trusted, scorer);
        }
    }
}
