namespace HpcVerify.Trainer.Model;

/// <summary>A model: its shape and the values of all its parameters. Optimisers write to the values; a frozen reference is a copy.</summary>
public sealed class Weights
{
    private const double InitialDeviation = 0.02;

    /// <param name="values">Kept, not copied: one for each parameter.</param>
    public Weights(ModelShape shape, float[] values)
    {
        if (shape.Problem() is { } problem)
        {
            throw new ArgumentException(problem, nameof(shape));
        }

        Shape = shape;
        Layout = ParameterLayout.Of(shape);
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, Layout.Count);
        Values = values;
    }

    public ModelShape Shape { get; }

    public ParameterLayout Layout { get; }

    /// <summary>All parameters, in the order of the layout.</summary>
    public float[] Values { get; }

    /// <summary>
    /// A model that has learnt nothing: norms at one, matrices normal with deviation 0.02, those that write to the residual stream smaller by
    /// the root of how many there are, so that the stream does not grow with depth (Radford et al., "Language Models are Unsupervised Multitask
    /// Learners", 2019, §2.3).
    /// </summary>
    public static Weights Random(ModelShape shape, Rng random)
    {
        var weights = new Weights(shape, new float[shape.Problem() is null ? (int)ParameterLayout.CountOf(shape) : 0]);
        var residual = weights.Layout.Layers.SelectMany(layer => (Parameter[])[layer.AttentionOut, layer.UnitsOut]).ToHashSet();
        var residualDeviation = InitialDeviation / Math.Sqrt(residual.Count);
        foreach (var parameter in weights.Layout.All)
        {
            var deviation = residual.Contains(parameter) ? residualDeviation : InitialDeviation;
            foreach (ref var value in parameter.Vector(weights.Values))
            {
                value = parameter.Decays ? (float)(deviation * random.NextNormal()) : 1;
            }
        }

        return weights;
    }

    /// <summary>The same model with values of its own, which later training does not touch.</summary>
    public Weights Copy() => new(Shape, [.. Values]);
}
