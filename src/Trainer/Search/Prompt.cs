using HpcVerify.Rewards.Policy;

namespace HpcVerify.Trainer.Search;

/// <summary>What is wanted of a parent's children (§III-C of "Improving HPC Code Generation Capability of LLMs").</summary>
public enum Purpose
{
    /// <summary>A first answer from the seed kernel.</summary>
    Begin,

    /// <summary>The parent with the techniques of the next stage.</summary>
    Deepen,

    /// <summary>A faster variant with the techniques of the same stage.</summary>
    Improve,

    /// <summary>The parent without what is wrong with it.</summary>
    Repair,
}

/// <summary>The kernel that children are made of.</summary>
/// <param name="Code">C, as it was taken from the response.</param>
/// <param name="Feedback">What became of it, in sentences: findings, a counterexample, its speed, and what users say.</param>
public sealed record PromptParent(long Sample, string Code, string Feedback)
{
    /// <summary>The rung it stands on; null where it is unscored.</summary>
    public Level? Level { get; init; }
}

/// <summary>What a policy is asked.</summary>
/// <param name="Task">The kernel to be written, by name.</param>
/// <param name="Stage">The stage of Table I whose techniques are allowed, 1 to 6.</param>
/// <param name="Text">All of it in words, for policies that read.</param>
/// <param name="Parent">The same apart, for policies that have a form of their own.</param>
/// <param name="Hardware">What it has to be fast on, in sentences.</param>
public sealed record Prompt(string Task, int Stage, Purpose Purpose, string Text, PromptParent Parent, string Hardware);
