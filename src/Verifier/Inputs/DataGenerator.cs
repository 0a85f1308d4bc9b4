using System.Numerics;
using System.Runtime.InteropServices;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Verifier.Inputs;

/// <summary>
/// Fills buffers with reproducible data: signed numbers with full mantissas, so that a kernel that rounds too early,
/// guesses a pattern or skips a term is seen (SOUNDNESS 9). The stream is xoshiro256** seeded by splitmix64
/// (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021).
/// </summary>
public sealed class DataGenerator
{
    private const double UnitOfDouble = 1.0 / (1L << 52);
    private const float UnitOfFloat = 1.0f / (1 << 23);
    private readonly ulong[] _state = new ulong[4];

    public DataGenerator(ulong seed)
    {
        for (var index = 0; index < _state.Length; index++)
        {
            seed += 0x9E3779B97F4A7C15;
            var mixed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            _state[index] = mixed ^ (mixed >> 31);
        }
    }

    /// <summary>Whether <see cref="Fill"/> knows the element type.</summary>
    public static bool CanFill(CType element) => element is CType.Floating { Kind: FloatingKind.Float or FloatingKind.Double } or CType.Integer;

    /// <summary>Floating elements uniform in [-1, 1); integer elements uniform over all values of their type.</summary>
    public void Fill(CType element, Span<byte> buffer)
    {
        switch (element)
        {
            case CType.Floating { Kind: FloatingKind.Double }:
                foreach (ref var value in MemoryMarshal.Cast<byte, double>(buffer))
                {
                    value = ((long)Next() >> 11) * UnitOfDouble;
                }

                break;
            case CType.Floating { Kind: FloatingKind.Float }:
                foreach (ref var value in MemoryMarshal.Cast<byte, float>(buffer))
                {
                    value = ((int)(Next() >> 32) >> 8) * UnitOfFloat;
                }

                break;
            default:
                for (var index = 0; index < buffer.Length; index++)
                {
                    buffer[index] = (byte)Next();
                }

                break;
        }
    }

    /// <summary>A whole number in <c>[0, bound)</c>.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>A whole number in <c>[0, bound)</c>, for bounds up to 2^64.</summary>
    public Int128 Below(UInt128 bound) => (Int128)(bound <= ulong.MaxValue ? (Next() * bound) >> 64 : Next());

    /// <summary>A number with a full mantissa in <c>[0, 1)</c>.</summary>
    public double Fraction() => (Next() >> 11) * (UnitOfDouble / 2);

    /// <summary>A number with a full mantissa in <c>[-1, 1)</c>, of the floating type.</summary>
    public double Scalar(CType.Floating type) => type.Kind == FloatingKind.Float
        ? ((int)(Next() >> 32) >> 8) * UnitOfFloat
        : ((long)Next() >> 11) * UnitOfDouble;

    private ulong Next()
    {
        var result = BitOperations.RotateLeft(_state[1] * 5, 7) * 9;
        var shifted = _state[1] << 17;
        _state[2] ^= _state[0];
        _state[3] ^= _state[1];
        _state[1] ^= _state[2];
        _state[0] ^= _state[3];
        _state[2] ^= shifted;
        _state[3] = BitOperations.RotateLeft(_state[3], 45);
        return result;
    }
}
