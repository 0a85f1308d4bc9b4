using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Races;

/// <summary>When two accesses of a parallel region are made by different threads without anything that orders them.</summary>
internal sealed class ThreadMeetings(Enclosure.Parallel region, Twins twins, SegmentPaths paths, Func<Enclosure.Worksharing, bool> hasOrderedParts)
{
    private readonly Twin _first = twins.First;
    private readonly Twin _second = twins.Second;

    public IEnumerable<Meeting> Of(Access first, Access second)
    {
        var ways = Ways(first, second, isForward: true)
            .Concat(first.Setting.Segment == second.Setting.Segment ? [] : Ways(second, first, isForward: false));
        var excluded = Formula.And([DifferentThreads(first, second), .. LockedApart.Of(first, second, twins, region)]);
        var dealt = Dealt(first, second);
        return ways.Select(way => new Meeting(Formula.And(excluded, way.Possible, dealt.Possible), Formula.And(way.Certain, dealt.Certain)));
    }

    /// <summary>What barriers leave: the same turns of loops that all go through together, or as many later as the way goes on by.</summary>
    private IEnumerable<Meeting> Ways(Access earlier, Access later, bool isForward)
    {
        foreach (var path in paths.Between(earlier.Setting.Segment, later.Setting.Segment))
        {
            yield return Tied(earlier, later, path, isForward);
        }

        // A cycle without a barrier leads back to the same segment in a later turn.
        if (earlier.Setting.Segment == later.Setting.Segment && earlier != later && isForward)
        {
            foreach (var path in paths.Between(later.Setting.Segment, earlier.Setting.Segment).Where(path => path.Length > 0))
            {
                yield return Tied(later, earlier, path, isForward: false);
            }
        }
    }

    private Meeting Tied(Access earlier, Access later, SegmentPath path, bool isForward)
    {
        var (before, after) = isForward ? (_first, _second) : (_second, _first);
        var around = Twin.LoopsOf(earlier, region).Where(loop => loop.Waits).ToList();
        var (possible, isCertain, hasGoneOn) = (new List<Formula>(), true, false);
        foreach (var loop in Twin.LoopsOf(later, region).Where(loop => loop.Waits))
        {
            var count = path.Turns.GetValueOrDefault(loop);
            if (hasGoneOn)
            {
                isCertain = false;
                continue;
            }

            var start = around.Contains(loop) ? before.Of(loop.Turn) : IntegerPolynomial.Zero;
            var end = after.Of(loop.Turn);
            possible.Add(count < SegmentPath.Many ? Formula.Equal(end, start + count) : Formula.AtLeast(end, start + count));
            isCertain &= count < SegmentPath.Many;
            hasGoneOn |= count > 0;
        }

        var within = Twin.LoopsOf(later, region).Where(loop => loop.Waits).ToList();
        var isPlain = path.Length == 0 || (path.Length == 1 && (!path.Turns.IsEmpty || within.Exists(loop => !around.Contains(loop))));
        isCertain &= isPlain && around.TrueForAll(within.Contains);
        return new(Formula.And(possible), isCertain ? Formula.True : Formula.False);
    }

    /// <summary>Work that is dealt out happens once: the same piece of it is done by one thread.</summary>
    private Meeting Dealt(Access first, Access second)
    {
        var (inFirst, inSecond) = (Twin.Inside(first, region), Twin.Inside(second, region));
        var (possible, certain, around) = (new List<Formula>(), new List<Formula>(), new List<Formula>());
        foreach (var (one, other) in inFirst.Zip(inSecond).TakeWhile(pair => pair.First == pair.Second))
        {
            switch (one)
            {
                case Enclosure.Loop { Dealers.IsEmpty: true } loop:
                    around.Add(Later(loop));
                    break;
                case Enclosure.Single or Enclosure.Section:
                    possible.Add(Formula.Or(around));
                    break;
                case Enclosure.Worksharing dealer:
                    var turns = inFirst.OfType<Enclosure.Loop>().Where(loop => loop.Dealers.Contains(dealer) && inSecond.Contains(loop)).ToList();
                    var differ = Formula.Or(turns.Select(Later));
                    possible.Add(Formula.Or([.. around, differ]));
                    certain.Add(Separable(dealer, turns, differ));
                    if (IsOrdered(inFirst, dealer) && IsOrdered(inSecond, dealer))
                    {
                        possible.Add(Formula.Or(around));
                    }
                    else if (dealer.IsOrdered && hasOrderedParts(dealer))
                    {
                        certain.Add(Formula.False);
                    }

                    break;
            }
        }

        certain.Add(DealtAlike(inFirst, inSecond));
        return new(Formula.And(possible), Formula.And(certain));

        Formula Later(Enclosure.Loop loop) => Formula.Of(_second.Of(loop.Turn) - _first.Of(loop.Turn), Relation.NonZero);
    }

