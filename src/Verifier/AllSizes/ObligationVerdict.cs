using System.Collections.Immutable;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>Makes one claim of all obligations of a property.</summary>
internal static class ObligationVerdict
{
    /// <param name="kinds">What a run does wrong where an obligation is broken.</param>
    public static SizeClaim Of(SizeProblem problem, SizeProperty property, IReadOnlyCollection<Obligation> obligations, params ImmutableArray<Violation> kinds)
    {
        obligations = [.. obligations.DistinctBy(obligation => (obligation.Domain, string.Join(';', obligation.NonNegative)))];
        if (problem.TooMany(obligations.Count) is { } tooMany)
        {
            return new(property, tooMany);
        }

        var open = obligations.Where(obligation => !problem.Prover.IsMet(problem.Known, obligation)).ToList();

        var refutation = problem.Refuter.Refute(problem.Known, [.. open.Where(obligation => obligation.IsExact)], kinds);
        if (refutation is Refutation.Confirmed(var witness))
        {
            return new(property, new Verdict.Refuted(witness)) { Condition = SizeConditions.Of(problem, open) };
        }

        open = [.. open.Where(obligation => obligation.IsAboutContents || !problem.Prover.IsMetByZ3(problem.Known, obligation))];
        if (open is not [var first, ..])
        {
            return new(property, Proved(problem));
        }

        // More may be spent on a condition than on a proof: one that no size breaks is a proof.
        return SizeConditions.Of(problem, open) is not { IsAlways: true } and var condition
            ? new(property, new Verdict.Unknown(WhyOpen(problem, first, refutation))) { Condition = condition }
            : new(property, Proved(problem));
    }

    public static Verdict Proved(SizeProblem problem) => new Verdict.Proved(new(problem.Sizes, "", problem.Assumptions));

    private static string WhyOpen(SizeProblem problem, Obligation open, Refutation refutation) => FormattableString.Invariant(
        $"{open.What} {problem.At(open.Span)}: {(open.IsExact ? ((Refutation.Open)refutation).Reason : "it depends on contents, or on what is not understood")}");
}
