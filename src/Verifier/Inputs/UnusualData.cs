using System.Numerics;
using System.Runtime.InteropServices;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using BufferAccess = HpcVerify.Parser.Contracts.BufferAccess;

namespace HpcVerify.Verifier.Inputs;

/// <summary>
/// The data of a call made as unlike, or as alike, as its contract allows. A kernel that counts on numbers in [-1, 1), skips small terms, rounds
/// them away or has room for an even share only is seen by the first; one that takes a few equal elements for a pattern by the second.
/// </summary>
public static class UnusualData
{
    /// <summary>Of how many numbers one is a zero, of either sign.</summary>
    private const int ZeroStride = 16;

    /// <summary>Of how many elements of alike data one is as it was.</summary>
    private const int OtherStride = 8;

    /// <summary>
    /// Numbers of very different size and zeros of either sign among them, scalars that leave the unit interval, and of what has a range two values:
    /// decided by the seed alone. Ranges and orders are kept, and so is poison.
    /// </summary>
    public static TrialInput Uneven(TrialInput input, ulong seed)
    {
        var generator = new DataGenerator(seed);
        var buffers = input.Buffers.Select(buffer => Made(buffer, input, generator, Scale, Scale)).ToList();
        var scalars = input.Task.Contract.Scalars
            .Where(scalar => input.Sizes[scalar.Name] is null)
            .ToDictionary(scalar => scalar.Name, scalar => Math.ScaleB(input.Scalars[scalar.Name], Between(Whole(scalar.Type is CType.Floating { Kind: FloatingKind.Float }), generator)));
        return input with { Buffers = [.. buffers], Scalars = input.Scalars.SetItems(scalars) };
    }

    /// <summary>
    /// The same number for the most part, ones, zeros, and now and then a number as it was; what has a range as above. That number has a full mantissa: the
    /// errors of who rounds it have one sign, and add up.
    /// </summary>
    public static TrialInput Alike(TrialInput input, ulong seed)
    {
        var generator = new DataGenerator(seed);
        return input with { Buffers = [.. input.Buffers.Select(buffer => Made(buffer, input, generator, Flatten, Flatten))] };
    }

    private static TrialBuffer Made(TrialBuffer buffer, TrialInput input, DataGenerator generator, Change<double> doubles, Change<float> floats)
    {
        var contract = input.Task.Contract;
        var counts = contract.Ranges.Where(range => range.Pointer == buffer.Contract.Pointer).Select(range => range.Count)
            .Concat(contract.MonotoneBuffers.Where(order => order.Pointer == buffer.Contract.Pointer).Select(order => order.Count))
            .Select(count => ContractArithmetic.Integer(count, input.Sizes)).ToList();
        var bytes = (byte[])buffer.Before.Clone();
        switch (buffer.Contract)
        {
            case { Access: BufferAccess.Write }:
                return buffer;
            case { Element: CType.Floating { Kind: FloatingKind.Double } } when counts.Count == 0:
                doubles(MemoryMarshal.Cast<byte, double>(bytes.AsSpan()), generator);
                break;
            case { Element: CType.Floating { Kind: FloatingKind.Float } } when counts.Count == 0:
                floats(MemoryMarshal.Cast<byte, float>(bytes.AsSpan()), generator);
                break;
            case { Element: var element } when counts.TrueForAll(count => count == bytes.Length / ElementSize.InBytes(element)):
                Repeat(bytes, ElementSize.InBytes(element), contract.MonotoneBuffers.Any(order => order.Pointer == buffer.Contract.Pointer), generator);
                break;
            default:
                return buffer;
        }

        return buffer with { Before = bytes };
    }

    private delegate void Change<T>(Span<T> values, DataGenerator generator);

    /// <summary>The power of two by which a whole buffer or a scalar is scaled, up or down.</summary>
    private static int Whole(bool isFloat) => isFloat ? 8 : 24;

    private static void Scale<T>(Span<T> values, DataGenerator generator)
        where T : IBinaryFloatingPointIeee754<T>
    {
        const int BelowOfFloat = 10, BelowOfDouble = 40;
        var isFloat = typeof(T) == typeof(float);
        var (whole, below) = (Between(Whole(isFloat), generator), isFloat ? BelowOfFloat : BelowOfDouble);
        foreach (ref var value in values)
        {
            value = generator.Below(ZeroStride) == 0 ? T.CopySign(T.Zero, value) : T.ScaleB(value, whole - generator.Below(below));
        }
    }

    private static void Flatten<T>(Span<T> values, DataGenerator generator)
        where T : IBinaryFloatingPointIeee754<T>
    {
        var usual = T.CreateTruncating((1 + generator.Fraction()) / 2);
        foreach (ref var value in values)
        {
            value = generator.Below(OtherStride) switch
            {
                0 => value,
                1 => T.Zero,
                2 => T.One,
                _ => usual,
            };
        }
    }

    /// <summary>Every element is one of two that were there, mostly the same one; of a sorted buffer the first and then the last.</summary>
    private static void Repeat(Span<byte> bytes, int size, bool isSorted, DataGenerator generator)
    {
        var count = bytes.Length / size;
        if (count == 0)
        {
            return;
        }

        var (first, second, step) = isSorted ? (0, count - 1, 1 + generator.Below(count)) : (generator.Below(count), generator.Below(count), 0);
        byte[] one = [.. bytes.Slice(first * size, size)], other = [.. bytes.Slice(second * size, size)];
        for (var index = 0; index < count; index++)
        {
            var isOne = isSorted ? index < step && index < count - 1 : generator.Below(OtherStride) != 0;
            (isOne ? one : other).CopyTo(bytes[(index * size)..]);
        }
    }

    private static int Between(int reach, DataGenerator generator) => generator.Below((2 * reach) + 1) - reach;
}
