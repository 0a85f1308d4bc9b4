using System.Collections.Immutable;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Trainer.Search;

/// <summary>All answers to one prompt, to be scored together: rewards may be relative to the group's best (SOUNDNESS 24).</summary>
/// <param name="Seed">The seed of all generated data.</param>
public sealed record ScoringGroup(string Task, int Stage, ImmutableArray<string> Responses, ulong Seed);

/// <summary>What became of one answer.</summary>
/// <param name="Level">The rung it stands on; null where it is unscored.</param>
/// <param name="Reward">What it is worth; null where it is unscored, which no number stands in for.</param>
/// <param name="Performance">
/// What kernels of one stage are ranked by, whatever group they are of: under profiles of groups the speed in the task's metric, else the
/// reward. Null of what is not <see cref="Rewards.Policy.Level.Ok"/>.
/// </param>
/// <param name="Verdict">What is claimed of it: <c>proved</c>, <c>refuted</c>, <c>unknown</c>, <c>unsupported</c>, <c>vacuous</c>; <c>untested</c> where nobody asked.</param>
/// <param name="Reason">Why it is worth that, in a sentence.</param>
/// <param name="Feedback">What whoever corrects it has to know, in sentences.</param>
/// <param name="Result">The name of the result, which receipts and caches know it by; null where there is none.</param>
/// <param name="Evidence">All that is known of it, as JSON.</param>
public sealed record Outcome(
    Level? Level, double? Reward, double? Performance, string Verdict, string Reason, string Feedback, string? Result, string Evidence)
{
    /// <summary>A failure of ours.</summary>
    public static Outcome Unscored(string reason) => new(null, null, null, "untested", reason, "", null, "{}");
}

/// <summary>Who says what kernels are worth.</summary>
public interface IScorer
{
    /// <summary>What kernels are timed on: scores of different hardware are kept apart.</summary>
    string Hardware { get; }

    /// <summary>An outcome for each response, in the order given. A failure of ours is an outcome without a number, never an exception.</summary>
    /// <exception cref="OperationCanceledException">The caller has given up.</exception>
    Task<ImmutableArray<Outcome>> Score(ScoringGroup group, CancellationToken cancellation);
}
