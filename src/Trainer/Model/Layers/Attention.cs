using System.Numerics.Tensors;

namespace HpcVerify.Trainer.Model.Layers;

/// <summary>
/// Causal attention over sequences that lie one behind the other, head by head and 64 queries at a time: <c>O = softmax(Q·Kᵀ/√w)·V</c>
/// (Vaswani et al., "Attention Is All You Need", 2017, Eq. 1). Only the tile at hand is ever in memory. What goes back recomputes it from the
/// logarithms of the rows' sums (Dao et al., "FlashAttention", 2022, §3.1 and Appendix B).
/// </summary>
/// <remarks>Rows are <c>queries | keys | values</c>, each of them all heads. An instance belongs to one thread.</remarks>
internal sealed class Attention
{
    private const int QueriesPerTile = 64;

    private readonly int _heads, _headWidth, _width;
    private readonly float _scale;
    private readonly float[] _tile, _tileGradient;

    public Attention(ModelShape shape)
    {
        _heads = shape.Heads;
        _headWidth = shape.HeadWidth;
        _width = shape.Width;
        _scale = 1 / MathF.Sqrt(shape.HeadWidth);
        _tile = new float[QueriesPerTile * shape.ContextLength];
        _tileGradient = new float[QueriesPerTile * shape.ContextLength];
    }

    /// <param name="sequence">The rows of one sequence.</param>
    /// <param name="logSums">Receives for each head and row <c>log Σ exp</c> of its scores.</param>
    public void Forward(Matrix input, Range sequence, Matrix output, Span<float> logSums)
    {
        var (first, length) = sequence.GetOffsetAndLength(input.Rows);
        for (var head = 0; head < _heads; head++)
        {
            for (var query = 0; query < length; query += QueriesPerTile)
            {
                var (queries, keys) = TileAt(query, length);
                var tile = new Matrix(_tile, queries, keys);
                OpenBlas.Multiply(Part(input, first + query, queries, head, 0), Part(input, first, keys, head, 1).Transposed, tile, _scale);
                for (var row = 0; row < queries; row++)
                {
                    logSums[(head * input.Rows) + first + query + row] = Normalise(tile[row], query + row + 1);
                }

                OpenBlas.Multiply(tile, Part(input, first, keys, head, 2), Part(output, first + query, queries, head, 0));
            }
        }
    }

    /// <summary>
    /// <c>∂V = Pᵀ·∂O</c>, <c>∂S = P ∘ (∂O·Vᵀ − Σ ∂O∘O)</c>, <c>∂Q = ∂S·K/√w</c>, <c>∂K = ∂Sᵀ·Q/√w</c>.
    /// </summary>
    /// <param name="gradient">Receives the gradient of queries, keys and values; what was there is overwritten.</param>
    public void Backward(Matrix input, Range sequence, Matrix output, ReadOnlySpan<float> logSums, Matrix outputGradient, Matrix gradient)
    {
        var (first, length) = sequence.GetOffsetAndLength(input.Rows);
        for (var row = first; row < first + length; row++)
        {
            gradient[row].Clear();
        }

        for (var head = 0; head < _heads; head++)
        {
            for (var query = 0; query < length; query += QueriesPerTile)
            {
                var (queries, keys) = TileAt(query, length);
                var tile = new Matrix(_tile, queries, keys);
                var tileGradient = new Matrix(_tileGradient, queries, keys);
                var outgoing = Part(outputGradient, first + query, queries, head, 0);
                OpenBlas.Multiply(Part(input, first + query, queries, head, 0), Part(input, first, keys, head, 1).Transposed, tile, _scale);
                OpenBlas.Multiply(outgoing, Part(input, first, keys, head, 2).Transposed, tileGradient);
                for (var row = 0; row < queries; row++)
                {
                    var along = TensorPrimitives.Dot<float>(outgoing[row], Part(output, first + query, queries, head, 0)[row]);
                    Recompute(tile[row], tileGradient[row], query + row + 1, logSums[(head * input.Rows) + first + query + row], along);
                }

                OpenBlas.Multiply(tile.Transposed, outgoing, Part(gradient, first, keys, head, 2), keep: 1);
                OpenBlas.Multiply(tileGradient, Part(input, first, keys, head, 1), Part(gradient, first + query, queries, head, 0), _scale);
                OpenBlas.Multiply(tileGradient.Transposed, Part(input, first + query, queries, head, 0), Part(gradient, first, keys, head, 1), _scale, keep: 1);
            }
        }
    }

    private static (int Queries, int Keys) TileAt(int query, int length)
    {
        var queries = Math.Min(QueriesPerTile, length - query);
        return (queries, query + queries);
    }

    /// <summary>Turns the scores of a row into probabilities of the keys that it may see, and returns the logarithm of their sum.</summary>
    private static float Normalise(Span<float> scores, int visible)
    {
        var seen = scores[..visible];
        var largest = TensorPrimitives.Max<float>(seen);
        TensorPrimitives.Subtract(seen, largest, seen);
        TensorPrimitives.Exp(seen, seen);
        var sum = TensorPrimitives.Sum<float>(seen);
        TensorPrimitives.Multiply(seen, 1 / sum, seen);
        scores[visible..].Clear();
        return largest + MathF.Log(sum);
    }

    private static void Recompute(Span<float> scores, Span<float> gradient, int visible, float logSum, float along)
    {
        var seen = scores[..visible];
        var seenGradient = gradient[..visible];
        TensorPrimitives.Subtract(seen, logSum, seen);
        TensorPrimitives.Exp(seen, seen);
        TensorPrimitives.Subtract(seenGradient, along, seenGradient);
        TensorPrimitives.Multiply(seenGradient, seen, seenGradient);
        scores[visible..].Clear();
        gradient[visible..].Clear();
    }

    /// <summary>Some rows of one head's queries (0), keys (1) or values (2).</summary>
    private Matrix Part(Matrix all, int row, int rows, int head, int part) =>
        new(all.Values[((row * all.Stride) + (part * _width) + (head * _headWidth))..], rows, _headWidth, all.Stride);
}
