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

    /// <summary>Fills bytes that lie at an offset of the file of outputs or of the one of inputs.</summary>
    public static void Fill(Span<byte> bytes, long offset, bool isOutput)
    {
        for (var index = 0; index < bytes.Length; index++)
        {
            bytes[index] = At(offset + index, isOutput);
        }
    }

    public static bool IsIntact(ReadOnlySpan<byte> bytes, long offset, bool isOutput)
    {
        for (var index = 0; index < bytes.Length; index++)
        {
            if (bytes[index] != At(offset + index, isOutput))
            {
                return false;
            }
        }

        return true;
    }

    private static byte At(long offset, bool isOutput)
    {
        var word = (ushort)(((offset >> 2) * Spread) ^ (isOutput ? Outputs : 0));
        return (offset & 3) switch
        {
            0 => (byte)word,
            1 => (byte)(word >> 8),
            2 => Fraction,
            _ => Exponent,
        };
    }
}
