using System.Collections.Immutable;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>What a check for all sizes is given: the kernel's accesses, what is known of the sizes, and who answers questions.</summary>
/// <param name="Known">What the contract promises, and under what earlier claims were made.</param>
/// <param name="Assumptions">What is taken for granted beside that.</param>
internal sealed record SizeProblem(
    VerificationRequest Request, Extraction Extraction, ContractFacts Facts, Formula Known, ImmutableArray<string> Assumptions, ObligationProver Prover, Refuter Refuter, AllSizesOptions Options)
{
    /// <summary>The sizes that claims cover, in words.</summary>
    public string Sizes { get; init; } = AllSizesReport.Scope;

    /// <summary>Why nothing is claimed of so many places; null where they are not too many.</summary>
    public Verdict.Unknown? TooMany(int places) =>
        places > Options.MostObligations ? new(FormattableString.Invariant($"{places} places, of which {Options.MostObligations} would be looked at")) : null;

    /// <summary>A place in the kernel, in words that follow what is there.</summary>
    public string At(TextSpan span) => FormattableString.Invariant($"at line {Request.Source.PositionOf(span.Start).Line}");

    /// <summary>The same for what comes after a claim.</summary>
    public SizeProblem After(SizeClaim claim) => this with { Known = Formula.And(Known, claim.Range), Assumptions = [.. Assumptions, .. claim.Assumptions], Sizes = claim.Sizes };
}

/// <summary>Decides one property for all sizes. Those before it in <see cref="AllSizesVerification"/> are proved already.</summary>
internal abstract class SizeCheck
{
    public abstract SizeProperty Property { get; }

    public abstract SizeClaim Decide(SizeProblem problem);
}
