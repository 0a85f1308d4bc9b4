using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;

namespace HpcVerify.Verifier.Bounded;

/// <summary>Where a buffer lies that has no object of its own: so many elements behind the start of another buffer.</summary>
public sealed record BufferOverlap(string Host, int Shift)
{
    /// <summary><c>y = x + 1</c>, or <c>x and y the same</c>.</summary>
    public string Describe(string guest) => Shift == 0 ? $"{Host} and {guest} the same" : FormattableString.Invariant($"{guest} = {Host} + {Shift}");

    /// <summary>How many elements an object has that holds a buffer and those that lie in it.</summary>
    public static int JointCount(RunArgument.Buffer host, IEnumerable<RunArgument.Buffer> guests) =>
        guests.Select(guest => guest.Overlap!.Shift + guest.Contents.Length).Append(host.Contents.Length).Max();

    /// <summary>Whether a caller may lay the guest there.</summary>
    public bool IsAllowedBy(Contract contract, Sizes sizes, string guest) => contract.OverlappingPairs
        .SelectMany(pair => new[] { (Host: pair.First, Guest: pair.Second), (Host: pair.Second, Guest: pair.First) })
        .Any(pair => pair.Host.Pointer.Name == Host && pair.Guest.Pointer.Name == guest
            && pair.Host.Element.Unqualified == pair.Guest.Element.Unqualified
            && Shift >= 0 && Shift < ContractArithmetic.Integer(pair.Host.Count, sizes)
            && (long)Shift * ElementSize.InBytes(pair.Guest.Element) % Math.Max(1, pair.Guest.AlignmentInBytes) == 0);

    /// <summary>
    /// The same call with the guest in the host's object. An element that both have holds what either of them knows of it; where
    /// both know something, the host prevails unless the guest is preferred.
    /// </summary>
    public ImmutableArray<RunArgument> Lay(ImmutableArray<RunArgument> arguments, string guest, bool prefersGuest)
    {
        var (lower, upper) = (BufferIn(arguments, Host), BufferIn(arguments, guest));
        var (hosted, laid) = (lower.Contents.ToBuilder(), upper.Contents.ToBuilder());
        for (var index = Shift; index < hosted.Count && index - Shift < laid.Count; index++)
        {
            var (first, second) = (hosted[index], laid[index - Shift]);
            var shared = first.IsIndeterminate || (prefersGuest && !second.IsIndeterminate) ? second : first;
            (hosted[index], laid[index - Shift]) = (shared, shared);
        }

        return arguments.Replace(lower, lower with { Contents = hosted.ToImmutable() })
            .Replace(upper, upper with { Contents = laid.ToImmutable(), Overlap = this });
    }

    private static RunArgument.Buffer BufferIn(IEnumerable<RunArgument> arguments, string name) =>
        arguments.OfType<RunArgument.Buffer>().Single(buffer => buffer.Name == name);
}
