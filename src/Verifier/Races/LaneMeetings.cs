using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Races;

/// <summary>
/// When two accesses of a <c>simd</c> loop are made by turns that may run in step. Lanes in step keep what is written further
/// down behind what is written further up, so that only an access of an earlier turn that stands below one of a later turn
/// is surely out of order.
/// </summary>
internal sealed class LaneMeetings(Enclosure.Simd region, Twins twins, bool hasOrderedParts)
{
    private readonly Twin _first = twins.First;
    private readonly Twin _second = twins.Second;

    public IEnumerable<Meeting> Of(Access first, Access second)
    {
        var loops = Twin.LoopsOf(first, region).Take(region.Depth).Where(Twin.LoopsOf(second, region).Contains).ToList();
        if (loops.Count == 0 || (IsOrdered(first) && IsOrdered(second)))
        {
            yield break;
        }

        var before = Before(loops, _first, _second);
        var after = Before(loops, _second, _first);
        var (possible, isExact) = Near(loops);
        var certain = first == second ? Formula.Or(before, after)
            : first.Setting.Position > second.Setting.Position ? before
            : after;
        yield return new(Formula.And(Formula.Or(before, after), possible), isExact && !hasOrderedParts ? certain : Formula.False);
    }

    private bool IsOrdered(Access access) => Twin.Inside(access, region).Any(enclosure => enclosure is Enclosure.Ordered);

    /// <summary>Whether one turn comes before another in the order of the loops.</summary>
    private static Formula Before(List<Enclosure.Loop> loops, Twin earlier, Twin later) => Formula.Or(loops.Select((loop, depth) => Formula.And(
        [.. loops.Take(depth).Select(outer => Formula.Equal(earlier.Of(outer.Turn), later.Of(outer.Turn))), Formula.Less(earlier.Of(loop.Turn), later.Of(loop.Turn))])));

    /// <summary>No two turns at once are <c>safelen</c> apart or more.</summary>
    private (Formula Condition, bool IsExact) Near(List<Enclosure.Loop> loops)
    {
        if (region.SafeLength is not { } length)
        {
            return (Formula.True, true);
        }

        if (loops is not [var only] || region.Depth > 1)
        {
            return (Formula.True, false);
        }

        var distance = _second.Of(only.Turn) - _first.Of(only.Turn);
        return (Formula.And(Formula.Less(distance, IntegerPolynomial.Of(length)), Formula.Less(-distance, IntegerPolynomial.Of(length))), true);
    }
}
