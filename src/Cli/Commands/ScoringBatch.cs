using System.Collections.Concurrent;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary>
/// Scores the files of a batch; each worker has trusted kernels of its own for every task it meets, because a session
/// serves one call at a time.
/// </summary>
internal sealed class ScoringBatch(Batch batch, Toolchain toolchain, ScoringOptions options) : IDisposable
{
    private readonly ConcurrentBag<TrustedKernels> _opened = [];
    private readonly ThreadLocal<Dictionary<string, (TrustedKernels? Kernels, string? Error)>> _own = new(() => []);

    public FileReport Score(InputFile file, KernelTask task)
    {
        var report = batch.Analyse(file, task);
        var (trusted, error) = TrustedFor(task);
        var evidence = trusted is null
            ? new Evidence(report.Findings, null, null, error, report.Elapsed)
            : new Scorer(toolchain, trusted, options).Evaluate(report, task, batch.Cancellation);
        return new(report.Source, task.Name, evidence.Findings, evidence, RewardPolicy.Paper(evidence));
    }

    public void Dispose()
    {
        foreach (var kernels in _opened)
        {
            kernels.Dispose();
        }

        _own.Dispose();
    }

    private (TrustedKernels? Kernels, string? Error) TrustedFor(KernelTask task)
    {
        if (!_own.Value!.TryGetValue(task.Name, out var entry))
        {
            entry = TrustedKernels.Open(task, toolchain, options.Threads, batch.Cancellation);
            _own.Value[task.Name] = entry;
            if (entry.Kernels is { } kernels)
            {
                _opened.Add(kernels);
            }
        }

        return entry;
    }
}
