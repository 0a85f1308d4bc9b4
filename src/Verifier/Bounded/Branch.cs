using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>A scalar that a branch replaced in memory: what was there, and what is there at the branch's end.</summary>
internal readonly record struct Change(MemoryObject Object, long Offset, Sort Sort, Scalar Before, Scalar After);

/// <summary>The stores since a branch began, so that they can be taken back.</summary>
internal sealed class Journal(int firstFreshObject)
{
    public List<(MemoryObject Object, long Offset, Sort Sort, Scalar Before)> Stores { get; } = [];

    /// <summary>Objects from here on were made inside of the branch.</summary>
    public int FirstFreshObject => firstFreshObject;
}

/// <summary>
/// One way a run may go under a condition on contents: how it passed control on, and its state relative to where the ways parted.
/// </summary>
internal sealed record Branch(Term Condition, Signal Signal, string GotoTarget, Scalar[] Slots, IReadOnlyList<Change> Changes, Scalar[] Result)
{
    public bool JoinsWith(Branch other) => Signal == other.Signal && (Signal != Signal.Goto || GotoTarget == other.GotoTarget);
}
