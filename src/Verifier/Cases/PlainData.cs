using System.Collections.Immutable;
using System.Runtime.InteropServices;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Inputs;

namespace HpcVerify.Verifier.Cases;

/// <summary>Floating data that conditions on contents ask for and chance does not draw: zeros, ones, and ties.</summary>
internal static class PlainData
{
    private static readonly ImmutableArray<(string Name, Func<int, double> At)> Kinds =
    [
        ("zeros", _ => 0),
        ("ones", _ => 1),
        ("-1, 0 and 1 in turn", at => (at % 3) - 1),
        ("falling numbers", at => -at),
    ];

    /// <summary>The same call with other numbers wherever the contract leaves their values open.</summary>
    public static IEnumerable<(TrialInput Input, string Name)> Of(TrialInput drawn) => Kinds.Select(kind => (
        drawn with
        {
            Buffers = [.. drawn.Buffers.Select(buffer => IsOpen(buffer.Contract, drawn.Task.Contract) ? buffer with { Before = Filled(buffer, kind.At) } : buffer)],
            Scalars = drawn.Scalars.ToImmutableDictionary(scalar => scalar.Key, scalar => drawn.Sizes[scalar.Key] ?? kind.At(0)),
        },
        kind.Name));

    /// <summary>Whether a buffer holds numbers of which the contract does not say where they lie.</summary>
    public static bool IsOpen(BufferContract buffer, Contract contract) =>
        buffer.Element is CType.Floating && buffer.Access != BufferAccess.Write
        && !contract.Ranges.Any(range => range.Pointer == buffer.Pointer)
        && !contract.MonotoneBuffers.Any(order => order.Pointer == buffer.Pointer);

    private static byte[] Filled(TrialBuffer buffer, Func<int, double> at)
    {
        var bytes = new byte[buffer.Before.Length];
        if (buffer.Contract.Element is CType.Floating { Kind: FloatingKind.Float })
        {
            var elements = MemoryMarshal.Cast<byte, float>(bytes.AsSpan());
            for (var index = 0; index < elements.Length; index++)
            {
                elements[index] = (float)at(index);
            }
        }
        else
        {
            var elements = MemoryMarshal.Cast<byte, double>(bytes.AsSpan());
            for (var index = 0; index < elements.Length; index++)
            {
                elements[index] = at(index);
            }
        }

        return bytes;
    }
}
