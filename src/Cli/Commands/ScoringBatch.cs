using System.Collections.Concurrent;
using System.Diagnostics;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary>
/// Gathers the evidence of the files of a batch; each worker has trusted kernels of its own for every task it meets, because a session
/// serves one call at a time.
/// </summary>
internal sealed class ScoringBatch(Batch batch, Toolchain toolchain, ScoringOptions options, bool isProving) : IDisposable
{
    private readonly Prover? _prover = isProving ? new(batch.FrontEnd, BoundedOptions.Default) : null;
    private readonly ConcurrentBag<TrustedKernels> _opened = [];
    private readonly ThreadLocal<Dictionary<string, (TrustedKernels? Kernels, string? Error)>> _own = new(() => []);

    /// <summary>All that is known of a file; what that is worth is said when all of them are known.</summary>
    public FileReport Examine(Analysis analysis, KernelTask task) => analysis switch
    {
        Analysis.Done { Report: var report } => Report(report.Source, task, Evaluate(report, task)),
        Analysis.Unread unread => Report(unread.Source, task, new(unread.Findings, null, null, unread.Reason, [])),
        _ => throw new UnreachableException(),
    };

    public void Dispose()
    {
        foreach (var kernels in _opened)
        {
            kernels.Dispose();
        }

        _own.Dispose();
    }

    private static FileReport Report(SourceText source, KernelTask task, Evidence evidence)
    {
        var (kept, withdrawn) = evidence.Proof is { Report: { } proved } proof ? Withdrawals.Of(evidence.Findings, proved, proof.AllSizes, arePlanned: true) : new(evidence.Findings, []);
        return new(source, task.Name, kept, evidence, null) { Verification = VerificationOf(evidence, task, source), Withdrawn = withdrawn };
    }

    private static Verification? VerificationOf(Evidence evidence, KernelTask task, SourceText source) =>
        evidence.Proof is { Report: { } report } proof
            ? new(report, proof.Elapsed) { AllSizes = proof.AllSizes, AllSizesElapsed = proof.AllSizesElapsed, Witness = WitnessFolder.WitnessOf(report, task, source) }
            : null;

    private Evidence Evaluate(StaticReport report, KernelTask task)
    {
        var (trusted, error) = TrustedFor(task);
        return trusted is null
            ? new Evidence(report.Findings, null, null, error, report.Elapsed)
            : new Scorer(toolchain, trusted, options, _prover).Evaluate(report, task, batch.Cancellation);
    }

    private (TrustedKernels? Kernels, string? Error) TrustedFor(KernelTask task)
    {
        if (!_own.Value!.TryGetValue(task.Name, out var entry))
        {
            entry = TrustedKernels.Open(task, toolchain, options.Threads, options.Timing, batch.Cancellation);
            _own.Value[task.Name] = entry;
            if (entry.Kernels is { } kernels)
            {
                _opened.Add(kernels);
            }
        }

        return entry;
    }
}
