using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Races;

/// <summary>Where no lock is held at both of two accesses.</summary>
internal static class LockedApart
{
    /// <summary>Locks of one object keep the accesses apart wherever they are the same one.</summary>
    public static IEnumerable<Formula> Of(Access first, Access second, Twins twins, Enclosure region) =>
        from one in first.Locks
        from other in second.Locks
        where one.Object == other.Object && one.Object.Kind != DataObjectKind.Unknown && (one.Object.Owner is null || one.Object.Owner.Position < region.Position)
        select Formula.Of(twins.First.Of(one.Offset) - twins.Second.Of(other.Offset), Relation.NonZero);
}
