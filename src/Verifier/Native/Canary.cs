namespace HpcVerify.Verifier.Native;

/// <summary>
/// What lies around a buffer, to be seen changed. Numbers near one in every floating type, no two words alike: adding to
/// them, writing a special value and copying one over another all leave a trace. A NaN would survive the first two.
/// </summary>
internal static class Canary
{
    private const byte Exponent = 0x3F;
    private const byte Fraction = 0x9A;
    private const ushort Spread = 0x9E37;
    private const ushort Outputs = 0x5A5A;

    /// <summary>After so many bytes it begins again: there are no more words of sixteen bits.</summary>
    private const int Period = 4 << 16;

    private static readonly byte[] OfInputs = Pattern(0), OfOutputs = Pattern(Outputs);

    /// <summary>Fills bytes that lie at an offset of the file of outputs or of the one of inputs.</summary>
    public static void Fill(Span<byte> bytes, long offset, bool isOutput)
    {
        while (!bytes.IsEmpty)
        {
            var expected = From(offset, bytes.Length, isOutput);
            expected.CopyTo(bytes);
            bytes = bytes[expected.Length..];
            offset += expected.Length;
        }
    }

    public static bool IsIntact(ReadOnlySpan<byte> bytes, long offset, bool isOutput)
    {
        while (!bytes.IsEmpty)
        {
            var expected = From(offset, bytes.Length, isOutput);
            if (!bytes[..expected.Length].SequenceEqual(expected))
            {
                return false;
            }

            bytes = bytes[expected.Length..];
            offset += expected.Length;
        }

        return true;
    }

    /// <summary>What belongs at an offset and behind it, up to a length or to the end of the pattern.</summary>
    private static ReadOnlySpan<byte> From(long offset, int length, bool isOutput)
    {
        var start = (int)(offset % Period);
        return (isOutput ? OfOutputs : OfInputs).AsSpan(start, Math.Min(length, Period - start));
    }

    private static byte[] Pattern(ushort side)
    {
        var bytes = new byte[Period];
        for (var index = 0; index < Period; index += 4)
        {
            var word = (ushort)(((index >> 2) * Spread) ^ side);
            (bytes[index], bytes[index + 1], bytes[index + 2], bytes[index + 3]) = ((byte)word, (byte)(word >> 8), Fraction, Exponent);
        }

        return bytes;
    }
}
