using System.Numerics.Tensors;

namespace HpcVerify.Trainer.Model.Sampling;

/// <summary>
/// Draws a token from logits. Its log-probability is that of the whole distribution at the temperature (at 1 for temperature 0), before
/// anything is left out: what a forward pass at that temperature computes.
/// </summary>
/// <remarks>An instance belongs to one thread.</remarks>
internal sealed class Choice(int vocabulary, SamplingOptions options)
{
    private readonly float[] _probabilities = new float[vocabulary];
    private readonly int[] _candidates = new int[vocabulary];

    /// <param name="logits">Overwritten.</param>
    public (int Token, float LogProbability) Draw(Span<float> logits, Rng random)
    {
        if (options.Temperature is not (0 or 1))
        {
            TensorPrimitives.Multiply(logits, 1 / options.Temperature, logits);
        }

        TensorPrimitives.Subtract(logits, TensorPrimitives.Max<float>(logits), logits);
        TensorPrimitives.Exp(logits, _probabilities);
        var sum = TensorPrimitives.Sum<float>(_probabilities);
        var token = options.Temperature == 0 ? TensorPrimitives.IndexOfMax<float>(logits) : Draw(sum, random.NextDouble());
        return (token, logits[token] - MathF.Log(sum));
    }

    private int Draw(float sum, double place)
    {
        var candidates = Candidates(sum);
        if (candidates.IsEmpty)
        {
            return Find(place * Mass(_probabilities), _probabilities);
        }

        // In the order of the vocabulary, as without candidates.
        candidates.Sort();
        var mass = 0.0;
        foreach (var candidate in candidates)
        {
            mass += _probabilities[candidate];
        }

        var left = place * mass;
        foreach (var candidate in candidates)
        {
            left -= _probabilities[candidate];
            if (left < 0)
            {
                return candidate;
            }
        }

        return candidates[^1];
    }

    /// <summary>The most probable tokens that may be drawn; empty where all may.</summary>
    private Span<int> Candidates(float sum)
    {
        var isCut = options.TopK > 0 && options.TopK < vocabulary;
        if (!isCut && options.TopP >= 1)
        {
            return [];
        }

        // All tokens below this together have less than what top-p leaves out, so that the nucleus has none of them.
        var negligible = isCut ? 0 : (1 - options.TopP) / vocabulary * sum;
        var count = 0;
        for (var token = 0; token < vocabulary; token++)
        {
            if (_probabilities[token] >= negligible)
            {
                _candidates[count++] = token;
            }
        }

        var candidates = _candidates.AsSpan(0, count);
        candidates.Sort((left, right) => _probabilities[right].CompareTo(_probabilities[left]) is not 0 and var order ? order : left - right);
        candidates = isCut ? candidates[..Math.Min(options.TopK, count)] : candidates;
        return Nucleus(candidates, sum);
    }

    private Span<int> Nucleus(Span<int> candidates, float sum)
    {
        var (enough, mass) = (options.TopP * (double)sum, 0.0);
        for (var index = 0; index < candidates.Length; index++)
        {
            mass += _probabilities[candidates[index]];
            if (mass >= enough)
            {
                return candidates[..(index + 1)];
            }
        }

        return candidates;
    }

    private static double Mass(ReadOnlySpan<float> probabilities)
    {
        var mass = 0.0;
        foreach (var probability in probabilities)
        {
            mass += probability;
        }

        return mass;
    }

    private static int Find(double place, ReadOnlySpan<float> probabilities)
    {
        var last = 0;
        for (var token = 0; token < probabilities.Length; token++)
        {
            if (probabilities[token] > 0)
            {
                last = token;
                place -= probabilities[token];
                if (place < 0)
                {
                    return token;
                }
            }
        }

        return last;
    }
}
