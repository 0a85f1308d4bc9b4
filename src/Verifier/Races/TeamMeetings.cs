using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Races;

/// <summary>
/// When two accesses are made by different teams of a league. No barrier, critical section or lock keeps teams apart: those bind
/// to one team's contention group (OpenMP 5.2 sections 15.2 and 18.9); only what is dealt out is done by one of them.
/// </summary>
internal sealed class TeamMeetings(Enclosure.League league, Twins twins)
{
    private readonly Twin _first = twins.First;
    private readonly Twin _second = twins.Second;

    public IEnumerable<Meeting> Of(Access first, Access second)
    {
        var (inFirst, inSecond) = (Twin.Inside(first, league), Twin.Inside(second, league));
        var (possible, certain, around) = (new List<Formula> { DifferentTeams(first, second) }, new List<Formula>(), new List<Formula>());

        // What is inside of a parallel region each team does in a region of its own.
        foreach (var (one, other) in inFirst.Zip(inSecond).TakeWhile(pair => pair.First == pair.Second && pair.First is not Enclosure.Parallel))
        {
            switch (one)
            {
                case Enclosure.Loop { Dealers.IsEmpty: true } loop:
                    around.Add(Differ(loop));
                    break;
                case Enclosure.Single:
                    certain.Add(Formula.False);
                    break;
                case Enclosure.Distribute dealer:
                    var turns = inFirst.OfType<Enclosure.Loop>().Where(loop => loop.Dealers.Contains(dealer) && inSecond.Contains(loop)).ToList();
                    possible.Add(Formula.Or([.. around, .. turns.Select(Differ)]));
                    certain.Add(IsAnySchedule(dealer) ? Formula.Or(turns.Select(Differ)) : Formula.False);
                    break;
            }
        }

        certain.Add(first.IsAtomic && second.IsAtomic ? Formula.False : DealtAlike(inFirst, inSecond));
        yield return new(Formula.And(possible), Formula.And(certain));
    }

    /// <summary>Atomic accesses exclude each other across teams only if the hardware can make them so (OpenMP 5.2 section 15.8.4).</summary>
    public static bool AreAtomic(Access first, Access second) =>
        first.IsAtomic && second.IsAtomic && new[] { first, second }.All(access => access.Length.Constant is { } bytes && (bytes.IsOne || bytes == 2 || bytes == 4 || bytes == 8));

    private static bool IsAnySchedule(Enclosure.Distribute dealer) => dealer.Schedule.Kind == ScheduleKind.Unspecified;

    /// <summary>Two loops may be dealt out alike: if there are teams enough, different turns are surely apart.</summary>
    private Formula DealtAlike(ImmutableArray<Enclosure> inFirst, ImmutableArray<Enclosure> inSecond)
    {
        var (one, other) = (inFirst.OfType<Enclosure.Distribute>().FirstOrDefault(), inSecond.OfType<Enclosure.Distribute>().FirstOrDefault());
        if (one is null || other is null || one == other)
        {
            return Formula.True;
        }

        return !league.IsLimited && IsAnySchedule(one) && IsAnySchedule(other) && TurnsOf(inFirst, one) is [var first] && TurnsOf(inSecond, other) is [var second]
            ? Formula.Of(_second.Of(second) - _first.Of(first), Relation.NonZero)
            : Formula.False;
    }

    private static ImmutableArray<IntegerPolynomial> TurnsOf(ImmutableArray<Enclosure> around, Enclosure.Distribute dealer) =>
        [.. around.OfType<Enclosure.Loop>().Where(loop => loop.Dealers.Contains(dealer)).Select(loop => loop.Turn)];

    private Formula Differ(Enclosure.Loop loop) => Formula.Of(_second.Of(loop.Turn) - _first.Of(loop.Turn), Relation.NonZero);

    private Formula DifferentTeams(Access first, Access second) => Twin.Names(first, league, league.Team) || Twin.Names(second, league, league.Team)
        ? Formula.Of(IntegerPolynomial.Of(_first.Of(league.Team)) - IntegerPolynomial.Of(_second.Of(league.Team)), Relation.NonZero)
        : Formula.And(Formula.AtLeast(IntegerPolynomial.Of(league.Count), IntegerPolynomial.Of(2)), league.Count.Definition);
}
