using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace HpcVerify.Trainer.Model.Training;

/// <summary>Settings of the optimiser.</summary>
/// <param name="FirstDecay">β₁: how much of the mean gradient is kept from step to step.</param>
/// <param name="SecondDecay">β₂: the same for the mean square.</param>
/// <param name="Epsilon">Added to the root of the mean square.</param>
/// <param name="WeightDecay">λ: which part of a matrix a step at learning rate 1 would take away.</param>
/// <param name="LargestNorm">A gradient with a larger Euclidean norm is scaled down to it.</param>
public sealed record AdamWOptions(double FirstDecay, double SecondDecay, double Epsilon, double WeightDecay, double LargestNorm)
{
    public static AdamWOptions Usual { get; } = new(FirstDecay: 0.9, SecondDecay: 0.95, Epsilon: 1e-8, WeightDecay: 0.1, LargestNorm: 1);
}

/// <summary>
/// Adam with decoupled weight decay (Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019, Algorithm 2):
/// <c>m ← β₁m + (1−β₁)g</c>, <c>v ← β₂v + (1−β₂)g²</c>, <c>θ ← θ − η·(m̂/(√v̂ + ε) + λθ)</c> with <c>m̂ = m/(1−β₁ᵗ)</c> and <c>v̂ = v/(1−β₂ᵗ)</c>.
/// </summary>
/// <param name="state">Where it begins; its arrays are kept and written to.</param>
public sealed class AdamW(ParameterLayout layout, AdamWOptions options, OptimiserState state)
{
    /// <summary>Where it is now. The next step writes to its arrays.</summary>
    public OptimiserState State { get; private set; } = state;

    /// <summary>
    /// Takes a step along a gradient, which is zero afterwards; returns its norm before it was clipped. Where that is not finite, because a loss
    /// or the weights have overflowed, no step is taken.
    /// </summary>
    public double Step(float[] weights, float[] gradient, double learningRate)
    {
        var norm = NormOf(gradient);
        if (!double.IsFinite(norm))
        {
            Array.Clear(gradient);
            return norm;
        }

        State = State with { Steps = State.Steps + 1 };
        var clip = norm > options.LargestNorm ? options.LargestNorm / norm : 1;
        foreach (var parameter in layout.All)
        {
            Step(parameter, weights, gradient, (float)clip, learningRate);
        }

        Array.Clear(gradient);
        return norm;
    }

    /// <summary>The Euclidean norm, with parts summed up in double precision.</summary>
    private double NormOf(float[] gradient)
    {
        var sum = 0.0;
        foreach (var parameter in layout.All)
        {
            sum += TensorPrimitives.SumOfSquares<float>(parameter.Vector(gradient));
        }

        return Math.Sqrt(sum);
    }

    private void Step(Parameter parameter, float[] weights, float[] gradient, float clip, double learningRate)
    {
        var w = parameter.Vector(weights);
        var g = parameter.Vector(gradient);
        var m = parameter.Vector(State.FirstMoments);
        var v = parameter.Vector(State.SecondMoments);
        var keep = 1 - (float)(parameter.Decays ? learningRate * options.WeightDecay : 0);
        var rate = (float)(learningRate / (1 - Math.Pow(options.FirstDecay, State.Steps)));
        var rootCorrection = (float)(1 / Math.Sqrt(1 - Math.Pow(options.SecondDecay, State.Steps)));
        var (first, second, epsilon) = ((float)options.FirstDecay, (float)options.SecondDecay, (float)options.Epsilon);
        var whole = w.Length - (w.Length % Vector512<float>.Count);

        var ws = Vectors(w[..whole]);
        var gs = Vectors(g[..whole]);
        var ms = Vectors(m[..whole]);
        var vs = Vectors(v[..whole]);
        for (var index = 0; index < ws.Length; index++)
        {
            var slope = gs[index] * clip;
            ms[index] = (ms[index] * first) + (slope * (1 - first));
            vs[index] = (vs[index] * second) + (slope * slope * (1 - second));
            ws[index] = (ws[index] * keep) - (ms[index] * rate / ((Vector512.Sqrt(vs[index]) * rootCorrection) + Vector512.Create(epsilon)));
        }

        for (var index = whole; index < w.Length; index++)
        {
            var slope = g[index] * clip;
            m[index] = (m[index] * first) + (slope * (1 - first));
            v[index] = (v[index] * second) + (slope * slope * (1 - second));
            w[index] = (w[index] * keep) - (m[index] * rate / ((MathF.Sqrt(v[index]) * rootCorrection) + epsilon));
        }
    }

    private static Span<Vector512<float>> Vectors(Span<float> values) => MemoryMarshal.Cast<float, Vector512<float>>(values);
}
