using System.Globalization;
using System.Numerics;

namespace HpcVerify.Trainer;

/// <summary>The four words of a generator between two draws; printed as 64 hexadecimal digits.</summary>
public readonly record struct RngState(ulong A, ulong B, ulong C, ulong D)
{
    private const int Words = 4, DigitsOfWord = 16;

    /// <summary>What <see cref="ToString"/> wrote; null where the text is no state of a generator.</summary>
    public static RngState? Parse(string text)
    {
        var words = new ulong[Words];
        if (text.Length != Words * DigitsOfWord)
        {
            return null;
        }

        for (var word = 0; word < Words; word++)
        {
            if (!ulong.TryParse(text.AsSpan(word * DigitsOfWord, DigitsOfWord), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out words[word]))
            {
                return null;
            }
        }

        // From all zeros the generator would draw nothing but zeros.
        return words.All(word => word == 0) ? null : new(words[0], words[1], words[2], words[3]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{A:x16}{B:x16}{C:x16}{D:x16}");
}

/// <summary>
/// xoshiro256** 1.0 (Blackman and Vigna, "Scrambled Linear Pseudorandom Number Generators", 2021), seeded by SplitMix64: the only source of
/// randomness in the trainer. One thread draws from it at a time; whoever keeps <see cref="State"/> can go on from there.
/// </summary>
public sealed class Rng
{
    private const int BitsOfDouble = 53;

    private RngState _state;

    public Rng(ulong seed)
    {
        _state = new(SplitMix(ref seed), SplitMix(ref seed), SplitMix(ref seed), SplitMix(ref seed));
    }

    /// <summary>Goes on where another generator was.</summary>
    public Rng(RngState state) => _state = state;

    /// <summary>All that later draws depend on.</summary>
    public RngState State => _state;

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        var (a, b, c, d) = _state;
        var result = BitOperations.RotateLeft(b * 5, 7) * 9;
        c ^= a;
        d ^= b;
        _state = new(a ^ d, b ^ c, c ^ (b << 17), BitOperations.RotateLeft(d, 45));
        return result;
    }

    /// <summary>A whole number from 0 to below <paramref name="end"/>, each equally likely (Lemire, "Fast Random Integer Generation in an Interval", 2019).</summary>
    public int Below(int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(end);
        var threshold = (0ul - (ulong)end) % (ulong)end;
        while (true)
        {
            var high = Math.BigMul(Next(), (ulong)end, out var low);
            if (low >= threshold)
            {
                return (int)high;
            }
        }
    }

    /// <summary>A number from 0 to below 1, in steps of 2⁻⁵³.</summary>
    public double NextDouble() => (Next() >> (64 - BitsOfDouble)) * (1.0 / (1ul << BitsOfDouble));

    /// <summary>A number of the normal distribution with mean 0 and variance 1; two draws (Box and Muller), so that the state is all there is.</summary>
    public double NextNormal() => Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());

    /// <summary>Puts elements into an order of which each is equally likely (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    /// <summary>A generator of its own, whose draws have nothing to do with later ones of this.</summary>
    public Rng Fork() => new(Next());

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9e3779b97f4a7c15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
}
