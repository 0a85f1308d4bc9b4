using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>What of a write happens for sure.</summary>
internal static class SureWrite
{
    /// <summary>
    /// A linear condition under which it happens: parts that are not understood or not linear count as false. That keeps it on
    /// the safe side because negation never leaves the comparisons.
    /// </summary>
    public static Formula Linear(Formula formula) => formula switch
    {
        Formula.Comparison { Value.IsLinear: false } or Formula.Unknown => Formula.False,
        Formula.All all => Formula.And(all.Parts.Select(Linear)),
        Formula.Any any => Formula.Or(any.Parts.Select(Linear)),
        _ => formula,
    };

    /// <summary>Whether someone else than the thread that comes there may do it instead: one section, one turn of a shared loop.</summary>
    public static bool IsDealt(IEnumerable<Enclosure> enclosures) =>
        enclosures.Any(enclosure => enclosure is Enclosure.Worksharing or Enclosure.Sections or Enclosure.Section or Enclosure.Single or Enclosure.Loop { Dealers: not [] });

    /// <summary>Work that is dealt out is not done by every thread, so that nothing may depend on who does it.</summary>
    public static bool IsDoneByAnybody(Access write, Formula domain, int from) =>
        !IsDealt(write.Setting.Enclosures.Skip(from)) || !domain.Dimensions.Concat(write.Offset.Dimensions).Concat(write.Length.Dimensions).Any(dimension => dimension.Kind == DimensionKind.Thread);
}
