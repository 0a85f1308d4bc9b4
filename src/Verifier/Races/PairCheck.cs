using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Verifier.Inequalities;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Races;

/// <summary>What is known of two accesses of one region.</summary>
internal abstract record PairAnswer
{
    private PairAnswer() { }

    public sealed record Apart : PairAnswer;

    public sealed record Races(RacingPair Pair) : PairAnswer;

    public sealed record Open(string Reason) : PairAnswer;
}

/// <summary>Asks whether two accesses of one region to one object can be made at once.</summary>
/// <param name="sizes">What is known of the sizes.</param>
internal sealed class PairCheck(Enclosure region, Twins twins, PointSearch search, Formula sizes)
{
    /// <summary>Sizes in a witness stay so small that no product of two of them overflows.</summary>
    private const long GreatestSize = 32767;

    private readonly Twin _first = twins.First;
    private readonly Twin _second = twins.Second;
    private readonly Overlap _overlap = new(search, twins);
    private readonly Dictionary<Formula, bool> _excluded = [];

    public PairAnswer Of(Access first, Access second, IEnumerable<Meeting> meetings)
    {
        PairAnswer answer = new PairAnswer.Apart();
        foreach (var meeting in meetings.Where(meeting => !meeting.Possible.IsFalse))
        {
            switch (Of(first, second, meeting))
            {
                case PairAnswer.Races found:
                    return found;
                case PairAnswer.Open open:
                    answer = open;
                    break;
            }
        }

        return answer;
    }

    private PairAnswer Of(Access first, Access second, Meeting meeting)
    {
        var (one, other) = (Facts(first), Facts(second));
        var known = Formula.And(sizes, _first.Of(one), _second.Of(other), meeting.Possible);
        if (known.IsFalse)
        {
            return new PairAnswer.Apart();
        }

        var overlap = _overlap.Of(new(first.Offset, first.Length, Formula.And(sizes, one)), new(second.Offset, second.Length, Formula.And(sizes, other)), known);
        var question = Formula.And([known, .. overlap]);
        if (IsExcluded(Formula.And(known, overlap[^1]), meeting) || (overlap.Length > 1 && IsExcluded(question, meeting)))
        {
            return new PairAnswer.Apart();
        }

        if (first.IsExact && second.IsExact && !meeting.Certain.IsFalse
            && search.Find(Formula.And(question, meeting.Certain, Small(question), InBounds(first, _first), InBounds(second, _second))) is PointAnswer.Point witness)
        {
            return new PairAnswer.Races(Pair(first, second, witness.Values));
        }

        return search.Find(question) switch
        {
            PointAnswer.None => new PairAnswer.Apart(),
            PointAnswer.Undecided undecided => new PairAnswer.Open($"{Described(first, second)}: {undecided.Reason}"),
            _ => new PairAnswer.Open($"{Described(first, second)}: {WhyOpen(first, second)}"),
        };
    }

    /// <summary>Accesses to different columns of the same rows ask the same about the rows.</summary>
    private bool IsExcluded(Formula question, Meeting meeting)
    {
        if (!_excluded.TryGetValue(question, out var isExcluded))
        {
            _excluded[question] = isExcluded = search.IsExcluded(question) || (!question.IsLinear && Impossibility.IsShown(question, meeting.Possible));
        }

        return isExcluded;
    }

    private static string Described(Access first, Access second) =>
        $"{Word(first)} and {Word(second)} of '{first.Object.Name}' may meet";

    private static string Word(Access access) => access.Kind == AccessKind.Read ? "read" : "write";

    private static string WhyOpen(Access first, Access second) => first.IsExact && second.IsExact
        ? "no schedule is known to do it"
        : "it depends on contents, or on what is not understood";

    /// <summary>When an access happens, with what the turns of its loops and its team are.</summary>
    private Formula Facts(Access access) =>
        access.Setting.Domain.WithDefinitions([access.Offset, access.Length, .. Twin.LoopsOf(access, region).Select(loop => loop.Turn)]);

    private static Formula Small(Formula question) => Formula.And(question.Dimensions
        .Where(dimension => dimension.Kind == DimensionKind.Parameter)
        .Select(dimension => Formula.And(
            Formula.AtLeast(IntegerPolynomial.Of(dimension), IntegerPolynomial.Of(-GreatestSize)),
            Formula.AtLeast(IntegerPolynomial.Of(GreatestSize), IntegerPolynomial.Of(dimension)))));

    /// <summary>A race outside of its object would be another bug.</summary>
    private static Formula InBounds(Access access, Twin twin) => Formula.And(
        Formula.AtLeast(twin.Of(access.Offset), IntegerPolynomial.Zero),
        access.Object.SizeInBytes is { } size ? Formula.AtLeast(size, twin.Of(access.Offset + access.Length)) : Formula.True);

    private RacingPair Pair(Access first, Access second, ImmutableDictionary<Dimension, BigInteger> point)
    {
        var sizes = point.Where(item => item.Key.Kind is DimensionKind.Parameter).OrderBy(item => item.Key.Number)
            .Select(item => KeyValuePair.Create(item.Key.Name, item.Value));
        return new(Side(first, _first, 0), Side(second, _second, 1), second.Offset.At(dimension => point.GetValueOrDefault(_second.Of(dimension))), [.. sizes]);

        RacingAccess Side(Access access, Twin twin, int thread)
        {
            var isDealt = Twin.Inside(access, region).OfType<Enclosure.Loop>().Any(loop => !loop.Dealers.IsEmpty);
            var threads = region switch
            {
                Enclosure.Parallel parallel when !isDealt => [KeyValuePair.Create("thread", point.GetValueOrDefault(twin.Of(parallel.Thread), thread))],
                Enclosure.League league when !isDealt => [KeyValuePair.Create("team", point.GetValueOrDefault(twin.Of(league.Team), thread))],
                _ => Array.Empty<KeyValuePair<string, BigInteger>>(),
            };
            var turns = Twin.LoopsOf(access, region).Select(loop => KeyValuePair.Create(loop.Iterator.Name, point.GetValueOrDefault(twin.Of(loop.Iterator))));
            return new(access.Kind, access.Object.Name, access.Span, [.. threads, .. turns]);
        }
    }
}
