using System.Collections.Immutable;

namespace HpcVerify.Trainer.Search;

/// <summary>The answers to one prompt, and what became of each: the group that advantages are relative to (Eq. 1).</summary>
/// <param name="Rewards">One for each completion; null is unscored, and stays out of the baseline.</param>
public sealed record RewardedGroup(Prompt Prompt, ImmutableArray<Completion> Completions, ImmutableArray<double?> Rewards);

/// <summary>What an update did, as numbers under the names that are logged; empty for a policy that does not learn.</summary>
public sealed record StepReport(ImmutableSortedDictionary<string, double> Metrics)
{
    public static StepReport Empty { get; } = new(ImmutableSortedDictionary<string, double>.Empty);
}

/// <summary>
/// Who writes kernels. Given the same state, prompt and seed, a policy of this process answers the same, and the same updates leave the same
/// state: that is what an exact resume rests on.
/// </summary>
public interface IPolicy
{
    /// <summary>What it is called in archives: its kind, and the model.</summary>
    string Name { get; }

    /// <summary>Whether <see cref="Update"/> changes anything, so that there is a state to be kept.</summary>
    bool IsLearning { get; }

    /// <summary>Answers a prompt.</summary>
    /// <param name="count">How many answers; at least one.</param>
    /// <param name="seed">All that chance decides follows from it, where the policy can promise that.</param>
    /// <exception cref="OperationCanceledException">The caller has given up.</exception>
    Task<Sampling> Sample(Prompt prompt, int count, ulong seed, CancellationToken cancellation);

    /// <summary>Learns from the groups of one step, the newest of its own.</summary>
    StepReport Update(IReadOnlyList<RewardedGroup> groups);

    /// <summary>Writes all that later answers and updates depend on.</summary>
    void Save(Stream state);

    /// <summary>Goes on from what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The state is that of another policy.</exception>
    void Load(Stream state);
}
