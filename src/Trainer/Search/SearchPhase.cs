namespace HpcVerify.Trainer.Search;

/// <summary>Where a search is, for who watches; a process that dies in any of them is resumed as if it had not.</summary>
public enum SearchPhase
{
    /// <summary>The seed kernel is scored, and a transaction with it is open.</summary>
    Beginning,

    /// <summary>Parents are selected, and a transaction with them is open.</summary>
    Selecting,

    /// <summary>The policy is about to be asked.</summary>
    Sampling,

    /// <summary>The policy has answered, and the answers are about to be scored.</summary>
    Scoring,

    /// <summary>Rewards are known, and the policy is about to learn from them.</summary>
    Updating,

    /// <summary>All of a step is written, and its transaction is open.</summary>
    Recording,

    /// <summary>The step is in the archive.</summary>
    Recorded,
}

/// <summary>One step that is in the archive, for who watches.</summary>
/// <param name="Parents">How many parents the iteration has.</param>
/// <param name="Kernels">The answers of the step with their scores.</param>
public sealed record SearchProgress(Archives.ArchivedStep Step, int Parents, IReadOnlyList<Archives.Kernel> Kernels);

/// <summary>How a search ended.</summary>
public abstract record SearchEnd
{
    private SearchEnd() { }

    /// <summary>All iterations are done.</summary>
    public sealed record Done : SearchEnd;

    /// <summary>The policy has no more answers; the search can be resumed once it has.</summary>
    public sealed record Starved(string Reason) : SearchEnd;

    /// <summary>Nothing was scored for several steps: what scores is at fault, and the search can be resumed once that is mended.</summary>
    public sealed record Unscored(string Reason) : SearchEnd;
}
