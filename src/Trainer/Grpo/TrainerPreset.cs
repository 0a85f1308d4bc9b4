using System.Collections.Immutable;

namespace HpcVerify.Trainer.Grpo;

/// <summary>
/// The defaults of a known trainer, for comparing with it. Those whose loss is not of this family (prime-rl, AReaL) are not
/// here; where a trainer puts the divergence into the reward by default, the preset is what it does when told to put it into the loss.
/// </summary>
/// <param name="Name">The trainer's.</param>
/// <param name="Options">What it does unless told otherwise.</param>
public sealed record TrainerPreset(string Name, GrpoOptions Options)
{
    private static readonly Surrogate Symmetric = new Surrogate.Clipped(0.2, 0.2);
    private static readonly Aggregation BySequence = new Aggregation.SequenceMean();
    private static readonly Aggregation ByToken = new Aggregation.TokenMean();

    /// <summary>All presets by name.</summary>
    public static ImmutableArray<TrainerPreset> All { get; } =
    [
        Of("ms-swift", Scaled(1e-4), new(Symmetric, RatioLevel.Token, Divergence.K3(0.04), BySequence)),
        Of("nemo-rl", new(Baseline.LeaveOneOut, Scaling.Others, 1, 1e-6, ZeroDeviation.Unscaled, Singleton.Zero), new(Symmetric, RatioLevel.Token, Limited(0.01), ByToken)),
        Of("openrlhf", Scaled(1e-9), new(Symmetric, RatioLevel.Token, new(DivergenceEstimate.K1, 0.01, double.PositiveInfinity, 10), ByToken)),
        new("paper", GrpoOptions.Paper),
        Of("slime", Scaled(1e-6), new(Symmetric, RatioLevel.Token, Divergence.None, BySequence)),
        Of("trl", Scaled(1e-4), new(Symmetric, RatioLevel.Token, Divergence.None, ByToken)),
        Of("trl-async", Scaled(1e-8) with { DegreesOfFreedom = 0 }, new(Symmetric, RatioLevel.Token, Divergence.None, ByToken)),
        Of("verl", Scaled(1e-6) with { Singleton = Singleton.OwnReward }, new(new Surrogate.Clipped(0.2, 0.2, 3), RatioLevel.Token, Divergence.None with { DifferenceLimit = 20, EstimateLimit = 10 }, ByToken)),
    ];

    public static TrainerPreset? Named(string name) => All.FirstOrDefault(preset => preset.Name == name);

    private static TrainerPreset Of(string name, AdvantageOptions advantages, Objective objective) =>
        new(name, new(advantages, objective, Penalties.Raw, KeepsEvenGroups: true));

    private static AdvantageOptions Scaled(double epsilon) => AdvantageOptions.Paper with { Epsilon = epsilon };

    private static Divergence Limited(double weight) => new(DivergenceEstimate.K3, weight, 20, 10);
}
