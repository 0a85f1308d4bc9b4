namespace HpcVerify.Trainer.Model;

/// <summary>The sizes that a model's weights follow from.</summary>
/// <param name="Vocabulary">How many tokens there are.</param>
/// <param name="Width">Numbers that stand for one token between layers.</param>
/// <param name="Layers">How many blocks of attention and gated linear units are stacked.</param>
/// <param name="Heads">Into how many independent parts attention is split.</param>
/// <param name="Hidden">Gated units of each block.</param>
/// <param name="ContextLength">The most tokens of a sequence, prompt and response together.</param>
public sealed record ModelShape(int Vocabulary, int Width, int Layers, int Heads, int Hidden, int ContextLength)
{
    /// <summary>Added to mean squares, so that a row of zeros can be normalised.</summary>
    internal const float NormEpsilon = 1e-5f;

    /// <summary>The wavelengths of rotary positions grow from 2π to this times 2π (Su et al., "RoFormer", 2021, §3.2.2).</summary>
    internal const double RotaryBase = 10_000;

    private const int Lanes = 16, LargestSize = 1 << 20;

    /// <summary>Numbers of each token that one head sees.</summary>
    public int HeadWidth => Width / Heads;

    /// <summary>The shape that trains and samples well on two cores: 2.1 million parameters with 1,024 tokens in the vocabulary.</summary>
    public static ModelShape Usual(int vocabulary) => new(vocabulary, Width: 192, Layers: 4, Heads: 6, Hidden: 544, ContextLength: 2048);

    /// <summary>What is wrong with the sizes, in a sentence; null where nothing is.</summary>
    public string? Problem() =>
        Sizes().Where(size => size.Value is < 1 or > LargestSize).Select(size => $"'{size.Name}' of a model is {size.Value}, and has to be from 1 to {LargestSize}").FirstOrDefault()
        ?? (Width % Heads != 0 ? $"a width of {Width} cannot be shared out among {Heads} heads"
            : HeadWidth % Lanes != 0 ? $"{HeadWidth} numbers a head are not a multiple of {Lanes}, which the machine computes with at once"
            : ParameterLayout.CountOf(this) > Array.MaxLength ? "a model of these sizes has more parameters than fit into one array"
            : null);

    private IEnumerable<(string Name, int Value)> Sizes() =>
    [
        (nameof(Vocabulary), Vocabulary), (nameof(Width), Width), (nameof(Layers), Layers), (nameof(Heads), Heads), (nameof(Hidden), Hidden),
        (nameof(ContextLength), ContextLength),
    ];
}
