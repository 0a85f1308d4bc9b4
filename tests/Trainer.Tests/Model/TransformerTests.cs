using HpcVerify.Trainer.Model;
using HpcVerify.Trainer.Model.Training;

namespace HpcVerify.Trainer.Tests.Model;

/// <summary>The whole model against the same in double precision.</summary>
public sealed class TransformerTests
{
    private const float Temperature = 0.8f;

    private readonly Weights _weights = TinyModels.Weights();
    private readonly List<Example> _examples;

    public TransformerTests()
    {
        var random = new Rng(3);
        _examples = [.. new[] { (9, 1), (5, 3), (14, 6), (2, 1) }.Select(size => new Example(TinyModels.Tokens(random, size.Item1), size.Item2))];
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 64)]
    [InlineData(2, 64)]
    [InlineData(3, 12)]
    public void LogProbabilitiesAreThoseOfTheEquations(int threads, int tokensPerPass)
    {
        var found = new Learner(_weights, TinyModels.Options(threads, tokensPerPass, Temperature)).LogProbabilities(_weights, _examples);

        foreach (var (example, logProbabilities) in _examples.Zip(found))
        {
            TinyModels.Close(Reference(TinyModels.Doubles(_weights.Values), example), logProbabilities, 1e-5);
        }
    }

    /// <summary>A loss that is not linear, so that a gradient of the wrong point would show.</summary>
    [Fact]
    public void GradientOfEveryTensorIsThatOfTheEquations()
    {
        var learner = new Learner(_weights, TinyModels.Options(temperature: Temperature));
        var measured = learner.Accumulate(_examples, SquaredLoss);

        double Loss(double[] values) => _examples.Sum(example => Reference(values, example).Sum(log => log * log));
        var (values, random) = (TinyModels.Doubles(_weights.Values), new Rng(7));
        TinyModels.Close(Loss(values), measured.Loss, 1e-5, "loss");
        foreach (var parameter in _weights.Layout.All)
        {
            foreach (var index in Enumerable.Range(0, 6).Select(_ => parameter.Offset + random.Below(parameter.Count)))
            {
                TinyModels.Close(TinyModels.Slope(Loss, values, index, 1e-5), learner.Gradient[index], 1e-4, $"{parameter.Name}[{index - parameter.Offset}]");
            }
        }
    }

    [Fact]
    public void AllGradientsTogetherPointWhereTheLossRises()
    {
        var learner = new Learner(_weights, TinyModels.Options(temperature: Temperature));
        learner.Accumulate(_examples, SquaredLoss);

        var (values, random) = (TinyModels.Doubles(_weights.Values), new Rng(8));
        var direction = values.Select(_ => random.NextNormal()).ToArray();
        double Along(double step) => _examples.Sum(example => Reference([.. values.Zip(direction, (value, slope) => value + (step * slope))], example).Sum(log => log * log));
        TinyModels.Close((Along(1e-6) - Along(-1e-6)) / 2e-6, learner.Gradient.Zip(direction, (a, b) => a * b).Sum(), 1e-4, "slope");
    }

    [Fact]
    public void SeveralSmallBatchesAddUpToOneLarge()
    {
        var (whole, parts) = (new Learner(_weights, TinyModels.Options()), new Learner(_weights, TinyModels.Options()));
        var tokens = _examples.Sum(example => example.ResponseLength);
        var expected = whole.AccumulateCrossEntropy(_examples, tokens);
        var losses = _examples.Chunk(1).Sum(part => parts.AccumulateCrossEntropy(part, tokens).Loss);

        TinyModels.Close(expected.Loss, losses, 1e-6, "loss");
        TinyModels.Close(TinyModels.Doubles(whole.Gradient), parts.Gradient, 1e-6);
    }

    [Fact]
    public void SameThreadsGiveTheSameBits()
    {
        var gradients = Enumerable.Range(0, 3).Select(_ =>
        {
            var learner = new Learner(_weights, TinyModels.Options());
            learner.AccumulateCrossEntropy(_examples, 20);
            return learner.Gradient;
        }).ToList();

        Assert.All(gradients, gradient => Assert.Equal(gradients[0], gradient));
    }

    [Fact]
    public void NothingIsAllocatedOnceAPackHasBeenSeen()
    {
        var (transformer, pack, gradient) = (new Transformer(_weights.Shape), new Pack(), new float[_weights.Values.Length]);
        var (found, entropies) = (new float[20], new float[20]);
        void Step()
        {
            pack.Clear();
            pack.Add(_examples[0]);
            pack.Add(_examples[2]);
            var count = pack.Asked.Length;
            transformer.Forward(_weights.Values, pack, 1, found.AsSpan(0, count), entropies.AsSpan(0, count));
            transformer.Backward(_weights.Values, pack, 1, found.AsSpan(0, count), gradient);
        }

        Step();
        Step();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Step();

        // Enumerators of the sequences and what the runtime itself takes; the smallest buffer is many times that.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024);
    }

    [Theory]
    [InlineData(1, 1, "has no prompt or no response")]
    [InlineData(4, 0, "has no prompt or no response")]
    [InlineData(258, 1, "longer than the 256")]
    public void ExamplesThatCannotBeReadAreRefusedInASentence(int length, int prompt, string reason)
    {
        var learner = new Learner(_weights, TinyModels.Options());
        var refusal = Assert.Throws<ArgumentException>(() => learner.LogProbabilities(_weights, [new([.. Enumerable.Repeat(1, length)], prompt)]));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    private static double SquaredLoss(int example, ReadOnlySpan<float> logProbabilities, Span<float> gradient)
    {
        System.Numerics.Tensors.TensorPrimitives.Multiply(logProbabilities, 2, gradient);
        return System.Numerics.Tensors.TensorPrimitives.SumOfSquares(logProbabilities);
    }

    private double[] Reference(double[] values, Example example) =>
        new ReferenceModel(_weights.Shape, values).LogProbabilities(example.Tokens, Temperature)[(example.PromptLength - 1)..];
}
