using System.Globalization;
using System.Numerics;

namespace HpcVerify.Verifier.Reals;

/// <summary>A fraction in lowest terms with a positive denominator.</summary>
public readonly record struct Rational
{
    public static readonly Rational Zero = new(BigInteger.Zero, BigInteger.One);

    public static readonly Rational One = new(BigInteger.One, BigInteger.One);

    /// <summary>Enough quotient bits that what is cut off is below the slack of <see cref="UpperDouble"/>.</summary>
    private const int QuotientBits = 64;

    /// <summary>Far from where doubles lose digits.</summary>
    private const double LeastUpperDouble = 1e-300;

    private const int MantissaBits = 52;
    private const int ExponentOfTheLastMantissaBit = 1075;

    private Rational(BigInteger numerator, BigInteger denominator) => (Numerator, Denominator) = (numerator, denominator);

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    public bool IsOne => Numerator.IsOne && Denominator.IsOne;

    public bool IsZero => Numerator.IsZero;

    /// <summary>Plus or minus a power of two: a product with it is exact but for overflow and underflow.</summary>
    public bool IsPowerOfTwo => BigInteger.Abs(Numerator).IsPowerOfTwo && Denominator.IsPowerOfTwo;

    /// <summary>How much there is to compute with.</summary>
    public long LengthInBits => Numerator.GetBitLength() + Denominator.GetBitLength();

    public static Rational Of(BigInteger value) => new(value, BigInteger.One);

    /// <summary>Every finite double is a fraction.</summary>
    public static Rational Of(double finite)
    {
        if (finite == Math.Truncate(finite) && Math.Abs(finite) <= int.MaxValue)
        {
            return Of((BigInteger)(int)finite);
        }

        var bits = BitConverter.DoubleToUInt64Bits(finite);
        var exponent = (int)((bits >> MantissaBits) & 0x7FF);
        var fraction = bits & ((1UL << MantissaBits) - 1);
        var mantissa = new BigInteger(exponent == 0 ? fraction : fraction | (1UL << MantissaBits));
        var scale = Math.Max(exponent, 1) - ExponentOfTheLastMantissaBit;
        var signed = double.IsNegative(finite) ? -mantissa : mantissa;
        return scale >= 0 ? Of(signed << scale) : Reduced(signed, BigInteger.One << -scale);
    }

    public static Rational operator +(Rational a, Rational b) =>
        a.Denominator.IsOne && b.Denominator.IsOne
            ? Of(a.Numerator + b.Numerator)
            : Reduced((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator -(Rational a) => new(-a.Numerator, a.Denominator);

    public static Rational operator *(Rational a, Rational b) =>
        a.IsOne ? b
        : b.IsOne ? a
        : a.Denominator.IsOne && b.Denominator.IsOne ? Of(a.Numerator * b.Numerator)
        : Reduced(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Rational operator /(Rational a, Rational b) =>
        b.Numerator.Sign < 0
            ? Reduced(-a.Numerator * b.Denominator, -b.Numerator * a.Denominator)
            : Reduced(a.Numerator * b.Denominator, b.Numerator * a.Denominator);

    public static Rational Abs(Rational a) => a.Numerator.Sign < 0 ? -a : a;

    public static bool operator >(Rational a, Rational b) => a.Numerator * b.Denominator > b.Numerator * a.Denominator;

    public static bool operator <(Rational a, Rational b) => b > a;

    public static Rational Power(Rational a, int exponent) =>
        new(BigInteger.Pow(a.Numerator, exponent), BigInteger.Pow(a.Denominator, exponent));

    /// <summary>A double that is not below the fraction, which is not negative, and hardly above it unless it is tiny.</summary>
    public double UpperDouble()
    {
        if (IsZero || IsOne)
        {
            return IsZero ? 0 : 1;
        }

        var shift = (int)Math.Max(0, QuotientBits - Numerator.GetBitLength() + Denominator.GetBitLength());
        var quotient = ((Numerator << shift) / Denominator) + 1;
        return Math.Max(Math.ScaleB((double)quotient * (1 + Math.ScaleB(1, -50)), -shift), LeastUpperDouble);
    }

    public override string ToString() =>
        Denominator.IsOne
            ? Numerator.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private static Rational Reduced(BigInteger numerator, BigInteger denominator)
    {
        var divisor = denominator.IsOne ? BigInteger.One : BigInteger.GreatestCommonDivisor(numerator, denominator);
        return divisor.IsOne ? new(numerator, denominator) : new(numerator / divisor, denominator / divisor);
    }
}
