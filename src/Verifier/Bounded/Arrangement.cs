using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;

namespace HpcVerify.Verifier.Bounded;

/// <summary>How far one buffer begins behind another that it overlaps.</summary>
internal enum Displacement
{
    /// <summary>One element, or as many as the alignment of the one behind asks for.</summary>
    Least,

    /// <summary>Half of the shorter one: further than a vector is wide, at sizes where that makes a difference.</summary>
    Half,

    /// <summary>They begin at the same place.</summary>
    None,
}

/// <summary>
/// Two buffers that a contract lets overlap, laid over each other: the guest begins in the host. One of them is written, and both
/// have elements of one type; where the types differ, C17 6.5p7 lets few programs use them both.
/// </summary>
internal sealed record Arrangement(BufferContract Host, BufferContract Guest, Displacement Displacement, bool IsGuestBound)
{
    /// <summary>All of a contract; partial overlap first, since some functions are defined for equal pointers only in name.</summary>
    public static ImmutableArray<Arrangement> Of(Contract contract) =>
    [
        .. from displacement in Enum.GetValues<Displacement>()
           from pair in contract.OverlappingPairs.Where(pair => WhyApart(contract, pair) is null)
           from ordered in displacement == Displacement.None ? [pair] : new[] { pair, (First: pair.Second, Second: pair.First) }
           select new Arrangement(ordered.First, ordered.Second, displacement, IsBound(contract, ordered.Second)),
    ];

    /// <summary>Why two buffers are not laid over each other although the contract lets them overlap; null where they are.</summary>
    public static string? WhyApart(Contract contract, (BufferContract First, BufferContract Second) pair) =>
        pair.First.Element.Unqualified != pair.Second.Element.Unqualified ? "have different types"
        : IsBound(contract, pair.First) && IsBound(contract, pair.Second) && !(pair.First.IsZeroed && pair.Second.IsZeroed) ? "have contents that the contract restricts"
        : null;

    /// <summary>Where the guest lies at these sizes; null where the two would share no element.</summary>
    public BufferOverlap? At(Sizes sizes)
    {
        if (CountOf(Host, sizes) is not { } hostCount || CountOf(Guest, sizes) is not { } guestCount || guestCount == 0)
        {
            return null;
        }

        var half = Math.Min(hostCount, guestCount) / 2 / Step * Step;
        int? shift = Displacement switch
        {
            Displacement.Least => Step,
            Displacement.Half => half > Step ? half : null,
            _ => 0,
        };
        return shift < hostCount ? new(Host.Pointer.Name, shift.Value) : null;
    }

    /// <summary>The arrangement at any sizes: <c>y = x + 1</c>.</summary>
    public string Describe() => Displacement switch
    {
        Displacement.Half => $"{Guest.Pointer.Name} half into {Host.Pointer.Name}",
        Displacement.Least => new BufferOverlap(Host.Pointer.Name, Step).Describe(Guest.Pointer.Name),
        _ => new BufferOverlap(Host.Pointer.Name, 0).Describe(Guest.Pointer.Name),
    };

    /// <summary>The same call with the guest in the host's object. What the contract says of either holds of what they share.</summary>
    public ImmutableArray<RunArgument> Lay(ImmutableArray<RunArgument> arguments, BufferOverlap overlap) =>
        overlap.Lay(arguments, Guest.Pointer.Name, prefersGuest: IsGuestBound);

    /// <summary>The fewest elements after which an address is as well aligned as the guest's has to be.</summary>
    public int Step => Alignments.Both(Guest.AlignmentInBytes, ElementSize.InBytes(Guest.Element)) is { } bytes ? bytes / ElementSize.InBytes(Guest.Element) : int.MaxValue;

    /// <summary>Whether the contract says what the buffer holds.</summary>
    private static bool IsBound(Contract contract, BufferContract buffer) => buffer.IsZeroed
        || contract.Ranges.Any(range => range.Pointer == buffer.Pointer) || contract.MonotoneBuffers.Any(order => order.Pointer == buffer.Pointer);

    private static int? CountOf(BufferContract buffer, Sizes sizes) =>
        ContractArithmetic.Integer(buffer.Count, sizes) is { } count && count >= 0 && count <= int.MaxValue / 16 ? (int)count : null;
}
