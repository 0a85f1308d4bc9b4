using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Certificates;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Races;

/// <summary>What may be said of the races of one region. Only <see cref="Free"/> is a pass.</summary>
public abstract record RegionVerdict
{
    private RegionVerdict() { }

    /// <summary>Two accesses that nothing orders meet in memory.</summary>
    public sealed record Race(ImmutableArray<RacingPair> Pairs) : RegionVerdict;

    /// <summary>No two accesses can, for any size, team and schedule, under what is assumed.</summary>
    public sealed record Free(ImmutableArray<string> Assumptions) : RegionVerdict;

    /// <summary>Neither is shown.</summary>
    public sealed record Open(ImmutableArray<OpenReason> Reasons) : RegionVerdict;
}

/// <summary>Why nothing is said, and where.</summary>
public sealed record OpenReason(string Reason, TextSpan Span);

/// <summary>One side of a race.</summary>
/// <param name="At">The thread, or the counters of the loops around, in a run in which both happen.</param>
public sealed record RacingAccess(AccessKind Kind, string Variable, TextSpan Span, ImmutableArray<KeyValuePair<string, BigInteger>> At);

/// <summary>Two accesses to the same bytes, with sizes at which both happen.</summary>
/// <param name="Offset">Bytes from the start of the object to the second access.</param>
public sealed record RacingPair(
    RacingAccess First, RacingAccess Second, BigInteger Offset, ImmutableArray<KeyValuePair<string, BigInteger>> Sizes);

/// <summary>A parallel region, or a <c>simd</c> loop outside of any.</summary>
public sealed record RegionReport(TextSpan Span, string Kind, RegionVerdict Verdict);

/// <summary>The regions of a file in order.</summary>
public sealed record RaceReport(ImmutableArray<RegionReport> Regions)
{
    public bool HasRace => Regions.Any(region => region.Verdict is RegionVerdict.Race);

    public bool IsFree => Regions.All(region => region.Verdict is RegionVerdict.Free);
}

/// <summary>What may be spent, in units that do not depend on the machine.</summary>
/// <param name="PolyhedralOperations">isl's operations, for one question.</param>
/// <param name="SolverUnits">Z3's, for one question.</param>
/// <param name="MostQuestions">Pairs of accesses that are looked at in one region.</param>
public sealed record RaceOptions(long PolyhedralOperations, uint SolverUnits, int MostQuestions)
{
    /// <summary>Takes down what solvers say to be impossible; null where nobody asked.</summary>
    public ExclusionBook? Exclusions { get; init; }

    public static readonly RaceOptions Usual = new(200_000, 3_000_000, 4_000);
}
