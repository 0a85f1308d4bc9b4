using HpcVerify.Parser.Contracts;

namespace HpcVerify.Verifier.Bounded;

/// <summary>What becomes of a side of a branch that no planned size takes.</summary>
internal abstract record SideOutcome
{
    private SideOutcome() { }

    /// <summary>A run at picked sizes takes it.</summary>
    public sealed record Taken : SideOutcome;

    /// <summary>No size that the contract allows takes it.</summary>
    public sealed record Never(string Prover) : SideOutcome;

    /// <summary>No size takes it up to the largest at which the task is scored or tried.</summary>
    public sealed record TooLarge(string Prover) : SideOutcome;

    /// <summary>These sizes may take it, and cost too much.</summary>
    public sealed record BeyondBudget(Sizes Sizes) : SideOutcome;

    public sealed record Open : SideOutcome;
}
