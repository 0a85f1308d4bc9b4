using System.Numerics;
using System.Runtime.InteropServices;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Verifier.Inputs;

/// <summary>
/// What one buffer holds before a call: poison where the kernel writes, and elsewhere data that keeps the contract's words
/// <c>in_range</c> and <c>monotone</c>, as hpcverify.h defines them.
/// </summary>
internal sealed class BufferContents(Contract contract, BufferContract buffer, Sizes sizes, DataGenerator generator)
{
    // All ones is a NaN of either floating type: an element that is never written cannot pass for a number.
    private const byte Poison = 0xFF;

    /// <summary>The bytes; null where the extent is unknown or no data keeps the contract at these sizes.</summary>
    public byte[]? Generate()
    {
        if (CountAt(buffer.Count) is not { } count || !DataGenerator.CanFill(buffer.Element))
        {
            return null;
        }

        var bytes = new byte[checked((long)count * ElementSize.InBytes(buffer.Element))];
        if (buffer.Access == BufferAccess.Write)
        {
            bytes.AsSpan().Fill(buffer.IsZeroed ? (byte)0 : Poison);
            return bytes;
        }

        generator.Fill(buffer.Element, bytes);
        var orders = contract.MonotoneBuffers.Where(monotone => monotone.Pointer == buffer.Pointer);
        return Ranges.All(range => Restrict(bytes, range)) && orders.All(order => Sort(bytes, order.Count)) ? bytes : null;
    }

    private IEnumerable<RangeContract> Ranges => contract.Ranges.Where(range => range.Pointer == buffer.Pointer);

    private bool Restrict(byte[] bytes, RangeContract range) => Part(bytes, range.Count) switch
    {
        null => false,
        { Length: 0 } => true,
        { Span: var part } => buffer.Element switch
        {
            CType.Integer element => IntegerBounds(range) is { } bounds && Integers(part, element, bounds),
            CType.Floating { Kind: FloatingKind.Double } => RealBounds(range) is { } bounds && Doubles(part, bounds),
            _ => RealBounds(range) is { } bounds && Floats(part, bounds),
        },
    };

    private bool Integers(Span<byte> part, CType.Integer element, (Int128 Low, Int128 High) bounds)
    {
        if (!IntegerElements.Holds(element, bounds.Low) || !IntegerElements.Holds(element, bounds.High - 1))
        {
            return false;
        }

        for (var index = 0; index < part.Length; index += IntegerElements.SizeInBytes(element))
        {
            IntegerElements.Write(part[index..], element, bounds.Low + generator.Below((UInt128)(bounds.High - bounds.Low)));
        }

        return true;
    }

    private bool Doubles(Span<byte> part, (double Low, double High) bounds)
    {
        foreach (ref var value in MemoryMarshal.Cast<byte, double>(part))
        {
            value = Math.Min(RealIn(bounds), Math.BitDecrement(bounds.High));
        }

        return true;
    }

    private bool Floats(Span<byte> part, (double Low, double High) bounds)
    {
        var (low, high) = ((float)bounds.Low, (float)bounds.High);
        foreach (ref var value in MemoryMarshal.Cast<byte, float>(part))
        {
            value = Math.Clamp((float)RealIn(bounds), low, Math.Max(low, MathF.BitDecrement(high)));
        }

        return true;
    }

    private double RealIn((double Low, double High) bounds) => bounds.Low + ((bounds.High - bounds.Low) * generator.Fraction());

    private bool Sort(byte[] bytes, Expression count)
    {
        if (Part(bytes, count) is not { Span: var part })
        {
            return false;
        }

        switch (buffer.Element)
        {
            case CType.Integer element:
                SortIntegers(part, element);
                break;
            case CType.Floating { Kind: FloatingKind.Double }:
                MemoryMarshal.Cast<byte, double>(part).Sort();
                break;
            default:
                MemoryMarshal.Cast<byte, float>(part).Sort();
                break;
        }

        return true;
    }

    private void SortIntegers(Span<byte> part, CType.Integer element)
    {
        var size = IntegerElements.SizeInBytes(element);
        var values = new Int128[part.Length / size];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = IntegerElements.Read(part[(index * size)..], element);
        }

        values.AsSpan().Sort();
        if (values.Length > 0 && Ranges.FirstOrDefault(range => CountAt(range.Count) == values.Length) is { } range
            && IntegerBounds(range) is { } bounds)
        {
            values[^1] = bounds.High - 1;
            values[0] = bounds.Low;
        }

        for (var index = 0; index < values.Length; index++)
        {
            IntegerElements.Write(part[(index * size)..], element, values[index]);
        }
    }

    private Memory<byte>? Part(byte[] bytes, Expression count) =>
        CountAt(count) is { } known && (long)known * ElementSize.InBytes(buffer.Element) <= bytes.Length
            ? bytes.AsMemory(0, known * ElementSize.InBytes(buffer.Element))
            : null;

    private int? CountAt(Expression count) =>
        ContractArithmetic.Integer(count, sizes) is { } value && value >= 0 && value <= int.MaxValue ? (int)value : null;

    private (Int128 Low, Int128 High)? IntegerBounds(RangeContract range) =>
        (ContractArithmetic.Integer(range.Low, sizes), ContractArithmetic.Integer(range.High, sizes)) is ({ } low, { } high)
            && low < high && IsMachineWord(low) && IsMachineWord(high - 1)
            ? ((Int128)low, (Int128)high)
            : null;

    private (double Low, double High)? RealBounds(RangeContract range) =>
        (ContractArithmetic.Real(range.Low, sizes), ContractArithmetic.Real(range.High, sizes)) is ({ } low, { } high) && low < high
            ? (low, high)
            : null;

    private static bool IsMachineWord(BigInteger value) => value >= long.MinValue && value <= ulong.MaxValue;
}
