using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Smt;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>What became of an attempt to see a violation happen.</summary>
internal abstract record Refutation
{
    private Refutation() { }

    public sealed record Confirmed(Counterexample Witness) : Refutation;

    public sealed record Open(string Reason) : Refutation;
}

/// <summary>Looks for the smallest sizes at which an obligation is broken, and runs the kernel there.</summary>
internal sealed class Refuter(VerificationRequest request, ContractFacts facts, AllSizesOptions options, CancellationToken cancellation)
{
    private const int MostChecks = 80;
    private const int MostUndecided = 4;
    private const int MostObligations = 12;

    /// <param name="broken">Those that are surely broken; at least one.</param>
    /// <param name="kinds">What the run must do wrong.</param>
    public Refutation Refute(Formula known, IReadOnlyCollection<Obligation> broken, params ImmutableArray<Violation> kinds)
    {
        var question = Formula.And(known, Formula.Or(broken.Take(MostObligations).Select(obligation => Formula.And(obligation.Domain, obligation.Violation))));
        ImmutableArray<Dimension> dimensions = [.. question.Dimensions.Concat(facts.SizeDimensions).Distinct().OrderBy(dimension => dimension.Number)];
        var asked = new SizeQuestions(options.SolverUnits, MostChecks, MostUndecided) { Usual = 0 }
            .Smallest(SmtText.Of(question, dimensions), [.. facts.SizeDimensions.Select(IslText.NameOf)], [.. Enumerable.Range(0, facts.SizeDimensions.Length)]);
        return asked is SizeAnswer.Found { Sizes: var numbers }
            ? At(Sizes.Of(request.Task.SizeNames.Zip(numbers, KeyValuePair.Create)), kinds)
            : new Refutation.Open("no sizes are found at which it happens");
    }

    /// <summary>Runs the kernel at some sizes to see it do something wrong.</summary>
    public Refutation At(Sizes sizes, ImmutableArray<Violation> kinds) => At(sizes, witness => witness.Kind is { } kind && kinds.Contains(kind));

    /// <param name="sizes">Where to run it.</param>
    /// <param name="shows">Whether a run that went wrong went wrong in the way that is looked for.</param>
    public Refutation At(Sizes sizes, Func<Counterexample, bool> shows)
    {
        var where = request.Task.Describe(sizes);
        if (!request.Task.Allows(sizes))
        {
            return new Refutation.Open($"the contract does not allow {where}");
        }

        if (SizeCost.Of(request.Task, sizes) > options.ReplayCost)
        {
            return new Refutation.Open($"too large to be run: {where}");
        }

        var report = BoundedVerification.Verify(request, BoundedOptions.Default with { Given = [sizes] }, cancellation);
        var witness = report.Claims.Select(claim => claim.Verdict).OfType<Verdict.Refuted>().Select(refuted => refuted.Witness).FirstOrDefault();
        return witness is not null && shows(witness)
            ? new Refutation.Confirmed(witness)
            : new Refutation.Open($"a run at {where} does not show it{(witness is null ? "" : $", but this: {witness.What}")}");
    }
}
