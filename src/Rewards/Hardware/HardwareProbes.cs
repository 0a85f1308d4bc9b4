using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Rewards.Hardware;

/// <summary>Measures this machine with two programs of ours, built by the scoring compiler and run in the sandbox as kernels are.</summary>
/// <param name="threads">Threads of the team: one for each core that there is.</param>
public sealed class HardwareProbes(Toolchain toolchain, int threads)
{
    /// <summary>About half a second of each core, in bursts of some tenths of a millisecond: on a busy machine most of these are not interrupted.</summary>
    private const long Bursts = 2000;

    private const long TurnsOfBurst = 20_000;
    private const long RepetitionsOfTriad = 8;

    /// <summary>As many as latency times units on every core here; 32 registers hold the factor and the addend as well.</summary>
    private const int ChainsOfThirtyTwoRegisters = 24;

    private const int ChainsOfSixteenRegisters = 12;
    private const int ArraysOfTriad = 3;
    private const long SmallestArray = 64L << 20;

    /// <summary>STREAM's rule: each array is four times what the caches hold.</summary>
    private const int TimesTheCaches = 4;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    /// <summary>Both speeds; the sentences say why one could not be measured.</summary>
    public (MeasuredSpeed Speed, IReadOnlyList<string> Problems) Measure(HardwareSpecification machine, long? availableBytes, CancellationToken cancellation)
    {
        var (fma, fmaProblem) = Fma(machine, cancellation);
        var (triad, triadProblem) = Triad(machine, availableBytes, cancellation);
        var speed = new MeasuredSpeed { Threads = threads, FmaGflops = Rounded(fma), TriadGigabytesPerSecond = Rounded(triad) };
        return (speed, [.. new[] { fmaProblem, triadProblem }.OfType<string>()]);
    }

    private (double? Gflops, string? Problem) Fma(HardwareSpecification machine, CancellationToken cancellation)
    {
        var bytes = machine.Vector.RegisterBits / 8;
        var chains = machine.Supports("avx512f") || machine.Supports("asimd") ? ChainsOfThirtyTwoRegisters : ChainsOfSixteenRegisters;
        ImmutableArray<string> flags =
        [
            FormattableString.Invariant($"-DVECTOR_BYTES={bytes}"), FormattableString.Invariant($"-DCHAINS={chains}"),
            .. machine.Supports("sve") ? [FormattableString.Invariant($"-msve-vector-bits={8 * bytes}")] : (string[])[],
            .. machine.Supports("avx512f") ? ["-mprefer-vector-width=512"] : (string[])[],
        ];
        var (turns, problem) = Run("fma", flags, [new Argument.Integer(TurnsOfBurst), new Argument.Integer(Bursts), new Argument.Double(0.5), new Argument.Double(1)], 0, cancellation);
        return (2 * turns * chains * (bytes / sizeof(double)) / 1e9, problem);
    }

    private (double? GigabytesPerSecond, string? Problem) Triad(HardwareSpecification machine, long? availableBytes, CancellationToken cancellation)
    {
        var bytes = Math.Max(SmallestArray, TimesTheCaches * machine.LastLevelBytes);
        if (availableBytes / 2 < ArraysOfTriad * bytes)
        {
            return (null, FormattableString.Invariant($"memory was not measured: arrays that no cache holds take {ArraysOfTriad * bytes >> 20} MiB, and half of what is free is less"));
        }

        var count = bytes / sizeof(double);
        var (elements, problem) = Run("triad", [], [new Argument.Integer(count), new Argument.Integer(RepetitionsOfTriad), new Argument.Double(3)], ArraysOfTriad * bytes, cancellation);
        return (ArraysOfTriad * sizeof(double) * elements / 1e9, problem);
    }

    /// <summary>What a probe gets done in a second, or why that is not known.</summary>
    private (double? Rate, string? Problem) Run(string name, ImmutableArray<string> flags, ImmutableArray<Argument> arguments, long bytes, CancellationToken cancellation)
    {
        if (toolchain.BuildTrusted(Source(name), [.. Flags, .. flags], [], cancellation) is not CompileOutcome.Compiled built)
        {
            return (null, $"the probe '{name}' does not build with '{toolchain.CompilerVersion}'");
        }

        var options = SessionOptions.WithThreads(threads);
        var limits = options.Limits with { MemoryBytes = options.Limits.MemoryBytes + bytes, Wall = TimeLimit };
        var start = toolchain.Start(built.Path, $"{name}_probe", options with { Limits = limits }, cancellation);
        if (start is not SessionStart.Running { Session: var session })
        {
            return (null, WhyNot(name, ((SessionStart.Failed)start).Outcome));
        }

        using (session)
        {
            var outcome = session.Call(new(arguments, ReturnClass.Floating), cancellation);
            var rate = outcome is CallOutcome.Completed completed ? BitConverter.Int64BitsToDouble(completed.ReturnBits) : -1;
            return rate > 0 ? (rate, null) : (null, WhyNot(name, outcome));
        }
    }

    private static string WhyNot(string name, CallOutcome outcome)
    {
        var verdict = NativeVerdict.Of(outcome, $"the probe '{name}'");
        return $"the probe '{name}' measured nothing: {verdict.Failure?.Reason ?? verdict.Infrastructure ?? "there is no memory for its arrays"}";
    }

    private static ImmutableArray<string> Flags => ["-O3", "-march=native", "-ffp-contract=fast", "-fopenmp", "-std=gnu17", "-fPIC", "-shared"];

    /// <summary>What is built is kept by its text, and the processor decides what -march=native means; so the text names the processor.</summary>
    private static string Source(string name)
    {
        var processor = NativeProbe.Processor();
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', [processor.Model, .. processor.Flags]))));
        return string.Create(CultureInfo.InvariantCulture, $"// for processor {key}\n{EmbeddedSource.Read(typeof(HardwareProbes).Assembly, $"{name}.c")}");
    }

    private static double? Rounded(double? value) => value is { } speed ? Math.Round(speed, 1) : null;
}
