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
    public bool IsProved => Claims.All(claim => claim.Verdict is Verdict.Proved);

    public bool IsRefuted => Claims.Any(claim => claim.Verdict is Verdict.Refuted);
}
