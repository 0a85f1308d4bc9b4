using System.Runtime.InteropServices;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Inputs;

/// <summary>The first element of an output that is further from the reference than the contract tolerates.</summary>
public sealed record Mismatch(string Buffer, long Index, double Expected, double Actual, double Tolerated)
{
    /// <summary>What a returned value is called, which has no index.</summary>
    public const string ReturnedValue = "the returned value";

    /// <summary>Where it is: <c>C[3]</c>.</summary>
    public string Place => Buffer == ReturnedValue ? Buffer : FormattableString.Invariant($"{Buffer}[{Index}]");
}

/// <summary>Compares an output with the reference's, element by element.</summary>
public static class OutputComparison
{
    /// <summary>
    /// Accepts |actual − expected| ≤ units · u · magnitude for every element, where magnitude is the reference's answer
    /// for the absolute values of the inputs: (|A||B|)ᵢⱼ for a product. NaN is equal to nothing.
    /// </summary>
    public static Mismatch? Compare(
        string buffer, CType element, ReadOnlySpan<byte> actual, ReadOnlySpan<byte> expected, ReadOnlySpan<byte> magnitude, double units) =>
        element switch
        {
            CType.Floating { Kind: FloatingKind.Double } => Doubles(
                buffer,
                MemoryMarshal.Cast<byte, double>(actual),
                MemoryMarshal.Cast<byte, double>(expected),
                MemoryMarshal.Cast<byte, double>(magnitude),
                units * Sort.Float64.UnitRoundoff),
            CType.Floating { Kind: FloatingKind.Float } => Floats(
                buffer,
                MemoryMarshal.Cast<byte, float>(actual),
                MemoryMarshal.Cast<byte, float>(expected),
                MemoryMarshal.Cast<byte, float>(magnitude),
                units * Sort.Float32.UnitRoundoff),
            CType.Integer integer => Integers(buffer, integer, actual, expected),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Accepts the same bits and nothing else, so that a zero keeps its sign.</summary>
    public static Mismatch? CompareBits(string buffer, CType element, ReadOnlySpan<byte> actual, ReadOnlySpan<byte> expected)
    {
        if (element is CType.Integer integer)
        {
            return Integers(buffer, integer, actual, expected);
        }

        var (same, size) = (actual.CommonPrefixLength(expected), ElementSize.InBytes(element));
        return same == actual.Length ? null : new(buffer, same / size, Number(expected[(same / size * size)..], element), Number(actual[(same / size * size)..], element), 0);
    }

    private static double Number(ReadOnlySpan<byte> bytes, CType element) => element is CType.Floating { Kind: FloatingKind.Float } ? BitConverter.ToSingle(bytes) : BitConverter.ToDouble(bytes);

    private static Mismatch? Doubles(
        string buffer, ReadOnlySpan<double> actual, ReadOnlySpan<double> expected, ReadOnlySpan<double> magnitude, double units)
    {
        for (var index = 0; index < actual.Length; index++)
        {
            var tolerated = units * magnitude[index];
            if (!(Math.Abs(actual[index] - expected[index]) <= tolerated))
            {
                return new(buffer, index, expected[index], actual[index], tolerated);
            }
        }

        return null;
    }

    private static Mismatch? Floats(
        string buffer, ReadOnlySpan<float> actual, ReadOnlySpan<float> expected, ReadOnlySpan<float> magnitude, double units)
    {
        for (var index = 0; index < actual.Length; index++)
        {
            var tolerated = units * magnitude[index];
            if (!(Math.Abs((double)actual[index] - expected[index]) <= tolerated))
            {
                return new(buffer, index, expected[index], actual[index], tolerated);
            }
        }

        return null;
    }

    /// <summary>Integers do not round: they are the same or wrong.</summary>
    private static Mismatch? Integers(string buffer, CType.Integer element, ReadOnlySpan<byte> actual, ReadOnlySpan<byte> expected)
    {
        var same = actual.CommonPrefixLength(expected);
        if (same == actual.Length)
        {
            return null;
        }

        var index = same / IntegerElements.SizeInBytes(element);
        var start = index * IntegerElements.SizeInBytes(element);
        return new(
            buffer, index, (double)IntegerElements.Read(expected[start..], element), (double)IntegerElements.Read(actual[start..], element), 0);
    }
}
