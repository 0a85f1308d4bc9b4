using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
using HpcVerify.Rewards.Scoring;
using HpcVerify.TestKit;

namespace HpcVerify.Benchmarks;

/// <summary>
/// Mutated corpus files through everything <c>check</c> does: <c>dotnet run -c Release --project benchmarks -- fuzz 100000</c>
/// prints the slowest, writes down those over a second, and memory as it goes. A crash ends it with the round's number.
/// </summary>
internal static class Fuzz
{
    private const int Reports = 10;
    private const double SlowInMilliseconds = 1000;

    public static void Print(int count, TextWriter output, [CallerFilePath] string file = "")
    {
        var kernels = CorpusKernels.Load();
        var corpus = Path.Combine(Path.GetDirectoryName(file)!, "..", "corpus");
        var task = KernelTaskReader.Read(Path.Combine(corpus, "matmul"), kernels.FrontEnd.Parse).Value!;
        var files = Directory.EnumerateFiles(corpus, "*.c", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var mutator = new Mutator(seed: 2);
        var times = new List<double>(count);
        for (var round = 1; round <= count; round++)
        {
            var bytes = mutator.Mutate(File.ReadAllBytes(mutator.Pick(files)));
            times.Add(Milliseconds(() => Check(bytes, task, kernels), round));
            if (times[^1] > SlowInMilliseconds)
            {
                var slow = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"hpcverify-mutant-{round}.c"));
                File.WriteAllBytes(slow, bytes);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{slow} took {times[^1]:0} ms"));
            }

            if (round % Math.Max(1, count / Reports) == 0)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{round} mutants: slowest {times.Max():0} ms, {times.Count(time => time > SlowInMilliseconds)} over a second, {Environment.WorkingSet >> 20} MiB resident"));
            }
        }
    }

    private static void Check(byte[] bytes, KernelTask task, CorpusKernels kernels)
    {
        if (StaticAnalysis.Run("mutant.c", bytes, task, kernels.FrontEnd).Tree is { } tree)
        {
            _ = KernelPrinter.Print(Lowering.Lower(tree).Value);
        }
    }

    private static double Milliseconds(Action action, int round)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            action();
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"mutant {round}"), exception);
        }

        return watch.Elapsed.TotalMilliseconds;
    }
}
