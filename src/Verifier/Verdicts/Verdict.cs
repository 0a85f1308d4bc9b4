using System.Collections.Immutable;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Verdicts;

/// <summary>What may be said of one property of a kernel. Only <see cref="Proved"/> is ever a pass.</summary>
public abstract record Verdict
{
    private Verdict() { }

    /// <summary>Holds for everything inside <paramref name="Scope"/>, and is claimed of nothing outside it.</summary>
    public sealed record Proved(ProofScope Scope) : Verdict;

    /// <summary>Fails on <paramref name="Witness"/>, which was run again with concrete inputs and failed there, too.</summary>
    public sealed record Refuted(Counterexample Witness) : Verdict;

    /// <summary>Neither shown nor refuted. Says nothing about the kernel.</summary>
    public sealed record Unknown(string Reason) : Verdict;

    /// <summary>The kernel uses C or OpenMP that is not modelled.</summary>
    public sealed record Unsupported(string Construct, TextSpan Span) : Verdict;

    /// <summary>No call satisfies the contract, so the claim would hold of any kernel at all.</summary>
    public sealed record Vacuous(string Precondition) : Verdict;
}

/// <summary>What a proof covers.</summary>
/// <param name="Sizes">The calls it looked at: <c>729 sizes of the cube 0..8, 18 mined from 2 constants</c>.</param>
/// <param name="Theory">What equal means: bitwise, or real arithmetic with a bound on rounding; empty where nothing is compared.</param>
/// <param name="Assumptions">What is taken for granted beside the contract.</param>
public sealed record ProofScope(string Sizes, string Theory, ImmutableArray<string> Assumptions);

/// <summary>What a claim is about, in the order in which claims are settled: each one rests on those before it (SOUNDNESS 14).</summary>
public enum Property
{
    /// <summary>Every run ends.</summary>
    Termination,

    /// <summary>Accesses stay inside of live objects that hold something, at the alignment they need, and write to nothing constant.</summary>
    Memory,

    /// <summary>No signed overflow, no shift or division that C leaves undefined.</summary>
    Arithmetic,

    /// <summary>What the kernel asks the compiler to believe is true.</summary>
    Promises,

    /// <summary>Nothing the threads of a team do depends on their order, unless they keep apart.</summary>
    Races,

    /// <summary>The outputs are those of the reference.</summary>
    Equivalence,
}

/// <summary>One property and its verdict.</summary>
public sealed record Claim(Property Property, Verdict Verdict);
