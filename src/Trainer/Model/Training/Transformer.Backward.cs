using System.Numerics.Tensors;
using HpcVerify.Trainer.Model.Layers;

namespace HpcVerify.Trainer.Model.Training;

/// <summary>The way back through the pack that was read last.</summary>
internal sealed partial class Transformer
{
    /// <summary>A row of the widest thing there is.</summary>
    private readonly float[] _row;

    private float[] _stream = [], _narrow = [], _mixed = [], _wide = [], _hidden = [];

    /// <summary>Adds the gradient of all parameters, given what the loss changes by with each target's log-probability.</summary>
    /// <param name="outer">∂loss/∂logp, one for each target of the pack that was read last, in its order.</param>
    /// <param name="gradient">Is added to; lies as the parameters do.</param>
    public void Backward(float[] weights, Pack pack, float temperature, ReadOnlySpan<float> outer, float[] gradient)
    {
        Reserve(pack.Tokens.Length);
        var stream = Rows(_stream, pack);
        var narrow = Rows(_narrow, pack);
        stream.Values[..(stream.Rows * stream.Columns)].Clear();
        narrow.Values[..(narrow.Rows * narrow.Columns)].Clear();
        _head.Backward(
            Rows(_activations.Final, pack), _layout.Embedding.Matrix(weights), temperature, pack.Asked, pack.Targets, outer, narrow, _layout.Embedding.Matrix(gradient));
        Norm(weights, _layout.FinalNorm, Rows(_activations.FinalInput, pack), _activations.FinalInverses, narrow, stream, gradient);
        for (var layer = _shape.Layers - 1; layer >= 0; layer--)
        {
            UnitsBackward(weights, _layout.Layers[layer], _activations[layer], pack, gradient);
            AttentionBackward(weights, _layout.Layers[layer], _activations[layer], pack, gradient);
        }

        var embedding = _layout.Embedding.Matrix(gradient);
        for (var row = 0; row < stream.Rows; row++)
        {
            var token = embedding[pack.Tokens[row]];
            TensorPrimitives.Add(token, stream[row], token);
        }
    }

    private void UnitsBackward(float[] weights, LayerParameters layer, LayerActivations kept, Pack pack, float[] gradient)
    {
        var stream = Rows(_stream, pack);
        var narrow = Rows(_narrow, pack);
        var wide = Rows(_wide, pack, 2 * _shape.Hidden);
        var hidden = Rows(_hidden, pack, _shape.Hidden);
        OpenBlas.Multiply(Rows(kept.UnitsOutput, pack, _shape.Hidden).Transposed, stream, layer.UnitsOut.Matrix(gradient), keep: 1);
        OpenBlas.Multiply(stream, layer.UnitsOut.Matrix(weights).Transposed, hidden);
        GatedUnits.Backward(Rows(kept.GatesAndValues, pack, 2 * _shape.Hidden), hidden, wide, _row.AsSpan(0, _shape.Hidden));
        OpenBlas.Multiply(Rows(kept.UnitsInput, pack).Transposed, wide, layer.UnitsIn.Matrix(gradient), keep: 1);
        OpenBlas.Multiply(wide, layer.UnitsIn.Matrix(weights).Transposed, narrow);
        Norm(weights, layer.UnitsNorm, Rows(kept.Middle, pack), kept.UnitsInverses, narrow, stream, gradient);
    }

    private void AttentionBackward(float[] weights, LayerParameters layer, LayerActivations kept, Pack pack, float[] gradient)
    {
        var stream = Rows(_stream, pack);
        var narrow = Rows(_narrow, pack);
        var mixed = Rows(_mixed, pack, 3 * _shape.Width);
        var output = Rows(kept.AttentionOutput, pack);
        OpenBlas.Multiply(output.Transposed, stream, layer.AttentionOut.Matrix(gradient), keep: 1);
        OpenBlas.Multiply(stream, layer.AttentionOut.Matrix(weights).Transposed, narrow);
        foreach (var sequence in pack.Sequences)
        {
            _attention.Backward(Rows(kept.QueriesKeysValues, pack, 3 * _shape.Width), sequence, output, kept.LogSums, narrow, mixed);
        }

        for (var row = 0; row < mixed.Rows; row++)
        {
            _rotary.TurnBack(mixed[row][..(2 * _shape.Width)], pack.Positions[row]);
        }

        OpenBlas.Multiply(Rows(kept.AttentionInput, pack).Transposed, mixed, layer.AttentionIn.Matrix(gradient), keep: 1);
        OpenBlas.Multiply(mixed, layer.AttentionIn.Matrix(weights).Transposed, narrow);
        Norm(weights, layer.AttentionNorm, Rows(kept.Input, pack), kept.AttentionInverses, narrow, stream, gradient);
    }

    private void Norm(float[] weights, Parameter gain, Matrix input, float[] inverses, Matrix outputGradient, Matrix inputGradient, float[] gradient) =>
        RmsNorm.Backward(input, gain.Vector(weights), inverses, outputGradient, inputGradient, gain.Vector(gradient), _row.AsSpan(0, _shape.Width));

    private void Reserve(int tokens)
    {
        if (_narrow.Length >= tokens * _shape.Width)
        {
            return;
        }

        _stream = new float[tokens * _shape.Width];
        _narrow = new float[tokens * _shape.Width];
        _mixed = new float[3 * tokens * _shape.Width];
        _wide = new float[2 * tokens * _shape.Hidden];
        _hidden = new float[tokens * _shape.Hidden];
    }
}
