using System.Collections.Immutable;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Races;

/// <summary>
/// One of two executions in a region: what belongs to nothing inside the region is the same in both, and all else has a
/// name of its own in each.
/// </summary>
internal sealed class Twin(Enclosure region, bool isSecond)
{
    /// <summary>Keeps the names of the second execution apart from all numbers that extraction gives.</summary>
    private const int Shift = 1_000_000;

    private readonly Dictionary<Dimension, Dimension> _names = [];

    public Formula Of(Formula formula) => isSecond ? formula.Renamed(Of) : formula;

    public IntegerPolynomial Of(IntegerPolynomial value) => isSecond ? value.Renamed(Of) : value;

    public Dimension Of(Dimension dimension)
    {
        if (!isSecond || IsCommon(dimension))
        {
            return dimension;
        }

        if (!_names.TryGetValue(dimension, out var name))
        {
            name = new(dimension.Number + Shift, dimension.Name + "'", dimension.Kind, dimension.Owner, dimension.Span);
            _names.Add(dimension, name);
        }

        return name;
    }

    /// <summary>Positions grow in program order, so that all that began after the region did is inside of it.</summary>
    private bool IsCommon(Dimension dimension) => dimension.Owner is null || dimension.Owner.Position < region.Position;

    /// <summary>The loops inside the region around an access, outermost first.</summary>
    public static ImmutableArray<Enclosure.Loop> LoopsOf(Access access, Enclosure region) =>
        [.. Inside(access, region).OfType<Enclosure.Loop>()];

    /// <summary>
    /// The same with nothing in place of what a task is only created in: it is executed later, when critical sections and ordered
    /// parts around its creation may be over.
    /// </summary>
    public static IEnumerable<Enclosure?> Kept(ImmutableArray<Enclosure> inside)
    {
        var task = inside.ToList().FindLastIndex(enclosure => enclosure is Enclosure.Task);
        return inside.Select((enclosure, index) => index > task ? enclosure : null);
    }

    /// <summary>Whether where, when or in which turn an access happens depends on something.</summary>
    public static bool Names(Access access, Enclosure region, Dimension dimension) => LoopsOf(access, region).Select(loop => loop.Turn)
        .Append(access.Offset).SelectMany(value => value.Dimensions).Concat(access.Domain.Dimensions).Contains(dimension);

    /// <summary>What is around an access inside the region, outermost first.</summary>
    public static ImmutableArray<Enclosure> Inside(Access access, Enclosure region) =>
        access.Setting.Enclosures[(access.Setting.Enclosures.IndexOf(region) + 1)..];
}

/// <summary>Two executions in one region.</summary>
internal sealed record Twins(Twin First, Twin Second)
{
    public static Twins In(Enclosure region) => new(new(region, isSecond: false), new(region, isSecond: true));
}
