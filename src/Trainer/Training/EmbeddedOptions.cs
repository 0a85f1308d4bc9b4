using System.Globalization;
using HpcVerify.Trainer.Grpo;
using HpcVerify.Trainer.Grpo.Meta;

namespace HpcVerify.Trainer.Training;

/// <summary>How an embedded policy writes kernels, and how it learns from what became of them.</summary>
/// <param name="Grpo">Everything between rewards and a gradient.</param>
/// <param name="Meta">What of meta-normalisation is on.</param>
/// <param name="LearningRate">Of every update; at 0 the weights stay as they were, bit for bit.</param>
/// <param name="Epochs">How often an update goes through its groups; from the second time on, clipping matters.</param>
/// <param name="LargestNorm">A gradient with a larger Euclidean norm is scaled down to it.</param>
/// <param name="Temperature">What logits are divided by, above 0; it is the same for writing and for learning.</param>
/// <param name="MaximumTokens">The longest response.</param>
/// <param name="Threads">Of writing and learning; the last bits of an update depend on it.</param>
public sealed record EmbeddedOptions(
    GrpoOptions Grpo, MetaOptions Meta, double LearningRate, int Epochs, double LargestNorm, float Temperature, int MaximumTokens, int Threads)
{
    /// <summary>The paper's objective without a price for divergence, as in its second experiment, at a rate for small models.</summary>
    public static EmbeddedOptions Usual { get; } = new(GrpoOptions.Paper, MetaOptions.Off, LearningRate: 2e-4, Epochs: 1, LargestNorm: 1, Temperature: 1, MaximumTokens: 640, Threads: 2);

    /// <summary>Steps until the learning rate is reached, in a straight line: the first ones of Adam are as long as its estimates of the gradient are bad.</summary>
    public int WarmUp { get; init; } = 10;

    /// <summary>What is wrong with the settings, in a sentence; null where nothing is.</summary>
    public string? Problem() =>
        !(LearningRate >= 0 && double.IsFinite(LearningRate)) ? "a learning rate is a number from 0 on"
        : Epochs < 1 ? "an update goes through its groups at least once"
        : !(LargestNorm > 0) ? "the largest norm of a gradient is above 0"
        : !(Temperature > 0 && float.IsFinite(Temperature)) ? "a policy that learns writes at a temperature above 0"
        : MaximumTokens < 1 || Threads < 1 ? "a response has at least one token, and at least one thread writes it"
        : null;

    /// <summary>All of it in one line, by which runs are told apart.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"learning rate {LearningRate} after {WarmUp} steps, beta {Grpo.Objective.Divergence.Weight}, {Named()}, {(Meta == MetaOptions.Off ? "no meta-normalisation" : Meta.ToString())}, {Epochs} epochs, norm {LargestNorm}, temperature {Temperature}, {MaximumTokens} tokens, {Threads} threads");

    private string Named() => Grpo.WithBeta(0) == GrpoOptions.Paper ? "paper" : TrainerPreset.All.FirstOrDefault(preset => preset.Options.WithBeta(0) == Grpo.WithBeta(0))?.Name ?? Grpo.ToString();
}
