using System.Diagnostics;
using HpcVerify.Trainer;
using HpcVerify.Trainer.Model;
using HpcVerify.Trainer.Model.Sampling;
using HpcVerify.Trainer.Model.Training;

namespace HpcVerify.Benchmarks;

/// <summary>How fast the embedded model learns and writes, and how near its products are to what OpenBLAS reaches at best.</summary>
internal static class ModelFigures
{
    private const int Vocabulary = 1024, SequenceLength = 512, Batch = 8, Responses = 16, PromptLength = 400, ResponseLength = 600, Threads = 2;
    private const int LargeProduct = 1024, Repetitions = 5;

    /// <param name="parts">Which of <c>products</c>, <c>learning</c> and <c>writing</c>; all where there are none.</param>
    public static void Print(string[] parts, TextWriter output)
    {
        OpenBlas.Load();
        var shape = ModelShape.Usual(Vocabulary);
        bool IsWanted(string part) => parts is [] || parts.Contains(part);
        output.WriteLine($"{shape}: {ParameterLayout.CountOf(shape):N0} parameters, {Threads} threads");
        var peak = Products(output, "square", LargeProduct, LargeProduct, LargeProduct, double.NaN);
        if (IsWanted("products"))
        {
            Products(output, shape, peak);
        }

        var weights = Weights.Random(shape, new(1));
        if (IsWanted("learning"))
        {
            Learning(output, weights, peak);
        }

        if (IsWanted("writing"))
        {
            Writing(output, weights);
        }
    }

    private static void Products(TextWriter output, ModelShape shape, double peak)
    {
        Products(output, "queries, keys, values", SequenceLength, 3 * shape.Width, shape.Width, peak);
        Products(output, "attention's output", SequenceLength, shape.Width, shape.Width, peak);
        Products(output, "gates and values", SequenceLength, 2 * shape.Hidden, shape.Width, peak);
        Products(output, "units' output", SequenceLength, shape.Width, shape.Hidden, peak);
        Products(output, "gradient of gates and values", shape.Width, 2 * shape.Hidden, SequenceLength, peak);
        Products(output, "logits", SequenceLength / 4, Vocabulary, shape.Width, peak);
    }

    /// <summary>One product on each thread at the same time; returns operations a second of both.</summary>
    private static double Products(TextWriter output, string name, int rows, int columns, int depth, double peak)
    {
        var operations = 2.0 * rows * columns * depth;
        var calls = Math.Max(1, (int)(2e9 / operations));
        var (left, right, into) = (Filled(rows * depth), Filled(depth * columns), Enumerable.Range(0, Threads).Select(_ => new float[rows * columns]).ToArray());
        var seconds = Best(() => Parallel.For(0, Threads, thread =>
        {
            for (var call = 0; call < calls; call++)
            {
                OpenBlas.Multiply(new(left, rows, depth), new(right, depth, columns), new(into[thread], rows, columns));
            }
        }));
        var rate = Threads * calls * operations / seconds;
        output.WriteLine($"sgemm {rows,5} x {columns,5} x {depth,5} {name,-30} {rate / 1e9,7:F1} GFLOPS{(double.IsNaN(peak) ? "" : $" {rate / peak,6:P0} of the square's")}");
        return rate;
    }

    private static void Learning(TextWriter output, Weights weights, double peak)
    {
        var random = new Rng(2);
        var examples = Enumerable.Range(0, Batch)
            .Select(_ => Example.WithoutPrompt([.. Enumerable.Range(0, SequenceLength + 1).Select(_ => random.Below(Vocabulary))])).ToList();
        var trainer = new ModelTrainer(
            new(weights, LearnerOptions.Usual), new(weights.Layout, AdamWOptions.Usual, OptimiserState.Of(weights.Layout)), LearningRate.Constant(1e-4));
        var step = Best(() => trainer.Imitate(examples));
        var forward = Best(() => trainer.LogProbabilities(weights, examples));
        var tokens = (double)Batch * SequenceLength;
        output.WriteLine($"learning: {tokens / step:N0} tokens/s ({1000 * step:F0} ms for {Batch} x {SequenceLength}), {tokens * Operations(weights.Shape) * 3 / step / peak:P0} of the square's rate over all");
        output.WriteLine($"log-probabilities: {tokens / forward:N0} tokens/s, {tokens * Operations(weights.Shape) / forward / peak:P0}");
    }

    /// <summary>Multiplications and additions for a token forwards: all matrices, and attention to half of the sequence.</summary>
    private static double Operations(ModelShape shape) => (2.0 * ParameterLayout.CountOf(shape)) + (2.0 * shape.Layers * shape.Width * SequenceLength);

    private static void Writing(TextWriter output, Weights weights)
    {
        var random = new Rng(3);
        var prompt = Enumerable.Range(0, PromptLength).Select(_ => random.Below(Vocabulary)).ToArray();
        var options = new SamplingOptions(Temperature: 1, TopK: 0, TopP: 1, ResponseLength, End: -1, Threads);
        var draws = Enumerable.Range(0, Responses).Select(index => new Draw([.. prompt], (ulong)index)).ToList();
        var seconds = Best(() => new Sampler(weights, options).Sample(draws, default));
        output.WriteLine($"writing: {Responses} x {ResponseLength} tokens after a prompt of {PromptLength} in {seconds:F2} s, {Responses * ResponseLength / seconds:N0} tokens/s");
        var one = Best(() => new Sampler(weights, options).Sample(draws[..1], default));
        output.WriteLine($"writing one alone: {one:F2} s, {ResponseLength / one:N0} tokens/s");
    }

    /// <summary>The shortest of several times in seconds, after one that is not counted: what the machine does beside only adds.</summary>
    private static double Best(Action work)
    {
        work();
        return Enumerable.Range(0, Repetitions).Min(_ =>
        {
            var clock = Stopwatch.StartNew();
            work();
            return clock.Elapsed.TotalSeconds;
        });
    }

    private static float[] Filled(int count)
    {
        var random = new Rng(1);
        return [.. Enumerable.Range(0, count).Select(_ => (float)random.NextNormal())];
    }
}
