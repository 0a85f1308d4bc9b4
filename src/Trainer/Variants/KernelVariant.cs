using HpcVerify.Rewards.Policy;

namespace HpcVerify.Trainer.Variants;

/// <summary>A recipe in a style: all that a generated kernel is made of.</summary>
public sealed record KernelVariant(Recipe Recipe, Style Style)
{
    /// <summary>The kernel as C.</summary>
    public string Code => KernelPrinter.Print(Recipe, Style);

    /// <summary>The rung it is meant to stand on, before anybody has looked.</summary>
    public Level ExpectedLevel => Recipe.Fault == Fault.None ? Level.Ok : FaultKind.Of(Recipe.Fault).Rung;
}
