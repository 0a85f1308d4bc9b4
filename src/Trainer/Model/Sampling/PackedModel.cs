using System.Collections.Immutable;
using HpcVerify.Trainer.Model.Layers;

namespace HpcVerify.Trainer.Model.Sampling;

/// <summary>One block's weights as sampling reads them.</summary>
internal sealed record PackedLayer(float[] AttentionNorm, PackedMatrix AttentionIn, PackedMatrix AttentionOut, float[] UnitsNorm, PackedMatrix UnitsIn, PackedMatrix UnitsOut);

/// <summary>A model's weights as they were when it was made, laid out for sampling. Threads share it.</summary>
internal sealed class PackedModel
{
    public PackedModel(Weights weights)
    {
        var (layout, values) = (weights.Layout, weights.Values);
        Shape = weights.Shape;
        Embedding = [.. layout.Embedding.Vector(values)];
        Layers = [.. layout.Layers.Select(layer => new PackedLayer(
            [.. layer.AttentionNorm.Vector(values)], new(layer.AttentionIn.Matrix(values)), new(layer.AttentionOut.Matrix(values)),
            [.. layer.UnitsNorm.Vector(values)], new(layer.UnitsIn.Matrix(values)), new(layer.UnitsOut.Matrix(values))))];
        FinalNorm = [.. layout.FinalNorm.Vector(values)];
        Head = new(layout.Embedding.Matrix(values).Transposed);
        Rotary = new(weights.Shape);
    }

    public ModelShape Shape { get; }

    public float[] Embedding { get; }

    public ImmutableArray<PackedLayer> Layers { get; }

    public float[] FinalNorm { get; }

    public PackedMatrix Head { get; }

    public Rotary Rotary { get; }
}
