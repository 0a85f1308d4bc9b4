using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Parser.Contracts;
using HpcVerify.Rewards.Policy;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Rewards.Scoring;

/// <summary>
/// The trusted side of scoring one task: the reference, the magnitude function and the baseline, built once and kept in
/// processes of their own.
/// </summary>
public sealed class TrustedKernels : IDisposable
{
    private static readonly ImmutableArray<string> ReferenceFlags = ["-O2", "-std=gnu17", "-ffp-contract=off", "-fPIC", "-shared"];
    private static readonly ImmutableArray<string> BaselineFlags = ["-O2", "-std=gnu17", "-fPIC", "-shared"];

    private TrustedKernels(KernelSession reference, KernelSession? magnitude, KernelSession? baseline, KernelSession? gauge)
    {
        Gauge = gauge;
        Reference = reference;
        Magnitude = magnitude;
        Baseline = baseline;
    }

    public KernelSession Reference { get; }

    /// <summary>Computes the scale of rounding errors; null where the reference on absolute values does.</summary>
    public KernelSession? Magnitude { get; }

    /// <summary>The same task by a trusted library; null where the task or the machine has none.</summary>
    public KernelSession? Baseline { get; }

    /// <summary>Work that is always the same; null where drift is not looked for.</summary>
    public KernelSession? Gauge { get; }

    /// <summary>What the reference said to what every submission is asked.</summary>
    internal AnswerBook Answers { get; } = new();

    /// <summary>Builds and loads what timing as in the paper needs.</summary>
    public static (TrustedKernels? Kernels, string? Error) Open(KernelTask task, Toolchain toolchain, int threads, CancellationToken cancellation) =>
        Open(task, toolchain, threads, TimingProfile.Paper, cancellation);

    /// <summary>Builds and loads them; an error is a defect of the installation or the corpus, never of a submission.</summary>
    public static (TrustedKernels? Kernels, string? Error) Open(
        KernelTask task, Toolchain toolchain, int threads, TimingProfile timing, CancellationToken cancellation)
    {
        var reference = LoadSpecified(task, task.ReferenceName, toolchain, cancellation);
        var magnitude = LoadSpecified(task, task.MagnitudeName, toolchain, cancellation);
        var baseline = LoadBaseline(task, toolchain, Placed(BaselineOptions(threads), threads, timing), cancellation);
        var gauge = timing == TimingProfile.Robust
            ? GaugeProgram.Open(toolchain, Placed(SessionOptions.WithThreads(threads), threads, timing), cancellation)
            : (null, null);
        if ((reference.Error ?? magnitude.Error ?? baseline.Error ?? gauge.Error) is not { } error)
        {
            return (new(reference.Session!, magnitude.Session, baseline.Session, gauge.Session), null);
        }

        reference.Session?.Dispose();
        magnitude.Session?.Dispose();
        baseline.Session?.Dispose();
        gauge.Session?.Dispose();
        return (null, error);
    }

    public void Dispose()
    {
        Reference.Dispose();
        Magnitude?.Dispose();
        Baseline?.Dispose();
        Gauge?.Dispose();
    }

    /// <summary>What is compared with a kernel runs where the kernel does.</summary>
    internal static SessionOptions Placed(SessionOptions session, int threads, TimingProfile timing) =>
        (timing == TimingProfile.Robust ? session.PlacedApart(threads) : session).Spread(threads);

    /// <summary>A function of the specification; nothing for a task without it.</summary>
    private static (KernelSession? Session, string? Error) LoadSpecified(
        KernelTask task, string? function, Toolchain toolchain, CancellationToken cancellation)
    {
        if (function is null)
        {
            return (null, null);
        }

        var (session, error) = Load(
            toolchain, task.ReferenceSource.ToString(), ReferenceFlags, [], function, SessionOptions.WithThreads(1), cancellation);
        return (session, error is null ? null : $"'{function}' of '{task.Name}' is not usable: {error}");
    }

    private static (KernelSession? Session, string? Error) LoadBaseline(
        KernelTask task, Toolchain toolchain, SessionOptions session, CancellationToken cancellation)
    {
        if (task.Baseline is not { } source || NativeProbe.OpenBlasPath() is not { Length: > 0 } library)
        {
            return (null, null);
        }

        var (loaded, error) = Load(toolchain, source.ToString(), BaselineFlags, [library], task.EntryPoint, session, cancellation);
        return (loaded, error is null ? null : $"the baseline of '{task.Name}' is not usable: {error}");
    }

    private static (KernelSession? Session, string? Error) Load(
        Toolchain toolchain, string source, ImmutableArray<string> flags, ImmutableArray<string> libraries, string entryPoint,
        SessionOptions options, CancellationToken cancellation)
    {
        if (toolchain.BuildTrusted(source, flags, libraries, cancellation) is not CompileOutcome.Compiled built)
        {
            return (null, toolchain.BuildTrusted(source, flags, libraries, cancellation).ToString());
        }

        return toolchain.Start(built.Path, entryPoint, options with { IsTrusted = true }, cancellation) switch
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
