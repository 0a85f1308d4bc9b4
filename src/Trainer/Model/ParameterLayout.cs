using System.Collections.Immutable;

namespace HpcVerify.Trainer.Model;

/// <summary>One tensor among all parameters.</summary>
/// <param name="Offset">Where it begins in the array of all parameters.</param>
/// <param name="Rows">How many inputs it multiplies; 1 for a vector.</param>
/// <param name="Columns">How many outputs it makes.</param>
public sealed record Parameter(string Name, int Offset, int Rows, int Columns)
{
    public int Count => Rows * Columns;

    /// <summary>Whether weight decay pulls it to zero: matrices, and not the scales of norms, whose neutral value is one.</summary>
    public bool Decays => Rows > 1;

    public Range Range => Offset..(Offset + Count);

    internal Span<float> Vector(float[] all) => all.AsSpan(Offset, Count);

    internal Matrix Matrix(float[] all) => new(Vector(all), Rows, Columns);
}

/// <summary>The tensors of one block.</summary>
public sealed record LayerParameters(
    Parameter AttentionNorm, Parameter AttentionIn, Parameter AttentionOut, Parameter UnitsNorm, Parameter UnitsIn, Parameter UnitsOut);

/// <summary>Where each tensor of a model lies in the one array of its parameters. Gradients and the optimiser's moments lie in the same way.</summary>
public sealed class ParameterLayout
{
    private ParameterLayout(Parameter embedding, ImmutableArray<LayerParameters> layers, Parameter finalNorm, ImmutableArray<Parameter> all)
    {
        Embedding = embedding;
        Layers = layers;
        FinalNorm = finalNorm;
        All = all;
    }

    /// <summary>A row for each token, on the way in and, transposed, on the way out.</summary>
    public Parameter Embedding { get; }

    public ImmutableArray<LayerParameters> Layers { get; }

    public Parameter FinalNorm { get; }

    /// <summary>All tensors in the order in which they lie.</summary>
    public ImmutableArray<Parameter> All { get; }

    public int Count => All[^1].Range.End.Value;

    public static ParameterLayout Of(ModelShape shape)
    {
        var all = ImmutableArray.CreateBuilder<Parameter>();
        var end = 0;
        Parameter Next(string name, int rows, int columns)
        {
            var parameter = new Parameter(name, end, rows, columns);
            end += parameter.Count;
            all.Add(parameter);
            return parameter;
        }

        var embedding = Next("embedding", shape.Vocabulary, shape.Width);
        var layers = ImmutableArray.CreateBuilder<LayerParameters>(shape.Layers);
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            layers.Add(new(
                Next($"layers.{layer}.attention_norm", 1, shape.Width),
                Next($"layers.{layer}.attention_in", shape.Width, 3 * shape.Width),
                Next($"layers.{layer}.attention_out", shape.Width, shape.Width),
                Next($"layers.{layer}.units_norm", 1, shape.Width),
                Next($"layers.{layer}.units_in", shape.Width, 2 * shape.Hidden),
                Next($"layers.{layer}.units_out", shape.Hidden, shape.Width)));
        }

        var finalNorm = Next("final_norm", 1, shape.Width);
        return new(embedding, layers.MoveToImmutable(), finalNorm, all.ToImmutable());
    }

    /// <summary>How many parameters a model has.</summary>
    public static long CountOf(ModelShape shape)
    {
        long width = shape.Width, hidden = shape.Hidden;
        return (shape.Vocabulary * width) + (shape.Layers * ((4 * width * width) + (3 * width * hidden) + (2 * width))) + width;
    }
}
