using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Races;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>The accesses of every parallel region and every loop in step, for all teams and schedules.</summary>
internal sealed class RacesCheck : SizeCheck
{
    /// <summary>A race is looked for among small sizes first, so that it can be run.</summary>
    private static readonly ImmutableArray<int> Caps = [4, 16, 64];

    public override SizeProperty Property => SizeProperty.Races;

    public override SizeClaim Decide(SizeProblem problem)
    {
        var regions = problem.Extraction.Constructs.Select(reached => reached.Enclosure).Where(enclosure => enclosure is Enclosure.Parallel or Enclosure.Simd).ToList();
        if (regions.Count > 0 && problem.Facts.MayOverlap)
        {
            return new(Property, new Verdict.Unknown("buffers may overlap, as far as the contract says"));
        }

        foreach (var region in regions)
        {
            switch (Of(region, problem, problem.Known))
            {
                case RegionVerdict.Open open:
                    return new(Property, new Verdict.Unknown(At(problem, open.Reasons[0])));
                case RegionVerdict.Race race:
                    return Raced(region, problem, race);
            }
        }

        return new(Property, ObligationVerdict.Proved(problem));
    }

    private static RegionVerdict Of(Enclosure region, SizeProblem problem, Formula sizes) =>
        new RegionCheck(problem.Extraction, region, RaceOptions.Usual with { PolyhedralOperations = problem.Options.PolyhedralOperations, SolverUnits = problem.Options.SolverUnits, Exclusions = problem.Options.Exclusions }, new(sizes, NothingWraps: true)).Run();

    private SizeClaim Raced(Enclosure region, SizeProblem problem, RegionVerdict.Race race)
    {
        var small = Caps.Select(cap => Of(region, problem, Formula.And([problem.Known, .. problem.Facts.SizeDimensions.Select(size => Formula.AtLeast(IntegerPolynomial.Of(cap), IntegerPolynomial.Of(size)))])))
            .OfType<RegionVerdict.Race>().FirstOrDefault() ?? race;
        var pair = small.Pairs[0];
        var values = pair.Sizes.ToDictionary(item => item.Key, item => item.Value, StringComparer.Ordinal);
        var sizes = Sizes.Of(problem.Request.Task.SizeNames.Zip(problem.Facts.SizeDimensions, (name, dimension) =>
            KeyValuePair.Create(name, (long)values.GetValueOrDefault(dimension.Name))));
        return problem.Refuter.InTeams(sizes, [Violation.Race]) switch
        {
            Refutation.Confirmed(var witness) => new(Property, new Verdict.Refuted(witness)),
            Refutation.Open(var reason) => new(Property, new Verdict.Unknown(At(problem, new($"a race for '{pair.First.Variable}', but {reason}", pair.Second.Span)))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string At(SizeProblem problem, OpenReason reason) =>
        $"{reason.Reason} {problem.At(reason.Span)}";
}
