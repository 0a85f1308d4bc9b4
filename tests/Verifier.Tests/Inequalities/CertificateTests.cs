using System.Numerics;
using HpcVerify.Verifier.Inequalities;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Reals;

namespace HpcVerify.Verifier.Tests.Inequalities;

/// <summary>A certificate is believed for what it adds up to, whoever made it.</summary>
public sealed class CertificateTests
{
    private static readonly Dimension I = new(1, "i", DimensionKind.Iterator, null, default), N = new(2, "n", DimensionKind.Parameter, null, default);
    private static readonly IntegerPolynomial Counter = IntegerPolynomial.Of(I), Size = IntegerPolynomial.Of(N);

    private static Consequence.Product Fact(params IntegerPolynomial[] factors) => new Consequence.Product([.. factors]);

    [Fact]
    public void FactsThatAddUpToANegativeNumberRefute()
    {
        Facts facts = new([Counter, -Counter - 1], []);
        Assert.True(new Certificate([(Fact(Counter), Rational.One), (Fact(-Counter - 1), Rational.One)]).Refutes(facts));
    }

    [Fact]
    public void FractionsAreAddedUpExactly()
    {
        Facts facts = new([Counter * 3, (-Counter * 2) - 1], []);
        var third = Rational.One / Rational.Of((BigInteger)3);
        var half = Rational.One / Rational.Of((BigInteger)2);
        Assert.True(new Certificate([(Fact(Counter * 3), third), (Fact((-Counter * 2) - 1), half)]).Refutes(facts));
        Assert.False(new Certificate([(Fact(Counter * 3), third), (Fact((-Counter * 2) - 1), third)]).Refutes(facts));
    }

    [Fact]
    public void WhatIsNoFactIsNotBelieved() =>
        Assert.Null(new Certificate([(Fact(Counter), Rational.One), (Fact(-Counter - 1), Rational.One)]).SumUnder(new([Counter], [])));

    [Fact]
    public void AFactorThatIsNoFactIsNotBelieved() =>
        Assert.Null(new Certificate([(Fact(Counter, Size), Rational.One)]).SumUnder(new([Counter], [])));

    [Fact]
    public void NothingThatIsNotNegativeIsTakenAway() =>
        Assert.Null(new Certificate([(Fact(Counter), -Rational.One)]).SumUnder(new([Counter], [])));

    [Fact]
    public void AMultipleOfZeroMayBeTakenAway()
    {
        var certificate = new Certificate([(new Consequence.Multiple(Size - (Counter * 2), Counter), -Rational.One)]);
        Assert.Equal((Counter * Counter * 2) - (Counter * Size), certificate.SumUnder(new([], [Size - (Counter * 2)]))!.Value.Sum);
        Assert.Null(certificate.SumUnder(new([Size - (Counter * 2)], [])));
    }

    [Fact]
    public void WhatIsNotNegativeRefutesNothing() =>
        Assert.False(new Certificate([(Fact(Counter), Rational.One)]).Refutes(new([Counter], [])));
}
