using System.Numerics.Tensors;

namespace HpcVerify.Trainer.Model.Layers;

/// <summary>
/// <c>yᵢ = gᵢ · xᵢ / r</c> with <c>r = √(mean(x²) + ε)</c>, row by row (Zhang and Sennrich, "Root Mean Square Layer Normalization", 2019, Eq. 4).
/// </summary>
internal static class RmsNorm
{
    /// <param name="inverses">Receives <c>1 / r</c> of each row.</param>
    public static void Forward(Matrix input, ReadOnlySpan<float> gain, Matrix output, Span<float> inverses)
    {
        for (var row = 0; row < input.Rows; row++)
        {
            inverses[row] = Row(input[row], gain, output[row]);
        }
    }

    /// <summary>One row; returns <c>1 / r</c>.</summary>
    public static float Row(ReadOnlySpan<float> input, ReadOnlySpan<float> gain, Span<float> output)
    {
        var inverse = 1 / MathF.Sqrt((TensorPrimitives.SumOfSquares(input) / input.Length) + ModelShape.NormEpsilon);
        TensorPrimitives.Multiply(input, inverse, output);
        TensorPrimitives.Multiply(output, gain, output);
        return inverse;
    }

    /// <summary>
    /// Adds to the gradients of input and gain: <c>∂gᵢ += ∂yᵢ·xᵢ/r</c> and <c>∂xᵢ += gᵢ·∂yᵢ/r − xᵢ·(Σⱼ gⱼ·∂yⱼ·xⱼ)/(n·r³)</c>.
    /// </summary>
    /// <param name="outputGradient">∂y; overwritten.</param>
    /// <param name="scratch">A row's worth of floats.</param>
    public static void Backward(
        Matrix input, ReadOnlySpan<float> gain, ReadOnlySpan<float> inverses, Matrix outputGradient, Matrix inputGradient, Span<float> gainGradient, Span<float> scratch)
    {
        for (var row = 0; row < input.Rows; row++)
        {
            var x = input[row];
            var y = outputGradient[row];
            var inverse = inverses[row];
            TensorPrimitives.Multiply(x, y, scratch);
            TensorPrimitives.MultiplyAdd(scratch, inverse, gainGradient, gainGradient);
            TensorPrimitives.Multiply(y, gain, y);
            var along = TensorPrimitives.Dot(x, y) * inverse * inverse * inverse / input.Columns;
            TensorPrimitives.MultiplyAdd(y, inverse, inputGradient[row], inputGradient[row]);
            TensorPrimitives.MultiplyAdd(x, -along, inputGradient[row], inputGradient[row]);
        }
    }
}
