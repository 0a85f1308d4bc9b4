using System.Collections.Immutable;
using HpcVerify.Alarms.Grammar;
using HpcVerify.Alarms.Native;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Native;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Alarms;

/// <summary>Random kernels through the engine and through gcc: both must say the same, bit for bit (DESIGN 4).</summary>
public sealed class RandomKernelAlarms(FrontEnd frontEnd)
{
    private const int BatchSize = 100;
    private const int CallsPerKernel = 4;

    public static bool HasAvx512 { get; } = new[] { "avx512f", "avx512bw", "avx512dq", "avx512vl" }.All(flag => NativeProbe.Processor().Flags.Contains(flag));

    /// <summary>Tries so many kernels, numbered from the seed's own first.</summary>
    public Tally Run(int count, int seed)
    {
        var total = new Tally();
        for (var first = 0; first < count; first += BatchSize)
        {
            total.Add(Batch(unchecked((seed * 1_000_003) + first), Math.Min(BatchSize, count - first)));
        }

        total.Count(HasAvx512 ? "AVX-512 in the grammar: yes" : "AVX-512 in the grammar: no, the processor has none");
        return total;
    }

    private Tally Batch(int seed, int count)
    {
        var folder = Directory.CreateTempSubdirectory("hpcverify-alarms-").FullName;
        try
        {
            ImmutableArray<RandomKernel> kernels = [.. Enumerable.Range(0, count).Select(index => Kernels.Write(unchecked(seed + index), FormattableString.Invariant($"kernel_{index}"), HasAvx512))];
            var calls = CallInput.Draw(seed, CallsPerKernel);
            var batch = new NativeBatch(folder, kernels, calls);
            batch.Write();
            var native = Task.Run(() => BuildsOf(seed).ToDictionary(build => build, batch.Run));
            var engine = BigStack.Run(() => Engine(folder, kernels, calls));
            return Judge(kernels, calls, engine, native.GetAwaiter().GetResult(), new(() => batch.Run(Build.MindingRounding)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One batch in four also without sanitizers and optimisation: the sanitized build is unoptimised, too.</summary>
    private static Build[] BuildsOf(int seed) => seed / BatchSize % 4 == 0 ? [Build.Sanitized, Build.Optimized, Build.Plain] : [Build.Sanitized, Build.Optimized];

    private EngineAnswer[][] Engine(string folder, ImmutableArray<RandomKernel> kernels, ImmutableArray<CallInput> calls)
    {
        var (tree, findings) = frontEnd.ParseWithLibrary(SourceText.FromBytes("kernels.c", File.ReadAllBytes(NativeBatch.FileOf(folder))));
        if (tree.Errors is not [])
        {
            throw new InvalidOperationException($"the front end rejects random kernels: {tree.Errors[0]}");
        }

        _ = findings;
        var (module, library) = (Lowering.Lower(tree).Value, Lowering.Lower(tree.LibraryTree).Value);
        return [.. kernels.Select((kernel, index) =>
        {
            var run = new BoundedRun(module, library, module.Functions.First(function => function.Name == kernel.Name && function.Body is not null));
            return calls.Select(call => EngineAnswer.Of(run, call, isReversed: index % 2 == 1)).ToArray();
        })];
    }

    private static Tally Judge(ImmutableArray<RandomKernel> kernels, ImmutableArray<CallInput> calls, EngineAnswer[][] engine, Dictionary<Build, NativeAnswer[][]> native, Lazy<NativeAnswer[][]> careful)
    {
        var tally = new Tally();
        for (var kernel = 0; kernel < kernels.Length; kernel++)
        {
            tally.Count("kernels");
            for (var call = 0; call < calls.Length; call++)
            {
                var answers = native.ToDictionary(build => build.Key, build => build.Value[kernel][call]);
                var input = calls[call];
                var (word, alarm) = CallJudgement.Of(kernels[kernel], engine[kernel][call], answers, () => careful.Value[kernel][call]);
                tally.Count("calls");
                tally.Count($"calls: {word}");
                if (alarm is not null)
                {
                    var where = FormattableString.Invariant($"{kernels[kernel].Name} at n = {input.Rows}, m = {input.Columns}, {input.Threads} threads: {alarm}");
                    tally.Alarms.Add(new(word, where, Frame.Includes + kernels[kernel].Code));
                    break;
                }
            }
        }

        return tally;
    }
}
