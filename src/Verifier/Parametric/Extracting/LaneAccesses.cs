using System.Collections.Immutable;

namespace HpcVerify.Verifier.Parametric.Extracting;

/// <summary>Puts the accesses of a vector's lanes together: one of all lanes, or one for any lane that the mask enables.</summary>
internal static class LaneAccesses
{
    public static IEnumerable<Access> Merged(IReadOnlyList<Access> accesses, Formula path, Func<int, Dimension> newLane)
    {
        for (var first = 0; first < accesses.Count;)
        {
            var end = first + 1;
            while (end < accesses.Count && Follows(accesses[first], accesses[end], end - first))
            {
                end++;
            }

            yield return end - first == 1 ? accesses[first] : Together([.. accesses.Skip(first).Take(end - first)], path, newLane);
            first = end;
        }
    }

    private static bool Follows(Access first, Access next, int lane) =>
        next.Kind == first.Kind && next.Object == first.Object && next.Width == first.Width && next.Length.Equals(first.Length)
        && first.Length.Equals(IntegerPolynomial.Of(first.Width))
        && next.Offset.Equals(first.Offset + ((long)lane * first.Width)) && next.Setting.Enclosures.SequenceEqual(first.Setting.Enclosures);

    private static Access Together(ImmutableArray<Access> lanes, Formula path, Func<int, Dimension> newLane)
    {
        var first = lanes[0];
        var masks = lanes.Select(lane => Paths.Beyond(path, lane.Setting.Domain)).ToImmutableArray();
        if (masks.All(mask => mask.IsTrue))
        {
            return first with { Length = IntegerPolynomial.Of((long)lanes.Length * first.Width) };
        }

        var lane = newLane(lanes.Length);
        var number = IntegerPolynomial.Of(lane);
        var mask = Enumerable.Range(0, lanes.Length - 1).Select(from => Between(masks[from], masks[from + 1], number - from)).OfType<Formula>()
            .FirstOrDefault(line => Enumerable.Range(0, lanes.Length).All(at => Paths.Beyond(path, line.With(lane, IntegerPolynomial.Of(at))).Equals(masks[at])))
            ?? Formula.Or(masks.Select((each, at) => Formula.And(Formula.Equal(number, IntegerPolynomial.Of(at)), each)));
        return first with
        {
            Offset = first.Offset + (number * first.Width),
            Setting = first.Setting with { Domain = Formula.And(path, mask) },
        };
    }

    /// <summary>The formula that is the first one at 0, the second at 1, and changes as much from each number to the next.</summary>
    private static Formula? Between(Formula first, Formula second, IntegerPolynomial lane) => (first, second) switch
    {
        (Formula.Comparison a, Formula.Comparison b) when a.Relation == b.Relation => Formula.Of(a.Value + ((b.Value - a.Value) * lane), a.Relation),
        (Formula.All a, Formula.All b) => Between(a.Parts, b.Parts, lane) is { } parts ? Formula.And(parts) : null,
        (Formula.Any a, Formula.Any b) => Between(a.Parts, b.Parts, lane) is { } parts ? Formula.Or(parts) : null,
        _ => first.Equals(second) ? first : null,
    };

    private static List<Formula>? Between(ImmutableArray<Formula> first, ImmutableArray<Formula> second, IntegerPolynomial lane)
    {
        var parts = first.Zip(second, (a, b) => Between(a, b, lane)).OfType<Formula>().ToList();
        return parts.Count == first.Length && parts.Count == second.Length ? parts : null;
    }
}
