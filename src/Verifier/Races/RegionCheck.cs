using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Races;

/// <summary>All pairs of accesses of one region of one extraction.</summary>
/// <param name="assumptions">What is known beside what the region's own text says.</param>
internal sealed class RegionCheck(Extraction extraction, Enclosure region, RaceOptions options, RegionAssumptions assumptions)
{
    private const int MostPairs = 8;

    private readonly PointSearch _search = new(options);
    private readonly Twins _twins = Twins.In(region);
    private readonly List<(RacingPair Pair, DataObject Object)> _races = [];
    private readonly List<OpenReason> _open = [];
    private readonly HashSet<string> _assumptions = new(StringComparer.Ordinal);

    public RegionVerdict Run()
    {
        var accesses = extraction.Accesses.Where(access => access.Setting.Enclosures.Contains(region) && IsShared(access.Object)).Distinct(SameAccess.Comparer).ToList();
        NoteGaps(accesses);
        var (meetings, check) = (Meetings(), new PairCheck(region, _twins, _search, assumptions.Sizes));
        var questions = 0;
        foreach (var (first, second) in Pairs(accesses))
        {
            if (++questions > options.MostQuestions)
            {
                _open.Add(new($"more than {options.MostQuestions} pairs of accesses", region.Span));
                break;
            }

            if (_races.Count < MostPairs)
            {
                Note(first, second, check.Of(first, second, meetings(first, second)));
            }
        }

        return Verdict(accesses);
    }

    private RegionVerdict Verdict(List<Access> accesses)
    {
        if (_races.Count == 0 && _open.Count == 0 && accesses.Count > 0 && !assumptions.NothingWraps && new WrapCheck(region, _search).First(extraction) is { } wraps)
        {
            _open.Add(wraps);
        }

        if (_races.Count == 0)
        {
            return _open.Count > 0
                ? new RegionVerdict.Open([.. _open.Distinct()])
                : new RegionVerdict.Free([.. _assumptions.Order(StringComparer.Ordinal)]);
        }

        var written = accesses.Where(access => access.Kind == AccessKind.Write).Select(access => access.Object).ToHashSet();
        var certain = _races.Where(race => Waits(race, written).Count == 0).Select(race => race.Pair).ToImmutableArray();
        return certain.IsEmpty
            ? new RegionVerdict.Open([.. _races.SelectMany(race => Waits(race, written)).Distinct()])
            : new RegionVerdict.Race(certain);
    }

    /// <summary>
    /// What may order two accesses in a way that is not followed here: they are not surely a race then. A thread that waits
    /// for a plain variable by reading it is itself one side of a race for that.
    /// </summary>
    private List<OpenReason> Waits((RacingPair Pair, DataObject Object) race, HashSet<DataObject> written)
    {
        var isVariable = race.Object.Type is CType.Integer or CType.Floating or CType.Boolean or CType.Enumeration;
        var signals = extraction.Signals
            .Where(signal => signal.Enclosures.Contains(region) && (signal.Objects.IsEmpty || signal.Objects.Any(written.Contains)))
            .Where(signal => !(isVariable && signal.Objects is [var only] && only == race.Object))
            .Select(signal => new OpenReason($"unsupported: threads that wait for each other by a {signal.Reason}", signal.Span));
        var gaps = extraction.Gaps.Where(gap => gap.Kind == GapKind.Construct || (gap.Kind == GapKind.Call && gap.Region == region.Span))
            .Select(gap => new OpenReason($"unsupported: {gap.Reason}", gap.Span));
        return [.. signals.Concat(gaps)];
    }

    private void NoteGaps(List<Access> accesses)
    {
        foreach (var gap in extraction.Gaps.Where(gap => gap.Kind == GapKind.Construct || gap.Region == region.Span))
        {
            _open.Add(new($"unsupported: {gap.Reason}", gap.Span));
        }

        foreach (var access in accesses.Where(access => access.Object.Kind == DataObjectKind.Unknown))
        {
            _open.Add(new("access through a pointer that is not followed", access.Span));
        }
    }

