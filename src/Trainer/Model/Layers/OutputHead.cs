using System.Numerics.Tensors;

namespace HpcVerify.Trainer.Model.Layers;

/// <summary>
/// From the last row of numbers to the logarithms of the probabilities of what comes next: <c>log softmax(x·Eᵀ/τ)</c> with the embedding
/// <c>E</c>. Logits exist for a few rows at a time, and only for rows that something is asked of.
/// </summary>
/// <remarks>An instance belongs to one thread.</remarks>
internal sealed class OutputHead
{
    private const int RowsAtOnce = 128;

    private readonly int _vocabulary, _width;
    private readonly float[] _rows, _rowGradients, _logits;

    public OutputHead(ModelShape shape)
    {
        _vocabulary = shape.Vocabulary;
        _width = shape.Width;
        _rows = new float[RowsAtOnce * _width];
        _rowGradients = new float[RowsAtOnce * _width];
        _logits = new float[RowsAtOnce * _vocabulary];
    }

    /// <param name="asked">The rows of the input that something is asked of.</param>
    /// <param name="targets">The token that came next at each of them.</param>
    /// <param name="logProbabilities">Receives the natural logarithm of each target's probability.</param>
    /// <param name="entropies">Receives the entropy in nats of each distribution.</param>
    public void Forward(Matrix input, Matrix embedding, float temperature, ReadOnlySpan<int> asked, ReadOnlySpan<int> targets, Span<float> logProbabilities, Span<float> entropies)
    {
        for (var begin = 0; begin < asked.Length; begin += RowsAtOnce)
        {
            var count = Math.Min(RowsAtOnce, asked.Length - begin);
            var logits = Logits(input, embedding, temperature, asked.Slice(begin, count));
            for (var index = 0; index < count; index++)
            {
                var row = logits[index];
                var target = row[targets[begin + index]];
                var largest = TensorPrimitives.Max<float>(row);
                TensorPrimitives.Subtract(row, largest, row);
                var logSum = LogSum(row, out var mean);
                logProbabilities[begin + index] = target - largest - logSum;
                entropies[begin + index] = logSum - mean;
            }
        }
    }

    /// <summary><c>∂logits = (onehot − p) · ∂logp / τ</c> for every row that is asked, from there to the input and to the embedding.</summary>
    /// <param name="inputGradient">Receives the gradients of the rows that are asked; others are left alone.</param>
    public void Backward(
        Matrix input, Matrix embedding, float temperature, ReadOnlySpan<int> asked, ReadOnlySpan<int> targets, ReadOnlySpan<float> gradients, Matrix inputGradient, Matrix embeddingGradient)
    {
        for (var begin = 0; begin < asked.Length; begin += RowsAtOnce)
        {
            var count = Math.Min(RowsAtOnce, asked.Length - begin);
            var logits = Logits(input, embedding, temperature, asked.Slice(begin, count));
            for (var index = 0; index < count; index++)
            {
                var row = logits[index];
                var gradient = gradients[begin + index] / temperature;
                TensorPrimitives.Subtract(row, TensorPrimitives.Max<float>(row), row);
                TensorPrimitives.Exp(row, row);
                TensorPrimitives.Multiply(row, -gradient / TensorPrimitives.Sum<float>(row), row);
                row[targets[begin + index]] += gradient;
            }

            var rowGradients = new Matrix(_rowGradients, count, _width);
            OpenBlas.Multiply(logits, embedding, rowGradients);
            OpenBlas.Multiply(logits.Transposed, new Matrix(_rows, count, _width), embeddingGradient, keep: 1);
            for (var index = 0; index < count; index++)
            {
                rowGradients[index].CopyTo(inputGradient[asked[begin + index]]);
            }
        }
    }

    /// <summary>The logarithm of the sum of exponentials of a row whose largest is 0, and the mean of the row under the probabilities that they are.</summary>
    private float LogSum(ReadOnlySpan<float> row, out float mean)
    {
        var exponentials = _rowGradients.AsSpan();
        var (sum, weighted) = (0f, 0f);
        for (var begin = 0; begin < row.Length; begin += exponentials.Length)
        {
            var part = row.Slice(begin, Math.Min(exponentials.Length, row.Length - begin));
            TensorPrimitives.Exp(part, exponentials);
            sum += TensorPrimitives.Sum<float>(exponentials[..part.Length]);
            weighted += TensorPrimitives.Dot(part, exponentials[..part.Length]);
        }

        mean = weighted / sum;
        return MathF.Log(sum);
    }

    private Matrix Logits(Matrix input, Matrix embedding, float temperature, ReadOnlySpan<int> asked)
    {
        var rows = new Matrix(_rows, asked.Length, _width);
        for (var index = 0; index < asked.Length; index++)
        {
            input[asked[index]].CopyTo(rows[index]);
        }

        var logits = new Matrix(_logits, asked.Length, _vocabulary);
        OpenBlas.Multiply(rows, embedding.Transposed, logits, 1 / temperature);
        return logits;
    }
}
