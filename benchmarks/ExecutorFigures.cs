using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Inputs;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Benchmarks;

/// <summary>
/// How fast kernels run over symbolic contents, by <c>dotnet run -c Release --project benchmarks -- executor</c>: one
/// multiplication by a plain triple loop at growing sizes, and blocked AVX-512 kernels at 64.
/// </summary>
internal static class ExecutorFigures
{
    private const int Repetitions = 5;

    /// <summary>
    /// Operations of one turn of the reference's innermost loop: two loads, a product and a sum of doubles; products and sums
    /// for two indices; comparison and increment of the counter. Conversions and accesses to local variables are not counted.
    /// </summary>
    private const int OperationsOfTurn = 10;

    public static void Print(TextWriter output)
    {
        var kernels = CorpusKernels.Load();
        var matmul = Load(kernels, "matmul");
        foreach (var n in (int[])[16, 32, 64, 96])
        {
            var (_, milliseconds) = Best(matmul, "packed_panel_of_b.c", kernels, n, isReference: true);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"reference of 'matmul' at {n}: {milliseconds:0.0} ms, {OperationsOfTurn * (double)n * n * n / milliseconds / 1000:0.0} million operations/s"));
        }

        foreach (var (task, file) in (ImmutableArray<(KernelTask, string)>)[(matmul, "avx512_masked_tails.c"), (Load(kernels, "matmul-paper"), "stage3_avx512_tiles.c"), (Load(kernels, "matmul-paper"), "stage6_packed_panels.c")])
        {
            var (run, milliseconds) = Best(task, file, kernels, 64, isReference: false);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{task.Name}/{file} at 64: {milliseconds:0} ms, {run.Outcome}, {run.Steps} loop turns and calls"));
        }
    }

    private static KernelTask Load(CorpusKernels kernels, string name) =>
        KernelTaskReader.Read(Path.Combine(kernels.Workbench.Installation.CorpusDirectory, name), kernels.FrontEnd.Parse).Value
        ?? throw new InvalidOperationException($"no task '{name}'");

    private static (RunResult Run, double Milliseconds) Best(KernelTask task, string file, CorpusKernels kernels, int n, bool isReference)
    {
        var path = Path.Combine(kernels.Workbench.Installation.CorpusDirectory, task.Name, "accept", file);
        var request = VerificationRequest.Of(task, SourceText.From(path, File.ReadAllText(path)), source => kernels.FrontEnd.ParseWithLibrary(source).Value)
            ?? throw new InvalidOperationException($"no entry point in '{path}'");
        var sizes = task.AllSizes(n);
        var drawn = TrialInput.Generate(task, sizes, 1) ?? throw new InvalidOperationException("no inputs");
        var best = (Run: (RunResult?)null, Milliseconds: double.PositiveInfinity);
        for (var repetition = 0; repetition < Repetitions; repetition++)
        {
            var terms = new TermBuilder(new TermStore());
            var arguments = SymbolicCall.Arguments(task.Contract, sizes, terms, drawn) ?? throw new InvalidOperationException("no call");
            var watch = Stopwatch.StartNew();
            var run = (isReference ? request.Reference : request.Kernel).Run.Run(terms, arguments, new(long.MaxValue, 1, false));
            var elapsed = watch.Elapsed.TotalMilliseconds;
            best = elapsed < best.Milliseconds ? (run, elapsed) : best;
        }

        return (best.Run!, best.Milliseconds);
    }
}
