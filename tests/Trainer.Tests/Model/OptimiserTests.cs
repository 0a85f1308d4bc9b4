using HpcVerify.Trainer.Model;
using HpcVerify.Trainer.Model.Training;

namespace HpcVerify.Trainer.Tests.Model;

public sealed class OptimiserTests
{
    private static readonly AdamWOptions Options = new(FirstDecay: 0.9, SecondDecay: 0.99, Epsilon: 1e-8, WeightDecay: 0.01, LargestNorm: double.PositiveInfinity);

    private readonly ParameterLayout _layout = ParameterLayout.Of(TinyModels.Shape);

    /// <summary>
    /// By hand, η = 0.1, from θ = 1. First g = 0.5: m̂ = 0.5, √v̂ = 0.5, so θ = 1 − 0.1 − 0.001 = 0.899. Then g = −0.25: m = 0.02 and v = 0.0031,
    /// m̂ = 0.02/0.19, v̂ = 0.0031/0.0199, so θ = 0.899 − 0.0266699 − 0.000899 = 0.8714311. Norms do not decay: 0.9, then 0.8733301.
    /// </summary>
    [Fact]
    public void TwoStepsAreThoseWorkedOutByHand()
    {
        var (optimiser, weights, gradient) = (new AdamW(_layout, Options, OptimiserState.Of(_layout)), Filled(1), Filled(0.5f));

        Assert.Equal(0.5 * Math.Sqrt(_layout.Count), optimiser.Step(weights, gradient, 0.1), 1e-3);
        Assert.All(Matrices(weights), value => Assert.Equal(0.899, value, 1e-6));
        Assert.All(_layout.FinalNorm.Vector(weights).ToArray(), value => Assert.Equal(0.9, value, 1e-6));
        Assert.All(gradient, value => Assert.Equal(0, value));

        Array.Fill(gradient, -0.25f);
        optimiser.Step(weights, gradient, 0.1);
        Assert.All(Matrices(weights), value => Assert.Equal(0.8714311, value, 1e-6));
        Assert.All(_layout.FinalNorm.Vector(weights).ToArray(), value => Assert.Equal(0.8733301, value, 1e-6));
        Assert.All(optimiser.State.FirstMoments, value => Assert.Equal(0.02, value, 1e-7));
        Assert.All(optimiser.State.SecondMoments, value => Assert.Equal(0.0031, value, 1e-7));
        Assert.Equal(2, optimiser.State.Steps);
    }

    [Fact]
    public void LongGradientsAreShortenedToTheLargestNorm()
    {
        var (optimiser, weights) = (new AdamW(_layout, Options with { LargestNorm = 2 }, OptimiserState.Of(_layout)), Filled(1));
        var norm = 3 * Math.Sqrt(_layout.Count);

        Assert.Equal(norm, optimiser.Step(weights, Filled(3), 0.1), 1e-2);
        Assert.All(optimiser.State.FirstMoments, value => Assert.Equal(0.1 * 3 * 2 / norm, value, 1e-6));
    }

    [Fact]
    public void ShortGradientsAreLeftAlone()
    {
        var optimiser = new AdamW(_layout, Options with { LargestNorm = 1e6 }, OptimiserState.Of(_layout));
        optimiser.Step(Filled(1), Filled(3), 0.1);

        Assert.All(optimiser.State.FirstMoments, value => Assert.Equal(0.3, value, 1e-6));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void GradientsThatAreNotFiniteMoveNothing(float broken)
    {
        var (optimiser, weights, gradient) = (new AdamW(_layout, Options, OptimiserState.Of(_layout)), Filled(1), Filled(0.5f));
        gradient[17] = broken;

        Assert.False(double.IsFinite(optimiser.Step(weights, gradient, 0.1)));
        Assert.All(weights, value => Assert.Equal(1, value));
        Assert.All(gradient, value => Assert.Equal(0, value));
        Assert.Equal(0, optimiser.State.Steps);
    }

    /// <summary>Up in four equal steps, then half a cosine: in its middle at the mean of peak and floor.</summary>
    [Theory]
    [InlineData(0, 0.25)]
    [InlineData(1, 0.5)]
    [InlineData(3, 1)]
    [InlineData(4, 1)]
    [InlineData(14, 0.55)]
    [InlineData(9, 0.8681981)]
    [InlineData(24, 0.1)]
    [InlineData(1000, 0.1)]
    public void RateRisesAndFallsAsDrawn(int step, double expected) =>
        Assert.Equal(expected, new LearningRate(Peak: 1, Floor: 0.1, WarmUp: 4, Steps: 24).At(step), 1e-6);

    [Theory]
    [InlineData(0)]
    [InlineData(77)]
    public void ConstantRateIsConstant(int step) => Assert.Equal(0.3, LearningRate.Constant(0.3).At(step));

    private float[] Filled(float value) => [.. Enumerable.Repeat(value, _layout.Count)];

    private float[] Matrices(float[] values) => [.. _layout.All.Where(parameter => parameter.Rows > 1).SelectMany(parameter => parameter.Vector(values).ToArray())];
}
