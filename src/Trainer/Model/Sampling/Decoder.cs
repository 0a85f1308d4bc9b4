using System.Numerics.Tensors;
using HpcVerify.Trainer.Model.Layers;

namespace HpcVerify.Trainer.Model.Sampling;

/// <summary>
/// Reads the next tokens of some sequences, with keys and values of earlier ones from caches. A row's numbers do not depend on what other rows
/// are read with it, to the last bit. An instance belongs to one thread.
/// </summary>
internal sealed class Decoder
{
    private readonly PackedModel _model;
    private readonly ModelShape _shape;
    private readonly int _rows;
    private readonly float[] _stream, _narrow, _mixed, _attended, _wide, _hidden, _change, _logits, _scores;

    /// <param name="rows">The most tokens that are read at once.</param>
    public Decoder(PackedModel model, int rows)
    {
        _model = model;
        _shape = model.Shape;
        _rows = PackedMatrix.RoundUp(rows, PackedMatrix.RowsAtOnce);
        var layer = model.Layers[0];
        _stream = new float[_rows * _shape.Width];
        _narrow = new float[_rows * _shape.Width];
        _mixed = new float[_rows * layer.AttentionIn.Columns];
        _attended = new float[_rows * _shape.Width];
        _wide = new float[_rows * layer.UnitsIn.Columns];
        _hidden = new float[_rows * _shape.Hidden];
        _change = new float[_rows * layer.UnitsOut.Columns];
        _logits = new float[_rows * model.Head.Columns];
        _scores = new float[KeyValueCache.ScoresFor(_shape.ContextLength) + KeyValueCache.ScoresFor(0)];
    }

    public int Rows => _rows;

    /// <summary>Reads one token of each sequence, at the position after its last.</summary>
    public void Read(ReadOnlySpan<DecodedSequence> sequences, ReadOnlySpan<int> tokens)
    {
        Run(sequences, tokens, isOneSequence: false);
        foreach (var sequence in sequences)
        {
            sequence.Own.Count++;
        }
    }

    /// <summary>Reads consecutive tokens of one sequence.</summary>
    public void ReadOn(DecodedSequence sequence, ReadOnlySpan<int> tokens)
    {
        for (var begin = 0; begin < tokens.Length; begin += _rows)
        {
            var part = tokens.Slice(begin, Math.Min(_rows, tokens.Length - begin));
            Run([sequence], part, isOneSequence: true);
            sequence.Own.Count += part.Length;
        }
    }

    /// <summary>What the model expects after a row that was read last: one logit for each token of the vocabulary.</summary>
    public void Predict(int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            RmsNorm.Row(Row(_stream, row), _model.FinalNorm, Row(_narrow, row));
        }

        _model.Head.Multiply(_narrow, _logits, PackedMatrix.RoundUp(rows, PackedMatrix.RowsAtOnce));
    }

    public Span<float> LogitsOf(int row) => _logits.AsSpan(row * _model.Head.Columns, _shape.Vocabulary);

    private void Run(ReadOnlySpan<DecodedSequence> sequences, ReadOnlySpan<int> tokens, bool isOneSequence)
    {
        var rows = PackedMatrix.RoundUp(tokens.Length, PackedMatrix.RowsAtOnce);
        for (var row = 0; row < tokens.Length; row++)
        {
            _model.Embedding.AsSpan(tokens[row] * _shape.Width, _shape.Width).CopyTo(Row(_stream, row));
        }

        for (var layer = 0; layer < _shape.Layers; layer++)
        {
            Attend(layer, sequences, tokens.Length, rows, isOneSequence);
            Gate(_model.Layers[layer], tokens.Length, rows);
        }
    }

    private void Attend(int index, ReadOnlySpan<DecodedSequence> sequences, int count, int rows, bool isOneSequence)
    {
        var (layer, width) = (_model.Layers[index], _shape.Width);
        var columns = layer.AttentionIn.Columns;
        for (var row = 0; row < count; row++)
        {
            RmsNorm.Row(Row(_stream, row), layer.AttentionNorm, Row(_narrow, row));
        }

        layer.AttentionIn.Multiply(_narrow, _mixed, rows);
        for (var row = 0; row < count; row++)
        {
            var (sequence, ahead) = isOneSequence ? (sequences[0], row) : (sequences[row], 0);
            var mixed = _mixed.AsSpan(row * columns, 3 * width);
            _model.Rotary.Turn(mixed[..(2 * width)], sequence.Length + ahead);
            sequence.Own.Write(index, sequence.Own.Count + ahead, mixed.Slice(width, width), mixed.Slice(2 * width, width));
            TensorPrimitives.Multiply(mixed[..width], 1 / MathF.Sqrt(_shape.HeadWidth), mixed[..width]);
        }

        // Head by head, so that a shared prompt's keys and values are near when the next row needs them.
        for (var head = 0; head < _shape.Heads; head++)
        {
            for (var row = 0; row < count; row++)
            {
                var (sequence, ahead) = isOneSequence ? (sequences[0], row) : (sequences[row], 0);
                var place = head * _shape.HeadWidth;
                Attend(index, head, sequence, sequence.Own.Count + ahead + 1, _mixed.AsSpan((row * columns) + place, _shape.HeadWidth), Row(_attended, row).Slice(place, _shape.HeadWidth));
            }
        }

        layer.AttentionOut.Multiply(_attended, _change, rows);
        AddChange(count, layer.AttentionOut.Columns);
    }

    private void Attend(int layer, int head, DecodedSequence sequence, int own, ReadOnlySpan<float> query, Span<float> output)
    {
        sequence.Prompt?.Scores(layer, head, query, sequence.PromptLength, _scores);
        sequence.Own.Scores(layer, head, query, own, _scores.AsSpan(sequence.PromptLength));
        var scores = _scores.AsSpan(0, sequence.PromptLength + own);
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<float>(scores), scores);
        TensorPrimitives.Exp(scores, scores);
        TensorPrimitives.Multiply(scores, 1 / TensorPrimitives.Sum<float>(scores), scores);
        output.Clear();
        sequence.Prompt?.AddValues(layer, head, scores[..sequence.PromptLength], output);
        sequence.Own.AddValues(layer, head, scores[sequence.PromptLength..], output);
    }

    private void Gate(PackedLayer layer, int count, int rows)
    {
        for (var row = 0; row < count; row++)
        {
            RmsNorm.Row(Row(_stream, row), layer.UnitsNorm, Row(_narrow, row));
        }

        layer.UnitsIn.Multiply(_narrow, _wide, rows);
        for (var row = 0; row < count; row++)
        {
            GatedUnits.Row(_wide.AsSpan(row * layer.UnitsIn.Columns, 2 * _shape.Hidden), _hidden.AsSpan(row * _shape.Hidden, _shape.Hidden));
        }

        layer.UnitsOut.Multiply(_hidden, _change, rows);
        AddChange(count, layer.UnitsOut.Columns);
    }

    private void AddChange(int count, int columns)
    {
        for (var row = 0; row < count; row++)
        {
            TensorPrimitives.Add(Row(_stream, row), _change.AsSpan(row * columns, _shape.Width), Row(_stream, row));
        }
    }

    private Span<float> Row(float[] values, int row) => values.AsSpan(row * _shape.Width, _shape.Width);
}
