using System.Numerics;
using HpcVerify.Verifier.Reals;

namespace HpcVerify.Verifier.Tests.Reals;

/// <summary>Fractions are exact, and their bounds in doubles are bounds.</summary>
public sealed class RationalTests
{
    [Theory, InlineData(0.0), InlineData(0.1), InlineData(-3.0), InlineData(1e300), InlineData(-5e-324), InlineData(1e10)]
    public void DoubleIsAFraction(double value)
    {
        var fraction = Rational.Of(value);
        Assert.Equal(value, Math.ScaleB((double)fraction.Numerator, 1 - (int)fraction.Denominator.GetBitLength()));
    }

    [Fact]
    public void FractionsAreInLowestTerms()
    {
        var third = Rational.One / Rational.Of((BigInteger)(-3));
        Assert.Equal("-1/3", third.ToString());
        Assert.Equal(Rational.Of((BigInteger)(-1)), third + third + third);
        Assert.Equal(Rational.One, third / third);
    }

    [Theory, InlineData(1, 3), InlineData(10, 3), InlineData(2, 1), InlineData(1, 1_000_000_007)]
    public void UpperDoubleIsAbove(long numerator, long denominator)
    {
        var fraction = Rational.Of((BigInteger)numerator) / Rational.Of((BigInteger)denominator);
        var upper = Rational.Of(fraction.UpperDouble());
        Assert.False(upper < fraction);
        Assert.True(upper < fraction * Rational.Of(1.000_000_1));
    }
}
