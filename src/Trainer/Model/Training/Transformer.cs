using HpcVerify.Trainer.Model.Layers;

namespace HpcVerify.Trainer.Model.Training;

/// <summary>
/// The model over a pack of sequences, forwards: <c>x ← x + attention(norm x)</c>, <c>x ← x + units(norm x)</c>, layer by layer. The way back
/// is in the other half of this class. An instance belongs to one thread and allocates nothing once it has seen its largest pack.
/// </summary>
internal sealed partial class Transformer
{
    private readonly ModelShape _shape;
    private readonly ParameterLayout _layout;
    private readonly Activations _activations;
    private readonly Attention _attention;
    private readonly Rotary _rotary;
    private readonly OutputHead _head;

    public Transformer(ModelShape shape)
    {
        OpenBlas.Load();
        _shape = shape;
        _layout = ParameterLayout.Of(shape);
        _activations = new(shape);
        _attention = new(shape);
        _rotary = new(shape);
        _head = new(shape);
        _row = new float[Math.Max(shape.Width, shape.Hidden)];
    }

    /// <summary>Reads a pack, and says how probable its targets were.</summary>
    /// <param name="logProbabilities">Receives one for each target: natural logarithms.</param>
    /// <param name="entropies">Receives one for each target, in nats.</param>
    public void Forward(float[] weights, Pack pack, float temperature, Span<float> logProbabilities, Span<float> entropies)
    {
        _activations.Reserve(pack.Tokens.Length);
        Embed(weights, pack);
        for (var layer = 0; layer < _shape.Layers; layer++)
        {
            Forward(weights, _layout.Layers[layer], _activations[layer], After(layer), pack);
        }

        var input = Rows(_activations.FinalInput, pack);
        var final = Rows(_activations.Final, pack);
        RmsNorm.Forward(input, _layout.FinalNorm.Vector(weights), final, _activations.FinalInverses);
        _head.Forward(final, _layout.Embedding.Matrix(weights), temperature, pack.Asked, pack.Targets, logProbabilities, entropies);
    }

    private void Embed(float[] weights, Pack pack)
    {
        var embedding = _layout.Embedding.Matrix(weights);
        var rows = Rows(_activations[0].Input, pack);
        for (var row = 0; row < rows.Rows; row++)
        {
            embedding[pack.Tokens[row]].CopyTo(rows[row]);
        }
    }

    private void Forward(float[] weights, LayerParameters layer, LayerActivations kept, float[] after, Pack pack)
    {
        var input = Rows(kept.Input, pack);
        var middle = Rows(kept.Middle, pack);
        var output = Rows(after, pack);
        var attentionInput = Rows(kept.AttentionInput, pack);
        var attentionOutput = Rows(kept.AttentionOutput, pack);
        var mixed = Rows(kept.QueriesKeysValues, pack, 3 * _shape.Width);

        RmsNorm.Forward(input, layer.AttentionNorm.Vector(weights), attentionInput, kept.AttentionInverses);
        OpenBlas.Multiply(attentionInput, layer.AttentionIn.Matrix(weights), mixed);
        for (var row = 0; row < mixed.Rows; row++)
        {
            _rotary.Turn(mixed[row][..(2 * _shape.Width)], pack.Positions[row]);
        }

        foreach (var sequence in pack.Sequences)
        {
            _attention.Forward(mixed, sequence, attentionOutput, kept.LogSums);
        }

        Copy(input, middle);
        OpenBlas.Multiply(attentionOutput, layer.AttentionOut.Matrix(weights), middle, keep: 1);

        var unitsInput = Rows(kept.UnitsInput, pack);
        var gatesAndValues = Rows(kept.GatesAndValues, pack, 2 * _shape.Hidden);
        var unitsOutput = Rows(kept.UnitsOutput, pack, _shape.Hidden);
        RmsNorm.Forward(middle, layer.UnitsNorm.Vector(weights), unitsInput, kept.UnitsInverses);
        OpenBlas.Multiply(unitsInput, layer.UnitsIn.Matrix(weights), gatesAndValues);
        GatedUnits.Forward(gatesAndValues, unitsOutput);
        Copy(middle, output);
        OpenBlas.Multiply(unitsOutput, layer.UnitsOut.Matrix(weights), output, keep: 1);
    }

    /// <summary>Where the residual stream lies after a layer: before the next one, or before the last norm.</summary>
    private float[] After(int layer) => layer + 1 < _shape.Layers ? _activations[layer + 1].Input : _activations.FinalInput;

    private Matrix Rows(float[] values, Pack pack) => Rows(values, pack, _shape.Width);

    private static Matrix Rows(float[] values, Pack pack, int columns) => new(values, pack.Tokens.Length, columns);

    private static void Copy(Matrix from, Matrix to) => from.Values[..(from.Rows * from.Stride)].CopyTo(to.Values);
}
