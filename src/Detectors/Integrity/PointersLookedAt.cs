using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Integrity;

/// <summary>Addresses that a kernel looks at instead of through.</summary>
public sealed class PointersLookedAt : FlowDetector
{
    private static readonly Rule Found = new(
        "HV7207", Severity.Warning, "Address looked at", "{0}",
        "Which addresses a caller uses says nothing about the result, but tells calls and callers apart: a result can be kept for the buffers of the last call, and buffers of a test recognised. Reported are comparisons of a pointer "
        + "with one of an earlier call, comparisons of buffers that the contract keeps apart, and addresses as numbers that decide, select or are stored. Not reported are null pointers, a walk from the beginning of a buffer to its "
        + "end, a look for overlap where the contract lets buffers overlap or there is none, and the alignment: an address's remainder by at most 128, by a mask or a division, and whether one by at most 4096 is zero. Leave addresses alone.");

    internal override IEnumerable<Diagnostic> Look(DataFlow flow, DetectionContext context) =>
        Comparisons(flow, context.Specification).Concat(Numbers(flow, context.Specification))
            .Select(place => Found.At(place.Span, place.What));

    private static IEnumerable<(TextSpan Span, string What)> Comparisons(DataFlow flow, Specification? specification) =>
        from item in flow.Walk.Values
        let comparison = item.Value as Value.Binary
        where comparison is { Arithmetic: Arithmetic.Pointer, Operation: Operation.Less or Operation.LessOrEqual or Operation.Greater or Operation.GreaterOrEqual or Operation.Equal or Operation.NotEqual or Operation.Difference }
        let left = flow.Walk.Facts[comparison.Left]
        let right = flow.Walk.Facts[comparison.Right]
        where (left.Roots | right.Roots).Parameters != 0 && !left.Roots.IsNone && !right.Roots.IsNone
        let isKept = (left.Sources | right.Sources).Has(Sources.State)
        where isKept || (left.Roots.AreParameters && right.Roots.AreParameters && !left.Roots.Meets(right.Roots) && specification?.AreDisjoint((left.Roots | right.Roots).Parameters) == true)
        select (comparison.Span, isKept ? $"'{flow.TextOf(comparison)}' compares with an address of an earlier call" : $"'{flow.TextOf(comparison)}' compares the addresses of different buffers");

    private static IEnumerable<(TextSpan Span, string What)> Numbers(DataFlow flow, Specification? specification)
    {
        var isOverlapLegitimate = specification?.AreDisjoint(ulong.MaxValue) != true;
        var conditions = flow.Walk.Conditions.Where(condition => condition.Sources.Has(Sources.AnyAddress) && (!isOverlapLegitimate || condition.Sources.Has(Sources.State)))
            .Select(condition => (condition.Span, $"'{flow.TextOf(condition.Value)}' decides by an address"));
        var stores = flow.Walk.Stores.Where(store => store.Sources.Has(Sources.AnyAddress))
            .Select(store => (store.Span, "an address is stored as a number"));
        var kept = flow.Walk.Kept.Where(store => store.Sources.Has(Sources.AnyAddress))
            .Select(store => (store.Span, "an address is kept as a number"));
        var pointers = flow.Walk.Values.Where(item => item.Value is Value.Convert { Kind: ConversionKind.IntegerToPointer } && flow.Walk.Facts[item.Value] is var fact && fact.Sources.Has(Sources.AnyAddress))
            .Select(item => (item.Value.Span, $"'{flow.TextOf(item.Value)}' makes another address of a buffer's"));
        return conditions.Concat(stores).Concat(kept).Concat(pointers);
    }
}
