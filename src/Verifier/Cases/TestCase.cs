using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Inputs;

namespace HpcVerify.Verifier.Cases;

/// <summary>Where a test case comes from.</summary>
public enum CaseOrigin
{
    /// <summary>A bounded verification has seen this call go wrong.</summary>
    Counterexample,

    /// <summary>Its sizes are where something may begin or end: 0, 1, the kernel's own constants, the scored sizes.</summary>
    Boundary,

    /// <summary>It takes a side of a branch that no case before it takes.</summary>
    Branch,

    /// <summary>Its index arrays have a shape that data drawn at random have not.</summary>
    Shape,

    /// <summary>Its data are special values of IEEE 754.</summary>
    Special,
}

/// <summary>One call that the contract allows, and why it is worth making.</summary>
/// <param name="Why">What is special about it, in a few words.</param>
/// <param name="Seed">What <see cref="TrialInput.Generate"/> makes the data from; null where they are chosen.</param>
public sealed record TestCase(CaseOrigin Origin, string Why, TrialInput Input, ulong? Seed)
{
    /// <summary>The size of the team; 1 for kernels without one.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>How often the call is made, each time on fresh buffers.</summary>
    public int Calls { get; init; } = 1;

    /// <summary>Whether outputs must be the reference's bit by bit, NaNs identified, whatever the contract tolerates.</summary>
    public bool IsExact { get; init; }

    /// <summary>Which buffer lies in which other; null where all lie apart.</summary>
    public CaseOverlap? Overlap { get; init; }

    public Sizes Sizes => Input.Sizes;
}

/// <summary>The buffer that lies in another one's object, and where.</summary>
public sealed record CaseOverlap(string Guest, BufferOverlap Place);

/// <summary>One side of a branch, and whether a case takes it.</summary>
/// <param name="Case">The position of the first case that takes it when run with its data; null where none does.</param>
public sealed record CoveredSide(BranchSide Side, int? Case);

/// <summary>All cases made for one kernel.</summary>
/// <param name="Report">What the bounded verification said of the kernel.</param>
/// <param name="LeftOut">What was thought of and not made a case, in words.</param>
public sealed record TestSuite(
    KernelTask Task, BoundedReport Report, ImmutableArray<TestCase> Cases, ImmutableArray<CoveredSide> Sides, ImmutableArray<string> LeftOut)
{
    /// <summary>Whether control of the kernel could be followed, so that <see cref="Sides"/> says anything.</summary>
    public bool IsFollowed { get; init; } = true;
}

/// <summary>How many cases are made, and how large they may be.</summary>
/// <param name="Seed">Decides all generated data.</param>
/// <param name="MostMined">Cases around the kernel's constants.</param>
/// <param name="MostElements">Elements of a case whose data cannot be made from its seed alone.</param>
/// <param name="MostGenerated">Elements of a case whose data are made from its seed.</param>
/// <param name="MostWork">How much more than the scored call a case may cost.</param>
/// <param name="FollowedWork">What all cases together may cost that are run on the evaluator to see which sides they take.</param>
public sealed record CaseOptions(ulong Seed, int MostMined, int MostElements, int MostGenerated, double MostWork, long FollowedWork)
{
    public static CaseOptions Usual(ulong seed) => new(seed, MostMined: 120, MostElements: 20_000, MostGenerated: 1 << 22, MostWork: 2, FollowedWork: 400_000);
}
