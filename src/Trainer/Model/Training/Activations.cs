namespace HpcVerify.Trainer.Model.Training;

/// <summary>What a pass over some tokens leaves behind for the way back, layer by layer. Room grows to the largest pass and is used again.</summary>
internal sealed class Activations(ModelShape shape)
{
    private LayerActivations[] _layers = [];
    private int _capacity;

    public float[] Final { get; private set; } = [];

    public float[] FinalInput { get; private set; } = [];

    public float[] FinalInverses { get; private set; } = [];

    public LayerActivations this[int layer] => _layers[layer];

    public void Reserve(int tokens)
    {
        if (tokens <= _capacity)
        {
            return;
        }

        _capacity = tokens;
        _layers = [.. Enumerable.Range(0, shape.Layers).Select(_ => new LayerActivations(shape, tokens))];
        Final = new float[tokens * shape.Width];
        FinalInput = new float[tokens * shape.Width];
        FinalInverses = new float[tokens];
    }
}

/// <summary>One block's part of it; each array holds one row for each token.</summary>
internal sealed class LayerActivations(ModelShape shape, int tokens)
{
    /// <summary>The residual stream before the block.</summary>
    public float[] Input { get; } = new float[tokens * shape.Width];

    public float[] AttentionInverses { get; } = new float[tokens];

    public float[] AttentionInput { get; } = new float[tokens * shape.Width];

    /// <summary>Queries and keys, turned to their positions, and values.</summary>
    public float[] QueriesKeysValues { get; } = new float[3 * tokens * shape.Width];

    public float[] LogSums { get; } = new float[tokens * shape.Heads];

    public float[] AttentionOutput { get; } = new float[tokens * shape.Width];

    /// <summary>The residual stream between attention and gated units.</summary>
    public float[] Middle { get; } = new float[tokens * shape.Width];

    public float[] UnitsInverses { get; } = new float[tokens];

    public float[] UnitsInput { get; } = new float[tokens * shape.Width];

    public float[] GatesAndValues { get; } = new float[2 * tokens * shape.Hidden];

    public float[] UnitsOutput { get; } = new float[tokens * shape.Hidden];
}
