using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>What became of an attempt to see a violation happen.</summary>
internal abstract record Refutation
{
    private Refutation() { }

    public sealed record Confirmed(Counterexample Witness) : Refutation;

    public sealed record Open(string Reason) : Refutation;
}

/// <summary>Runs the kernel at the smallest sizes at which an obligation is surely broken.</summary>
internal sealed class Refuter(VerificationRequest request, ContractFacts facts, AllSizesOptions options, CancellationToken cancellation)
{
    private const int MostRuns = 3;

    private static readonly ImmutableArray<int> Teams = [2, 3, 5];

    /// <param name="broken">Those that are broken at all points of their domains, if there are any.</param>
    /// <param name="kinds">What the run must do wrong.</param>
    public Refutation Refute(Formula known, IReadOnlyCollection<Obligation> broken, params ImmutableArray<Violation> kinds)
    {
        Refutation answer = new Refutation.Open("no sizes are found at which it happens");
        foreach (var sizes in new SmallestViolation(request, facts, options).Of(known, broken).Take(MostRuns))
        {
            answer = At(sizes, Shows(kinds));
            if (answer is Refutation.Confirmed)
            {
                break;
            }
        }

        return answer;
    }

    /// <summary>Runs the kernel at some sizes to see it do something wrong.</summary>
    /// <param name="sizes">Where to run it.</param>
    /// <param name="shows">Whether a run that went wrong went wrong in the way that is looked for.</param>
    public Refutation At(Sizes sizes, Func<Counterexample, bool> shows) => At(sizes, shows, BoundedOptions.Default);

    /// <summary>The same with at least two threads, where the contract leaves that open.</summary>
    public Refutation InTeams(Sizes sizes, ImmutableArray<Violation> kinds) => At(sizes, Shows(kinds), BoundedOptions.Default with { Teams = Teams });

    private static Func<Counterexample, bool> Shows(ImmutableArray<Violation> kinds) => witness => witness.Kind is { } kind && kinds.Contains(kind);

    private Refutation At(Sizes sizes, Func<Counterexample, bool> shows, BoundedOptions bounded)
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

        var report = BoundedVerification.Verify(request, bounded with { Given = [sizes] }, cancellation);
        var witness = report.Claims.Select(claim => claim.Verdict).OfType<Verdict.Refuted>().Select(refuted => refuted.Witness).FirstOrDefault();
        return witness is not null && shows(witness)
            ? new Refutation.Confirmed(witness)
            : new Refutation.Open($"a run at {where} does not show it{(witness is null ? "" : $", but this: {witness.What}")}");
    }
}
