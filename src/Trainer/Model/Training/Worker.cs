using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace HpcVerify.Trainer.Model.Training;

/// <summary>One thread of a <see cref="Learner"/>: its share of the examples in packs, forwards and, where it learns, backwards.</summary>
internal sealed class Worker(ModelShape shape, LearnerOptions options, float[] gradient)
{
    private readonly Transformer _transformer = new(shape);
    private readonly Pack _pack = new();
    private float[] _logProbabilities = [], _entropies = [], _outer = [];

    public void Run(float[] weights, IReadOnlyList<Example> examples, ImmutableArray<int> share, bool learns, LossGradient loss, double[] losses, double[] entropies)
    {
        for (var begin = 0; begin < share.Length;)
        {
            var end = Fill(examples, share, begin);
            var count = _pack.Asked.Length;
            Reserve(count);
            _transformer.Forward(weights, _pack, options.Temperature, _logProbabilities.AsSpan(0, count), _entropies.AsSpan(0, count));
            var target = 0;
            foreach (var example in share[begin..end])
            {
                var part = new Range(target, target += examples[example].ResponseLength);
                losses[example] = loss(example, _logProbabilities.AsSpan(part), _outer.AsSpan(part));
                entropies[example] = TensorPrimitives.Sum<float>(_entropies.AsSpan(part));
            }

            if (learns)
            {
                _transformer.Backward(weights, _pack, options.Temperature, _outer.AsSpan(0, count), gradient);
            }

            begin = end;
        }
    }

    /// <summary>Adds this thread's gradient to another and begins anew.</summary>
    public void MoveGradientTo(float[] sum)
    {
        TensorPrimitives.Add(sum, gradient, sum);
        Array.Clear(gradient);
    }

    /// <summary>Packs examples from <paramref name="begin"/> on, at least one; returns where the next pack begins.</summary>
    private int Fill(IReadOnlyList<Example> examples, ImmutableArray<int> share, int begin)
    {
        _pack.Clear();
        var end = begin;
        do
        {
            _pack.Add(examples[share[end++]]);
        }
        while (end < share.Length && _pack.Tokens.Length + examples[share[end]].InputLength <= options.TokensPerPass);

        return end;
    }

    private void Reserve(int targets)
    {
        if (targets > _outer.Length)
        {
            (_logProbabilities, _entropies, _outer) = (new float[targets], new float[targets], new float[targets]);
        }

        _outer.AsSpan(0, targets).Clear();
    }
}
