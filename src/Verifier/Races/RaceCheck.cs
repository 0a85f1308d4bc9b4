using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Races;

/// <summary>
/// Looks for data races in a whole file, for all sizes, teams and schedules (OpenMP 5.2 section 1.4.1): from <c>main</c>, and from each
/// function whose regions were not met on the way from there.
/// </summary>
public static class RaceCheck
{
    /// <summary>The tree must have been parsed with its library.</summary>
    public static RaceReport Of(SyntaxTree tree, RaceOptions options)
    {
        var (module, library) = (Lowering.Lower(tree).Value, Lowering.Lower(tree.LibraryTree).Value);
        var found = new List<RegionReport>();
        var wanted = RegionsOf(module);
        foreach (var entry in Entries(module))
        {
            var isNew = wanted.Any(region => region.Function == entry && found.TrueForAll(report => report.Span != region.Span));
            if (entry.Name == "main" || isNew)
            {
                found.AddRange(From(AccessExtraction.Of(module, library, entry.Name)!, options));
            }
        }

        found.AddRange(wanted.Where(region => found.TrueForAll(report => report.Span != region.Span))
            .Select(region => new RegionReport(region.Span, "construct", new RegionVerdict.Open([new("control does not get here", region.Span)]))));
        found.AddRange(module.Gaps.Where(_ => found.Count == 0).Take(1).Select(gap => new RegionReport(gap.Span, "file", new RegionVerdict.Open([new($"unsupported: {gap.Reason}", gap.Span)]))));
        return new([.. found.GroupBy(report => report.Span).OrderBy(group => group.Key.Start).Select(Worst)]);
    }

    /// <summary><c>main</c> first, then functions before those that they call as far as the text has that order reversed.</summary>
    private static IEnumerable<KernelFunction> Entries(Module module) => module.Functions
        .Where(function => function.Body is not null)
        .OrderBy(function => function.Name == "main" ? 0 : 1).ThenByDescending(function => function.Span.Start);

    private static List<(KernelFunction Function, TextSpan Span)> RegionsOf(Module module) =>
    [
        .. from function in module.Functions
           where function.Body is not null
           from span in Outermost(function.Body!)
           select (function, span),
    ];

    /// <summary>Constructs, and what is outside of the model, each with no other around it.</summary>
    private static IEnumerable<TextSpan> Outermost(object node) => node switch
    {
        KernelStatement.Region { Construct: not Construct.Atomic } region => [region.Span],
        KernelStatement.Unsupported unsupported => [unsupported.Span],
        _ => KernelWalk.ChildrenOf(node).SelectMany(Outermost),
    };

    private static IEnumerable<RegionReport> From(Extraction extraction, RaceOptions options)
    {
        foreach (var reached in extraction.Constructs.Where(reached => reached.Enclosure is Enclosure.Parallel or Enclosure.Simd))
        {
            yield return new(
                Root(reached).Span, Root(reached) is Enclosure.Parallel ? "parallel" : "simd",
                new RegionCheck(extraction, reached.Enclosure, options, RegionAssumptions.None).Run());
        }

        foreach (var reached in extraction.Constructs.Where(reached => Root(reached) is not (Enclosure.Parallel or Enclosure.Simd)))
        {
            // The whole program is known to get here with one thread; what calls another function is not.
            yield return new(reached.Enclosure.Span, "construct", extraction.Function == "main"
                ? new RegionVerdict.Free([])
                : new RegionVerdict.Open([new("a caller may be in a parallel region", reached.Enclosure.Span)]));
        }

        foreach (var gap in extraction.Gaps.Where(gap => gap.Region is null && gap.Kind == GapKind.Construct))
        {
            yield return new(gap.Span, "construct", new RegionVerdict.Open([new($"unsupported: {gap.Reason}", gap.Span)]));
        }
    }

    private static Enclosure Root(ReachedConstruct reached) =>
        reached.Around.FirstOrDefault(enclosure => enclosure is Enclosure.Parallel or Enclosure.Simd) ?? reached.Enclosure;

    private static RegionReport Worst(IEnumerable<RegionReport> reports)
    {
        var all = reports.ToList();
        var races = all.Select(report => report.Verdict).OfType<RegionVerdict.Race>().SelectMany(race => race.Pairs).ToImmutableArray();
        var reasons = all.Select(report => report.Verdict).OfType<RegionVerdict.Open>().SelectMany(open => open.Reasons).Distinct().ToImmutableArray();
        return all[0] with
        {
            Verdict = !races.IsEmpty ? new RegionVerdict.Race(races)
                : !reasons.IsEmpty ? new RegionVerdict.Open(reasons)
                : new RegionVerdict.Free([.. all.Select(report => report.Verdict).OfType<RegionVerdict.Free>().SelectMany(free => free.Assumptions).Distinct().Order(StringComparer.Ordinal)]),
        };
    }
}
