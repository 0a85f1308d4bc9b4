using HpcVerify.Trainer.Model;
using HpcVerify.Trainer.Model.Layers;

namespace HpcVerify.Trainer.Tests.Model;

/// <summary>Each layer alone, against its equation in double precision: values, and gradients by central differences.</summary>
public sealed class LayerGradientTests
{
    private const double Tolerance = 2e-5;
    private const int Rows = 3, Width = 20;

    private readonly Rng _random = new(5);

    [Fact]
    public void NormFollowsItsEquation()
    {
        var (input, gain, weights) = (TinyModels.Floats(_random, Rows * Width), TinyModels.Floats(_random, Width), TinyModels.Floats(_random, Rows * Width));
        var (output, inverses) = (new float[Rows * Width], new float[Rows]);
        RmsNorm.Forward(new(input, Rows, Width), gain, new(output, Rows, Width), inverses);
        var (inputGradient, gainGradient) = (new float[Rows * Width], new float[Width]);
        RmsNorm.Backward(new(input, Rows, Width), gain, inverses, new([.. weights], Rows, Width), new(inputGradient, Rows, Width), gainGradient, new float[Width]);

        double[] Reference(double[] x, double[] g) => [.. x.Chunk(Width).SelectMany(row => ReferenceModel.Norm(row, g))];
        var (x, g) = (TinyModels.Doubles(input), TinyModels.Doubles(gain));
        TinyModels.Close(Reference(x, g), output, Tolerance);
        TinyModels.Close(TinyModels.Differences(moved => Weighted(Reference(moved, g), weights), x), inputGradient, Tolerance);
        TinyModels.Close(TinyModels.Differences(moved => Weighted(Reference(x, moved), weights), g), gainGradient, Tolerance);
    }

    [Fact]
    public void GatedUnitsFollowTheirEquation()
    {
        var (input, weights) = (TinyModels.Floats(_random, 2 * Rows * Width), TinyModels.Floats(_random, Rows * Width));
        var (output, gradient) = (new float[Rows * Width], new float[2 * Rows * Width]);
        GatedUnits.Forward(new(input, Rows, 2 * Width), new(output, Rows, Width));
        GatedUnits.Backward(new(input, Rows, 2 * Width), new(weights, Rows, Width), new(gradient, Rows, 2 * Width), new float[Width]);

        double[] Reference(double[] x) => [.. x.Chunk(2 * Width).SelectMany(ReferenceModel.Units)];
        var x = TinyModels.Doubles(input);
        TinyModels.Close(Reference(x), output, Tolerance);
        TinyModels.Close(TinyModels.Differences(moved => Weighted(Reference(moved), weights), x), gradient, Tolerance);
    }

    [Fact]
    public void RotationFollowsItsEquationAndTurnsBack()
    {
        var shape = TinyModels.Shape;
        var (rotary, reference) = (new Rotary(shape), new ReferenceModel(shape, new double[ParameterLayout.CountOf(shape)]));
        var row = TinyModels.Floats(_random, 3 * shape.Width);
        var turned = row.ToArray();
        rotary.Turn(turned.AsSpan(0, 2 * shape.Width), 137);
        TinyModels.Close(reference.Turned(TinyModels.Doubles(row), 137), turned, Tolerance);

        rotary.TurnBack(turned.AsSpan(0, 2 * shape.Width), 137);
        TinyModels.Close(TinyModels.Doubles(row), turned, Tolerance);
    }

