using System.Collections.Immutable;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>What is claimed for all sizes, in the order in which claims are settled: each one rests on those before it (SOUNDNESS 14).</summary>
public enum SizeProperty
{
    /// <summary>Every integer operation has a result that its type can hold.</summary>
    Overflow,

    /// <summary>What is allocated has a size that C allows.</summary>
    Allocation,

    /// <summary>Every loop ends.</summary>
    Termination,

    /// <summary>Every access stays inside of its object, and none writes to an input.</summary>
    Bounds,

    /// <summary>Every address is a multiple of what its use demands.</summary>
    Alignment,

    /// <summary>What is read was written before.</summary>
    Initialisation,

    /// <summary>No two threads touch one byte at once, one of them writing.</summary>
    Races,

    /// <summary>Every element of what the kernel is to write is written.</summary>
    Coverage,
}

/// <summary>A condition on the sizes, as C.</summary>
/// <param name="IsWeakest">Whether the property fails at every other size that the contract allows; otherwise it may hold there, too.</param>
public sealed record HoldsWhen(string Condition, bool IsWeakest)
{
    /// <summary>Whether every size that the contract allows satisfies it: then there is nothing left of it.</summary>
    public bool IsAlways => Condition == "1";

    public override string ToString() => $"{Condition} ({(IsWeakest ? "weakest" : "sufficient")})";
}

/// <summary>One property for all sizes, its verdict, and where the property holds if that is not everywhere.</summary>
public sealed record SizeClaim(SizeProperty Property, Verdict Verdict)
{
    /// <summary>Null where it holds for all sizes, and where nothing is known.</summary>
    public HoldsWhen? Condition { get; init; }

    /// <summary>Under what condition on the sizes later claims are made.</summary>
    internal Parametric.Formula Range { get; init; } = Parametric.Formula.True;

    /// <summary>The sizes that it, its condition and later claims are about, in words.</summary>
    public string Sizes { get; init; } = "";

    /// <summary>Whether later claims are made although this one is open, with what is open as an assumption.</summary>
    internal bool IsAssumed { get; init; }

    /// <summary>What later claims take for granted beside that.</summary>
    internal ImmutableArray<string> Assumptions { get; init; } = [];
}

/// <summary>All claims for all sizes about one kernel.</summary>
public sealed record AllSizesReport(ImmutableArray<SizeClaim> Claims)
{
    /// <summary>The scope of a claim that no condition narrows.</summary>
    public const string Scope = "all sizes";

    public bool IsRefuted => Claims.Any(claim => claim.Verdict is Verdict.Refuted);

    public bool IsProved => Claims.All(claim => claim.Verdict is Verdict.Proved);
}
