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
        if (obligations.Count > problem.Options.MostObligations)
        {
            return Open(FormattableString.Invariant($"{obligations.Count} places, of which {problem.Options.MostObligations} would be looked at"));
        }

        var answers = obligations.Select(obligation => (Obligation: obligation, Answer: problem.Prover.Answer(problem.Known, obligation))).ToList();
        var broken = answers.Where(item => item.Answer is ObligationAnswer.Broken).Select(item => item.Obligation).ToList();
        var undecided = answers.FirstOrDefault(item => item.Answer is ObligationAnswer.Undecided);
        if (broken.Count == 0)
        {
            return undecided is (var open, ObligationAnswer.Undecided(var reason)) ? Open($"{At(problem, open)} {open.What} unless shown otherwise: {reason}") : new(property, Proved(problem));
        }

        var condition = undecided.Obligation is null ? SizeConditions.Of(problem, broken) : null;
        var certain = broken.Where(obligation => obligation.IsExact).ToList();
        var refutation = certain.Count > 0
            ? problem.Refuter.Refute(problem.Known, certain, kinds)
            : new Refutation.Open("it depends on contents, or on what is not understood");
        return refutation switch
        {
            Refutation.Confirmed(var witness) => new(property, new Verdict.Refuted(witness)) { Condition = condition },
            Refutation.Open(var reason) => Open($"{At(problem, (certain.Count > 0 ? certain : broken)[0])} {broken[0].What}: {reason}") with { Condition = condition },
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        SizeClaim Open(string reason) => new(property, new Verdict.Unknown(reason));
    }

    public static Verdict Proved(SizeProblem problem) => new Verdict.Proved(new("all sizes", "", problem.Assumptions));

    private static string At(SizeProblem problem, Obligation obligation) =>
        FormattableString.Invariant($"line {problem.Request.Source.PositionOf(obligation.Span.Start).Line}:");
}
