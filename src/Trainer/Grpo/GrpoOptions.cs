namespace HpcVerify.Trainer.Grpo;

/// <summary>Everything between rewards and a gradient.</summary>
/// <param name="Advantages">How rewards become advantages.</param>
/// <param name="Objective">What is minimised.</param>
/// <param name="Penalties">What happens to negative rewards first.</param>
/// <param name="KeepsEvenGroups">
/// Whether groups whose scored samples all have one reward stay in the batch. They teach nothing but the divergence, and their
/// tokens make what the others teach smaller wherever the loss is divided by tokens or sequences.
/// </param>
public sealed record GrpoOptions(AdvantageOptions Advantages, Objective Objective, Penalties Penalties, bool KeepsEvenGroups)
{
    /// <summary>Eqs 1 and 2 as ms-swift computes them, without a price for divergence.</summary>
    public static GrpoOptions Paper { get; } = new(AdvantageOptions.Paper, Objective.Paper, Penalties.Raw, KeepsEvenGroups: true);

    /// <summary>The same with another price for divergence, the paper's beta.</summary>
    public GrpoOptions WithBeta(double beta) =>
        this with { Objective = Objective with { Divergence = Objective.Divergence with { Weight = beta } } };
}
