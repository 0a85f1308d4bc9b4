using System.Collections.Immutable;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.Bounded;

/// <summary>All claims of a bounded verification, and what it did to settle them.</summary>
/// <param name="Claims">One for each property, in the order they rest on each other.</param>
/// <param name="Plan">The sizes that were planned.</param>
/// <param name="Runs">How often the kernel was run.</param>
/// <param name="Steps">Loop turns and calls of all these runs.</param>
public sealed record BoundedReport(ImmutableArray<Claim> Claims, string Plan, int Runs, long Steps)
{
    /// <summary>Whether the outputs are proved to be the reference's bit by bit, so that special values may judge the kernel (SOUNDNESS 10).</summary>
    public bool IsBitwise { get; init; }

    /// <summary>The sides of the kernel's branches and loops, and where the runs first took them.</summary>
    public ImmutableArray<BranchSide> Sides { get; init; } = [];

    public int SidesTaken => Sides.Count(side => side.FirstTaken is not null);

    public bool IsProved => Claims.All(claim => claim.Verdict is Verdict.Proved);

    public bool IsRefuted => Claims.Any(claim => claim.Verdict is Verdict.Refuted);
}