    private Func<Access, Access, IEnumerable<Meeting>> Meetings()
    {
        if (region is Enclosure.Simd simd)
        {
            return new LaneMeetings(simd, _twins, HasOrderedParts(simd)).Of;
        }

        return new ThreadMeetings((Enclosure.Parallel)region, _twins, new(extraction.Edges), HasOrderedParts).Of;
    }

    private bool HasOrderedParts(Enclosure around) =>
        extraction.Constructs.Any(reached => reached.Enclosure is Enclosure.Ordered && reached.Around.Contains(around));

    private IEnumerable<(Access First, Access Second)> Pairs(List<Access> accesses) =>
        from first in accesses.Index()
        from second in accesses.Skip(first.Index)
        where (first.Item.Kind == AccessKind.Write || second.Kind == AccessKind.Write) && !(first.Item.IsAtomic && second.IsAtomic)
        where MayBeOne(first.Item.Object, second.Object) && !ShareCritical(first.Item, second)
        select (first.Item, second);

    /// <summary>Pointers that a caller gives may lead to one object; that they do not is assumed, and said.</summary>
    private bool MayBeOne(DataObject first, DataObject second)
    {
        if (first == second)
        {
            return first.Kind != DataObjectKind.Unknown;
        }

        if (first.Kind == DataObjectKind.Parameter || second.Kind == DataObjectKind.Parameter)
        {
            _assumptions.Add("different pointer parameters and variables do not overlap");
        }

        return false;
    }

    private bool ShareCritical(Access first, Access second) => region is Enclosure.Parallel
        && CriticalsOf(first).Intersect(CriticalsOf(second), StringComparer.Ordinal).Any();

    private IEnumerable<string> CriticalsOf(Access access) => Twin.Inside(access, region).OfType<Enclosure.Critical>().Select(critical => critical.Name);

    /// <summary>What was made in the region is another object in each thread, and in each turn.</summary>
    private bool IsShared(DataObject made) => (made.Owner is null || made.Owner.Position < region.Position) && (!made.IsThreadPrivate || region is Enclosure.Simd);

    private void Note(Access first, Access second, PairAnswer answer)
    {
        switch (answer)
        {
            case PairAnswer.Races races:
                _races.Add((races.Pair, first.Object));
                break;
            case PairAnswer.Open open:
                _open.Add(new(open.Reason, second.Span));
                break;
        }
    }
}

/// <summary>Accesses that differ only in where they are evaluated: the same place, condition and bytes.</summary>
internal sealed class SameAccess : IEqualityComparer<Access>
{
    public static readonly SameAccess Comparer = new();

    public bool Equals(Access? x, Access? y) => ReferenceEquals(x, y) || (x is not null && y is not null
        && x.Kind == y.Kind && x.Object == y.Object && x.Offset.Equals(y.Offset) && x.Length.Equals(y.Length) && x.IsAtomic == y.IsAtomic
        && x.Locks.SequenceEqual(y.Locks) && x.Setting.Domain.Equals(y.Setting.Domain) && x.Setting.Segment == y.Setting.Segment
        && x.Setting.Enclosures.SequenceEqual(y.Setting.Enclosures) && x.Span == y.Span);

    public int GetHashCode(Access obj) => HashCode.Combine(obj.Kind, obj.Object, obj.Offset, obj.Setting.Segment, obj.Span);
}

/// <summary>What a caller knows of a region.</summary>
/// <param name="Sizes">What holds of parameters and team sizes.</param>
/// <param name="NothingWraps">Whether all integer operations are known to fit their types.</param>
internal sealed record RegionAssumptions(Formula Sizes, bool NothingWraps)
{
    public static readonly RegionAssumptions None = new(Formula.True, false);
}
