using System.Numerics.Tensors;

namespace HpcVerify.Trainer.Model.Layers;

/// <summary><c>h = g · σ(g) · u</c>, where gates <c>g</c> are the first half of a row and <c>u</c> the second (Shazeer, "GLU Variants Improve Transformer", 2020, Eq. 6).</summary>
internal static class GatedUnits
{
    public static void Forward(Matrix gatesAndValues, Matrix output)
    {
        for (var row = 0; row < output.Rows; row++)
        {
            Row(gatesAndValues[row], output[row]);
        }
    }

    public static void Row(ReadOnlySpan<float> gatesAndValues, Span<float> output)
    {
        var gates = gatesAndValues[..output.Length];
        var values = gatesAndValues[output.Length..];
        TensorPrimitives.Sigmoid(gates, output);
        TensorPrimitives.Multiply(output, gates, output);
        TensorPrimitives.Multiply(output, values, output);
    }

    /// <summary><c>∂u = ∂h·g·σ</c> and <c>∂g = ∂h·u·(σ + g·σ·(1 − σ))</c> with <c>σ = σ(g)</c>.</summary>
    /// <param name="gradient">Receives the gradients of gates and values.</param>
    /// <param name="scratch">A row of the output's worth of floats.</param>
    public static void Backward(Matrix gatesAndValues, Matrix outputGradient, Matrix gradient, Span<float> scratch)
    {
        var width = outputGradient.Columns;
        for (var row = 0; row < outputGradient.Rows; row++)
        {
            var gates = gatesAndValues[row][..width];
            var values = gatesAndValues[row][width..];
            var incoming = outputGradient[row];
            var gateGradient = gradient[row][..width];
            var valueGradient = gradient[row][width..];
            TensorPrimitives.Sigmoid(gates, scratch);

            // σ + g·σ·(1 − σ) = σ + s − s·σ with s = g·σ.
            TensorPrimitives.Multiply(gates, scratch, valueGradient);
            TensorPrimitives.Multiply(valueGradient, scratch, gateGradient);
            TensorPrimitives.Subtract(valueGradient, gateGradient, gateGradient);
            TensorPrimitives.Add(gateGradient, scratch, gateGradient);
            TensorPrimitives.Multiply(gateGradient, values, gateGradient);
            TensorPrimitives.Multiply(gateGradient, incoming, gateGradient);
            TensorPrimitives.Multiply(valueGradient, incoming, valueGradient);
        }
    }
}
