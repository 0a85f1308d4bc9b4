using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Races;

/// <summary>
/// Extraction reads integers as unbounded. Where a signed one overflows, C says nothing, and that it does not is assumed; where
/// an unsigned or a narrow one wraps, two turns may meet that seem apart, so that it has to be excluded.
/// </summary>
internal sealed class WrapCheck(Enclosure region, PointSearch search)
{
    private const int MostQuestions = 300;
    private const long LeastSize = int.MinValue;
    private const long GreatestSize = int.MaxValue;

    /// <summary>The first conversion or operation in the region that may wrap while sizes fit <c>int</c>; null where none can.</summary>
    public OpenReason? First(Extraction extraction)
    {
        var demands = extraction.Ranges.Where(demand => demand.IsWrap && demand.Setting.Enclosures.Contains(region) && demand.Value.IsLinear).ToList();
        var suspect = demands.Take(MostQuestions).FirstOrDefault(MayWrap) ?? demands.Skip(MostQuestions).FirstOrDefault();
        return suspect is null ? null : new($"'{suspect.Value}' may wrap in its type", suspect.Setting.Span);
    }

    private bool MayWrap(RangeDemand demand)
    {
        if (demand.Limits is not var (least, greatest))
        {
            return false;
        }

        var known = demand.Setting.Domain.WithDefinitions(demand.Value);
        var sizes = Formula.And(known.Dimensions.Concat(demand.Value.Dimensions).Distinct().Where(dimension => dimension.Kind is DimensionKind.Parameter or DimensionKind.Free or DimensionKind.ThreadCount)
            .Select(dimension => Formula.And(
                Formula.AtLeast(IntegerPolynomial.Of(dimension), IntegerPolynomial.Of(LeastSize)),
                Formula.AtLeast(IntegerPolynomial.Of(GreatestSize), IntegerPolynomial.Of(dimension)))));
        return !search.IsExcluded(Formula.And(known, sizes, Formula.Less(demand.Value, IntegerPolynomial.Of(least))))
            || !search.IsExcluded(Formula.And(known, sizes, Formula.Less(IntegerPolynomial.Of(greatest), demand.Value)));
    }
}
