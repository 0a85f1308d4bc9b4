using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Inputs;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Alarms.Mutants;

/// <summary>Runs a kernel beside its task's reference in the sandbox, as scoring does.</summary>
public sealed class MutantRun(Toolchain toolchain) : IDisposable
{
    private const int Threads = 3;
    private const int MostSizes = 40;
    private const int Seeds = 2;

    /// <summary>Bitwise claims hold without contraction only (SOUNDNESS 6).</summary>
    private static readonly ImmutableArray<string> Usual = [.. Compiler.KernelFlags(OptimizationLevel.Some), "-ffp-contract=off"];

    /// <summary>What C leaves undefined ends in a trap, for which no runtime library is needed.</summary>
    private static readonly ImmutableArray<string> Trapping =
        [.. Compiler.KernelFlags(OptimizationLevel.None), "-ffp-contract=off", "-fsanitize=undefined,bounds-strict,float-cast-overflow", "-fsanitize-undefined-trap-on-error"];

    private readonly Dictionary<string, (KernelSession Reference, KernelSession? Magnitude)> _trusted = new(StringComparer.Ordinal);

    /// <summary>How the kernel differs from the reference at one of the sizes, or stops; null where it does neither.</summary>
    public string? Judge(KernelTask task, SourceText kernel, IReadOnlyList<Sizes> sizes)
    {
        var step = Math.Max(1, sizes.Count / MostSizes);
        Sizes[] some = [.. sizes.Where((_, index) => index % step == 0)];
        return Judge(task, kernel, some, Trapping) ?? Judge(task, kernel, some, Usual);
    }

    public void Dispose()
    {
        foreach (var (reference, magnitude) in _trusted.Values)
        {
            reference.Dispose();
            magnitude?.Dispose();
        }
    }

    private string? Judge(KernelTask task, SourceText kernel, Sizes[] sizes, ImmutableArray<string> flags)
    {
        var path = Path.Combine(Path.GetTempPath(), $"hpcverify-mutant-{Guid.NewGuid():N}.so");
        try
        {
            var built = toolchain.Compiler.CompileKernel(kernel.ToString(), flags, path, ProcessLimits.ForCompile, CancellationToken.None);
            return built is CompileOutcome.Compiled ? Compare(task, path, sizes) : $"it does not compile: {built}";
        }
        finally
        {
            File.Delete(path);
        }
    }

    private string? Compare(KernelTask task, string path, Sizes[] some)
    {
        var (reference, magnitude) = Trusted(task);
        var trial = new DifferentialTrial(task, reference, magnitude);
        using var session = Started(path, task.EntryPoint, task.TeamAt(task.ScoredSizes) ?? Threads);
        foreach (var sizes in some)
        {
            for (var seed = 1UL; seed <= Seeds; seed++)
            {
                if (TrialInput.Generate(task, sizes, seed) is not { } input || trial.Answer(input, CancellationToken.None) is not { } answer)
                {
                    continue;
                }

                var layout = seed % 2 == 1 ? BufferLayout.EndsAtGuard : BufferLayout.BetweenCanaries;
                if (DifferentialTrial.Run(session, input, answer, layout, CancellationToken.None) is var outcome and not TrialOutcome.Agreed)
                {
                    return string.Create(CultureInfo.InvariantCulture, $"at {task.Describe(sizes)}, seed {seed}: {outcome}");
                }
            }
        }

        return null;
    }

    private (KernelSession Reference, KernelSession? Magnitude) Trusted(KernelTask task)
    {
        if (!_trusted.TryGetValue(task.Name, out var trusted))
        {
            trusted = (Specified(task, task.ReferenceName), task.MagnitudeName is { } name ? Specified(task, name) : null);
            _trusted[task.Name] = trusted;
        }

        return trusted;
    }

    private KernelSession Specified(KernelTask task, string function)
    {
        var built = toolchain.BuildTrusted(task.ReferenceSource.ToString(), ["-O2", "-std=gnu17", "-ffp-contract=off", "-fPIC", "-shared"], [], CancellationToken.None);
        return built is CompileOutcome.Compiled compiled ? Started(compiled.Path, function, 1) : throw new InvalidOperationException($"the reference does not compile: {built}");
    }

    private KernelSession Started(string path, string function, int threads) =>
        toolchain.Start(path, function, SessionOptions.WithThreads(threads), CancellationToken.None) is SessionStart.Running running
            ? running.Session
            : throw new InvalidOperationException($"'{function}' does not start");
}