    private static bool IsOrdered(ImmutableArray<Enclosure> around, Enclosure.Worksharing dealer) =>
        Twin.Kept(around).Skip(around.IndexOf(dealer)).Any(enclosure => enclosure is Enclosure.Ordered);

    /// <summary>
    /// Whether some schedule gives two turns of one loop to different threads. With a chunk size, only if they are in
    /// different chunks, and for any team if those follow each other (OpenMP 5.2 section 11.5.3).
    /// </summary>
    private Formula Separable(Enclosure.Worksharing dealer, List<Enclosure.Loop> turns, Formula differ)
    {
        if (turns.SelectMany(loop => loop.Dealers).Any(other => other is Enclosure.Distribute { Schedule.Kind: not ScheduleKind.Unspecified }))
        {
            return Formula.False;
        }

        return dealer.Schedule.Chunk is null && (dealer.Schedule.Kind is not (ScheduleKind.Static or ScheduleKind.Guided) || !HasLimitedTeam()) ? differ
            : dealer.Schedule.Chunk is Value.IntegerConstant { Number: { Sign: > 0 } chunk } && turns is [var only]
                ? dealer.Schedule.Kind is ScheduleKind.Dynamic or ScheduleKind.Static ? Apart(_first.Of(only.Turn), _second.Of(only.Turn), IntegerPolynomial.Of(chunk)) : Formula.False
            : Formula.False;
    }

    /// <summary>In the first two chunks, or in two that follow each other; in any two chunks if the team may be of any size.</summary>
    private Formula Apart(IntegerPolynomial first, IntegerPolynomial second, IntegerPolynomial chunk)
    {
        var isNext = Formula.Or(Formula.Equal(second - first, chunk), Formula.Equal(first - second, chunk));
        var isFar = Formula.Or(Formula.AtLeast(second - first, chunk), Formula.AtLeast(first - second, chunk));
        return Formula.Or(InFirstTwo(first, second), InFirstTwo(second, first), HasLimitedTeam() ? isNext : isFar);

        Formula InFirstTwo(IntegerPolynomial earlier, IntegerPolynomial later) =>
            Formula.And(Formula.Less(earlier, chunk), Formula.AtLeast(later, chunk), Formula.Less(later, chunk * 2));
    }

    private bool HasLimitedTeam() => region.Count.Definition.Leaves.OfType<Formula.Comparison>()
        .Any(leaf => leaf.Relation == Relation.NonNegative && leaf.Value.CoefficientOf(region.Count)?.Constant is { Sign: < 0 });

    /// <summary>Static schedules may give the same turns of two loops to the same thread: only different turns are surely apart.</summary>
    private Formula DealtAlike(ImmutableArray<Enclosure> inFirst, ImmutableArray<Enclosure> inSecond)
    {
        var (one, other) = (inFirst.OfType<Enclosure.Worksharing>().FirstOrDefault(), inSecond.OfType<Enclosure.Worksharing>().FirstOrDefault());
        if (one is null || other is null || one == other || one.Schedule.Kind != ScheduleKind.Static || other.Schedule.Kind != ScheduleKind.Static)
        {
            return Formula.True;
        }

        var (first, second) = (TurnOf(inFirst, one), TurnOf(inSecond, other));
        return first is null || second is null || HasLimitedTeam() || one.Schedule.Chunk is not null || other.Schedule.Chunk is not null
            ? Formula.False
            : Formula.Of(_second.Of(second) - _first.Of(first), Relation.NonZero);
    }

    private static IntegerPolynomial? TurnOf(ImmutableArray<Enclosure> around, Enclosure.Worksharing dealer) =>
        around.OfType<Enclosure.Loop>().FirstOrDefault(loop => loop.Dealers.Contains(dealer))?.Turn;

    private Formula DifferentThreads(Access first, Access second)
    {
        return Twin.Names(first, region, region.Thread) || Twin.Names(second, region, region.Thread)
            ? Formula.Of(IntegerPolynomial.Of(_first.Of(region.Thread)) - IntegerPolynomial.Of(_second.Of(region.Thread)), Relation.NonZero)
            : Formula.And(Formula.AtLeast(IntegerPolynomial.Of(region.Count), IntegerPolynomial.Of(2)), region.Count.Definition);
    }
}
