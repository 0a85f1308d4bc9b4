using System.Collections.Immutable;
using HpcVerify.Trainer.Model;
using HpcVerify.Trainer.Model.Training;

namespace HpcVerify.Trainer.Tests.Model;

/// <summary>Models small enough to be looked into, with weights so large that every part of them matters.</summary>
internal static class TinyModels
{
    public static ModelShape Shape { get; } = new(Vocabulary: 11, Width: 32, Layers: 2, Heads: 2, Hidden: 20, ContextLength: 256);

    public static Weights Weights(ulong seed = 1, ModelShape? shape = null)
    {
        var random = new Rng(seed);
        var weights = HpcVerify.Trainer.Model.Weights.Random(shape ?? Shape, random);
        foreach (ref var value in weights.Values.AsSpan())
        {
            value += (float)(0.2 * random.NextNormal());
        }

        return weights;
    }

    public static ImmutableArray<int> Tokens(Rng random, int count, int vocabulary = 11) => [.. Enumerable.Range(0, count).Select(_ => random.Below(vocabulary))];

    public static double[] Doubles(ReadOnlySpan<float> values)
    {
        var doubles = new double[values.Length];
        System.Numerics.Tensors.TensorPrimitives.ConvertChecked(values, doubles);
        return doubles;
    }

    public static float[] Floats(Rng random, int count)
    {
        var values = new float[count];
        foreach (ref var value in values.AsSpan())
        {
            value = (float)random.NextNormal();
        }

        return values;
    }

    public static LearnerOptions Options(int threads = 2, int tokensPerPass = 64, float temperature = 1) => new(threads, tokensPerPass, temperature);

    public static void Close(double expected, double actual, double tolerance, string what) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * (1 + Math.Abs(expected)), $"{what}: {expected} and {actual}");

    public static void Close(ReadOnlySpan<double> expected, ReadOnlySpan<float> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var index = 0; index < expected.Length; index++)
        {
            Close(expected[index], actual[index], tolerance, $"element {index}");
        }
    }

    /// <summary>Central differences of a function, at every element.</summary>
    public static double[] Differences(Func<double[], double> function, double[] at)
    {
        const double Step = 1e-5;
        var slopes = new double[at.Length];
        for (var index = 0; index < at.Length; index++)
        {
            slopes[index] = Slope(function, at, index, Step);
        }

        return slopes;
    }

    public static double Slope(Func<double[], double> function, double[] at, int index, double step)
    {
        var moved = (double[])at.Clone();
        moved[index] = at[index] + step;
        var above = function(moved);
        moved[index] = at[index] - step;
        return (above - function(moved)) / (2 * step);
    }
}
