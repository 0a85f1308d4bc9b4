using System.Numerics;

namespace HpcVerify.Trainer.Reports.TensorBoard;

/// <summary>CRC-32C (Castagnoli; RFC 3720, B.4), and the masked form that TFRecord files hold.</summary>
internal static class Crc32C
{
    private const uint MaskDelta = 0xa282ead8;
    private const int MaskRotation = 15;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum = BitOperations.Crc32C(sum, value);
        }

        return ~sum;
    }

    /// <summary>Rotated and shifted, so that the sum of data that holds sums is not degenerate.</summary>
    public static uint Masked(ReadOnlySpan<byte> bytes) => BitOperations.RotateRight(Of(bytes), MaskRotation) + MaskDelta;
}
