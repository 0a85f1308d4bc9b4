using System.Collections.Immutable;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Races;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>A write that happens before a read, in one of the ways in which it can.</summary>
/// <param name="Domain">When it is executed, and before the read; what differs between the two has names of its own.</param>
internal sealed record EarlierWrite(Formula Domain, IntegerPolynomial Offset, IntegerPolynomial Length);

/// <summary>
/// The ways in which a write surely happens before a read of the same object: earlier in the turn of all loops around both;
/// in an earlier turn of one of them; or by another thread, with a barrier of the same turn between them.
/// </summary>
internal sealed class EarlierWrites(ImmutableArray<SegmentEdge> edges)
{
    /// <summary>Keeps the names of the write apart from all numbers that extraction gives.</summary>
    public const int Shift = 1_000_000;

    /// <summary>Numbers from here on are those of the read, or of a contract.</summary>
    public const int AfterShift = 2 * Shift;

    private readonly SegmentPaths _paths = new(edges);

    public IEnumerable<EarlierWrite> Before(Access read, Access write)
    {
        var common = read.Setting.Enclosures.Zip(write.Setting.Enclosures).TakeWhile(pair => pair.First == pair.Second).Select(pair => pair.First).ToImmutableArray();
        // Another execution of what it is made in has another object.
        var least = write.Object.Owner is { } owner ? common.IndexOf(owner) + 1 : 0;
        if (write.Object.Owner is not null && least == 0)
        {
            yield break;
        }

        for (var shared = least; shared <= common.Length; shared++)
        {
            if (Same(read, write, common, shared) is { } earlier)
            {
                yield return earlier;
            }
        }

        if (ByAnother(read, write, common, least) is { } other)
        {
            yield return other;
        }
    }

    /// <summary>The write in the same execution of some enclosures and, if there is a loop inside of these around both, in an earlier turn of that.</summary>
    private static EarlierWrite? Same(Access read, Access write, ImmutableArray<Enclosure> common, int shared)
    {
        var carrier = shared < common.Length ? common[shared] as Enclosure.Loop : null;
        var isInOrder = shared == common.Length ? write.Setting.Position < read.Setting.Position : carrier is { Dealers: [] } && !IsInStep(common, shared);
        var hasTeam = common.Take(shared).Any(enclosure => enclosure is Enclosure.Parallel);
        if (!isInOrder || (hasTeam && SureWrite.IsDealt(write.Setting.Enclosures.Skip(shared))))
        {
            return null;
        }

        var (made, names) = Renamed(read, write, common.Take(shared), shared);
        return made is null || carrier is null
            ? made
            : made with { Domain = Formula.And(made.Domain, Formula.Less(carrier.Turn.Renamed(names), carrier.Turn)) };
    }

    /// <summary>The write by any thread of the team, before a barrier that the reading thread has passed in the same turn.</summary>
    private EarlierWrite? ByAnother(Access read, Access write, ImmutableArray<Enclosure> common, int least)
    {
        var team = common.Select((enclosure, index) => (enclosure, index)).LastOrDefault(item => item.enclosure is Enclosure.Parallel);
        var inside = team.enclosure is null ? [] : common[(team.index + 1)..];
        if (team.enclosure is null || least > team.index || write.Setting.Position >= read.Setting.Position || SureWrite.IsDealt(inside) || inside.Any(enclosure => enclosure is Enclosure.Simd)
            || write.Setting.Segment == read.Setting.Segment || _paths.Between(write.Setting.Segment, read.Setting.Segment).Any())
        {
            return null;
        }

        var (made, names) = Renamed(read, write, common.Take(team.index), team.index);
        var turns = inside.OfType<Enclosure.Loop>().Select(loop => Formula.Equal(loop.Turn.Renamed(names), loop.Turn));
        return made is null ? null : made with { Domain = Formula.And([made.Domain, .. turns]) };
    }

    /// <summary>Whether turns of a loop need not come one after the other.</summary>
    private static bool IsInStep(ImmutableArray<Enclosure> common, int position) => common.Take(position).Select((enclosure, index) => (enclosure, index)).Any(item =>
        item.enclosure is Enclosure.Simd simd && common.Skip(item.index + 1).Take(position - item.index - 1).Count(inner => inner is Enclosure.Loop) < simd.Depth);

    /// <summary>
    /// The write with names of its own for all that belongs to what it does not share with the read; null where it need not happen.
    /// What it demands of what they share, and the read demands as well, holds whenever the read is executed.
    /// </summary>
    private static (EarlierWrite? Made, Func<Dimension, Dimension> Names) Renamed(Access read, Access write, IEnumerable<Enclosure> same, int shared)
    {
        var (together, known) = (same.ToHashSet(), new Dictionary<Dimension, Dimension>());
        var domain = write.Domain;
        var isSure = SureWrite.IsDoneByAnybody(write, domain, shared)
            && domain.Dimensions.Concat(write.Offset.Dimensions).Concat(write.Length.Dimensions).All(dimension => IsCommon(dimension) || dimension.Kind is not (DimensionKind.Free or DimensionKind.ThreadCount));
        var demanded = read.Domain.Conjuncts.Where(part => part.IsExact && part.Dimensions.All(IsCommon)).ToHashSet();
        var own = Formula.And(domain.Conjuncts.Where(part => !demanded.Contains(part)));
        return (isSure ? new(SureWrite.Linear(own).Renamed(Name), write.Offset.Renamed(Name), write.Length.Renamed(Name)) : null, Name);

        bool IsCommon(Dimension dimension) => dimension.Owner is null || together.Contains(dimension.Owner);

        Dimension Name(Dimension dimension)
        {
            if (IsCommon(dimension))
            {
                return dimension;
            }

            if (!known.TryGetValue(dimension, out var name))
            {
                name = new(dimension.Number + Shift, dimension.Name, dimension.Kind, dimension.Owner, dimension.Span);
                known.Add(dimension, name);
            }

            return name;
        }
    }
}