    /// <summary>Longer than a tile, and behind another sequence that must not be looked at.</summary>
    [Fact]
    public void AttentionFollowsItsEquationAcrossTiles()
    {
        var shape = TinyModels.Shape;
        const int Before = 5, Length = 70, Total = Before + Length;
        var (width, wide) = (shape.Width, 3 * shape.Width);
        var (input, weights) = (TinyModels.Floats(_random, Total * wide), TinyModels.Floats(_random, Total * width));
        var (output, logSums, gradient) = (new float[Total * width], new float[Total * shape.Heads], new float[Total * wide]);
        OpenBlas.Load();
        var attention = new Attention(shape);
        attention.Forward(new(input, Total, wide), Before..Total, new(output, Total, width), logSums);
        attention.Backward(new(input, Total, wide), Before..Total, new(output, Total, width), logSums, new(weights, Total, width), new(gradient, Total, wide));

        var reference = new ReferenceModel(shape, new double[ParameterLayout.CountOf(shape)]);
        double[] Reference(double[] x)
        {
            var rows = x.Chunk(wide).ToArray();
            return [.. rows.SelectMany((_, position) => reference.Attention(rows, position))];
        }

        var x = TinyModels.Doubles(input.AsSpan(Before * wide));
        TinyModels.Close(Reference(x), output.AsSpan(Before * width), Tolerance);
        Assert.All(output.AsSpan(0, Before * width).ToArray(), value => Assert.Equal(0, value));

        // Every element would take minutes: some of the first, of the last, and of both tiles.
        foreach (var index in Enumerable.Range(0, 60).Select(_ => _random.Below(x.Length)).Concat([0, width, 2 * width, x.Length - 1, (64 * wide) + width]))
        {
            var slope = TinyModels.Slope(moved => Weighted(Reference(moved), weights.AsSpan(Before * width)), x, index, 1e-5);
            TinyModels.Close(slope, gradient[(Before * wide) + index], Tolerance, $"element {index}");
        }
    }

    [Fact]
    public void HeadFollowsItsEquationWhereItIsAsked()
    {
        var shape = TinyModels.Shape with { Vocabulary = 40 };
        const int Total = 170;
        const float Temperature = 0.7f;
        var (input, embedding) = (TinyModels.Floats(_random, Total * shape.Width), TinyModels.Floats(_random, shape.Vocabulary * shape.Width));
        var asked = Enumerable.Range(0, Total).Where(row => row % 7 != 3).ToArray();
        var targets = TinyModels.Tokens(_random, asked.Length, shape.Vocabulary).ToArray();
        var (found, entropies, outer) = (new float[asked.Length], new float[asked.Length], TinyModels.Floats(_random, asked.Length));
        OpenBlas.Load();
        var head = new OutputHead(shape);
        head.Forward(new(input, Total, shape.Width), new(embedding, shape.Vocabulary, shape.Width), Temperature, asked, targets, found, entropies);
        var (inputGradient, embeddingGradient) = (new float[Total * shape.Width], new float[embedding.Length]);
        head.Backward(
            new(input, Total, shape.Width), new(embedding, shape.Vocabulary, shape.Width), Temperature, asked, targets, outer,
            new(inputGradient, Total, shape.Width), new(embeddingGradient, shape.Vocabulary, shape.Width));

        double[] Distribution(double[] x, double[] e, int row) => ReferenceModel.LogSoftmax(
            [.. e.Chunk(shape.Width).Select(token => token.Select((value, index) => value * x[(row * shape.Width) + index]).Sum() / Temperature)]);
        double Loss(double[] x, double[] e) => asked.Select((row, index) => outer[index] * Distribution(x, e, row)[targets[index]]).Sum();
        var (x, e) = (TinyModels.Doubles(input), TinyModels.Doubles(embedding));
        TinyModels.Close([.. asked.Select((row, index) => Distribution(x, e, row)[targets[index]])], found, Tolerance);
        TinyModels.Close([.. asked.Select(row => -Distribution(x, e, row).Sum(log => log * Math.Exp(log)))], entropies, Tolerance);
        foreach (var index in Enumerable.Range(0, 12).Select(_ => _random.Below(x.Length)).Append((3 * shape.Width) + 1))
        {
            TinyModels.Close(TinyModels.Slope(moved => Loss(moved, e), x, index, 1e-5), inputGradient[index], 5 * Tolerance, $"input {index}");
        }

        foreach (var index in Enumerable.Range(0, 12).Select(_ => _random.Below(e.Length)))
        {
            TinyModels.Close(TinyModels.Slope(moved => Loss(x, moved), e, index, 1e-5), embeddingGradient[index], 5 * Tolerance, $"embedding {index}");
        }
    }

    private static double Weighted(double[] output, ReadOnlySpan<float> weights)
    {
        var sum = 0.0;
        for (var index = 0; index < output.Length; index++)
        {
            sum += output[index] * weights[index];
        }

        return sum;
    }
}
