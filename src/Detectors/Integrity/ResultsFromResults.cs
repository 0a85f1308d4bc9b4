using System.Globalization;
using HpcVerify.Detectors.Integrity.Counting;
using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Detectors.Integrity;

/// <summary>Outputs of which only some elements are computed, and the others filled in from those.</summary>
public sealed class ResultsFromResults : FlowDetector
{
    private const double LeastLack = 0.02;

    private static readonly Rule Found = new(
        "HV7217", Severity.Warning, "Results filled in from results", "at {0}, at most {1}% of the reference's results are made of the inputs, and here '{2}' is filled in from what it holds",
        "A kernel that computes every second element and copies or averages the others passes where the comparison is loose, as on smooth data. Reported is a store to an output of what depends on that output alone, in a kernel that at the scored sizes "
        + "stores fewer bytes made of the inputs than the reference does. Scaling, sums that go on in the output and steps in place are no findings: every element is made of the inputs besides. Compute every element.");

    internal override IEnumerable<Diagnostic> Look(DataFlow flow, DetectionContext context)
    {
        if (context.Specification is not { } specification || flow.Walk.IsIncomplete || FillsIn(flow, specification) is not { } store)
        {
            return [];
        }

        var task = specification.Task;
        return new WorkShares(flow, specification).At(task.ScoredSizes, 1)[WorkShares.Measures - 1] is { Most: < 1 - LeastLack and var share }
            ? [Found.At(store.Span, task.Describe(task.ScoredSizes), Math.Ceiling(100 * share).ToString(CultureInfo.InvariantCulture), flow.NameOf(store.Targets.Parameters))]
            : [];
    }

    private static Store? FillsIn(DataFlow flow, Specification specification) =>
        (specification.Inputs & ~specification.Outputs) == 0 ? null
        : flow.Walk.Stores.Find(store => store.Targets.AreParameters && (store.Targets.Parameters & flow.Outputs) != 0
            && (store.Sources.ContentsOf & store.Targets.Parameters) != 0 && (store.Sources.ContentsOf & ~store.Targets.Parameters) == 0);
}
