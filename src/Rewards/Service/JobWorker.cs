using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Hardware;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Rewards.Service;

/// <summary>A task as a worker has it: what it is, and the hash of its files.</summary>
public sealed record KnownTask(KernelTask Task, string Hash);

/// <summary>All that working on jobs takes.</summary>
/// <param name="FrontEnd">Sees what the scoring compiler sees.</param>
/// <param name="Tasks">By name.</param>
/// <param name="Gate">Shared by all who work on this machine.</param>
/// <param name="Machine">This machine: no speed beyond its limits is believed; null where nothing is known of it.</param>
public sealed record EvaluationTools(Toolchain Toolchain, FrontEnd FrontEnd, IReadOnlyDictionary<string, KnownTask> Tasks, NodeGate Gate, HardwareSpecification? Machine)
{
    /// <summary>How kernels are compiled, which <paramref name="FrontEnd"/> knows of.</summary>
    public OptimizationLevel Level { get; init; } = OptimizationLevel.Full;
}

/// <summary>
/// Works on one job at a time. It keeps the trusted kernels of every task and team it has met; they are opened anew when something fails
/// that was not the submission, because they may be what failed.
/// </summary>
public sealed class JobWorker(EvaluationTools tools) : IDisposable
{
    private readonly Dictionary<(string Task, int Threads, TimingProfile Timing), TrustedKernels> _trusted = [];
    private readonly Prover _prover = new(tools.FrontEnd, BoundedOptions.Default);

    /// <summary>The evidence of a job; the worker boundary: an exception, which is a bug of ours, is evidence without a number.</summary>
    /// <exception cref="OperationCanceledException">The job was given up.</exception>
    public Evidence Evaluate(EvaluationJob job, CancellationToken cancellation)
    {
        try
        {
            var evidence = tools.Gate.Work(() => Find(job, cancellation), cancellation);
            cancellation.ThrowIfCancellationRequested();
            if (evidence.Infrastructure is not null)
            {
                Forget();
            }

            return evidence;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            Forget();
            return Evidence.Unknown(exception);
        }
    }

    public void Dispose() => Forget();

    private Evidence Find(EvaluationJob job, CancellationToken cancellation)
    {
        if (!tools.Tasks.TryGetValue(job.Task, out var known))
        {
            return Evidence.Unknown($"the worker has no task '{job.Task}'");
        }

        if (known.Hash != job.TaskHash)
        {
            return Evidence.Unknown($"the worker's task '{job.Task}' is another one than the job's");
        }

        var (report, unknown) = TimedAnalysis.Run(job.Response, known.Task, job.Options.Stage, tools.FrontEnd, cancellation);
        if (report is null)
        {
            return unknown!;
        }

        return report.Failure is { } failure
            ? new(report.Findings, failure, null, null, report.Elapsed)
            : Score(report, known.Task, job.Options, cancellation);
    }

    private Evidence Score(StaticReport report, KernelTask task, EvaluationOptions options, CancellationToken cancellation)
    {
        var key = (task.Name, options.Threads, options.Timing);
        if (!_trusted.TryGetValue(key, out var trusted))
        {
            var (opened, error) = TrustedKernels.Open(task, tools.Toolchain, options.Threads, options.Timing, cancellation);
            if (opened is null)
            {
                return new(report.Findings, null, null, error, report.Elapsed);
            }

            trusted = _trusted[key] = opened;
        }

        return new Scorer(tools.Toolchain, trusted, options.Scoring with { Level = tools.Level, Machine = tools.Machine }, options.IsProving ? _prover : null, tools.Gate).Evaluate(report, task, cancellation);
    }

    private void Forget()
    {
        foreach (var trusted in _trusted.Values)
        {
            trusted.Dispose();
        }

        _trusted.Clear();
    }
}
