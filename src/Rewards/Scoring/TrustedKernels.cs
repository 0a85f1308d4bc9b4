using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Parser.Contracts;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Rewards.Scoring;

/// <summary>
/// The trusted side of scoring one task: the reference and the baseline, built once and kept in processes of their own.
/// </summary>
public sealed class TrustedKernels : IDisposable
{
    private static readonly ImmutableArray<string> ReferenceFlags = ["-O2", "-std=gnu17", "-ffp-contract=off", "-fPIC", "-shared"];
    private static readonly ImmutableArray<string> BaselineFlags = ["-O2", "-std=gnu17", "-fPIC", "-shared"];

    private TrustedKernels(KernelSession reference, KernelSession? baseline)
    {
        Reference = reference;
        Baseline = baseline;
    }

    public KernelSession Reference { get; }

    /// <summary>The same task by a trusted library; null where the task or the machine has none.</summary>
    public KernelSession? Baseline { get; }

    /// <summary>Builds and loads both; an error is a defect of the installation or the corpus, never of a submission.</summary>
    public static (TrustedKernels? Kernels, string? Error) Open(
        KernelTask task, Toolchain toolchain, int threads, CancellationToken cancellation)
    {
        var (reference, referenceError) = Load(
            toolchain, task.ReferenceSource.ToString(), ReferenceFlags, [], task.ReferenceName, SessionOptions.WithThreads(1), cancellation);
        if (reference is null)
        {
            return (null, $"the reference of '{task.Name}' is not usable: {referenceError}");
        }

        if (task.Baseline is not { } baselineSource || NativeProbe.OpenBlasPath() is not { Length: > 0 } library)
        {
            return (new(reference, null), null);
        }

        var (baseline, baselineError) = Load(
            toolchain, baselineSource.ToString(), BaselineFlags, [library], task.EntryPoint, BaselineOptions(threads), cancellation);
        if (baseline is null)
        {
            reference.Dispose();
            return (null, $"the baseline of '{task.Name}' is not usable: {baselineError}");
        }

        return (new(reference, baseline), null);
    }

    public void Dispose()
    {
        Reference.Dispose();
        Baseline?.Dispose();
    }

    private static (KernelSession? Session, string? Error) Load(
        Toolchain toolchain, string source, ImmutableArray<string> flags, ImmutableArray<string> libraries, string entryPoint,
        SessionOptions options, CancellationToken cancellation)
    {
        if (toolchain.BuildTrusted(source, flags, libraries, cancellation) is not CompileOutcome.Compiled built)
        {
            return (null, toolchain.BuildTrusted(source, flags, libraries, cancellation).ToString());
        }

        return toolchain.Start(built.Path, entryPoint, options, cancellation) switch
        {
            SessionStart.Running running => (running.Session, null),
            var failed => (null, failed.ToString()),
        };
    }

    private static SessionOptions BaselineOptions(int threads)
    {
        var options = SessionOptions.WithThreads(threads);
        return options with
        {
            View = SystemView.Whole,
            Environment = options.Environment.SetItem("OPENBLAS_NUM_THREADS", threads.ToString(CultureInfo.InvariantCulture)),
        };
    }
}
