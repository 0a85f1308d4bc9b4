namespace HpcVerify.Verifier.Parametric.Extracting;

/// <summary>What it means to be a quotient, without division.</summary>
internal static class Quotients
{
    /// <summary>The greatest integer not above <paramref name="value"/> over <paramref name="divisor"/>, which is positive.</summary>
    public static Formula Floor(IntegerPolynomial quotient, IntegerPolynomial value, IntegerPolynomial divisor) =>
        Formula.And(Formula.AtLeast(value, divisor * quotient), Formula.Less(value, (divisor * quotient) + divisor));

    /// <summary>Rounded towards zero. A divisor of zero is undefined, and a negative one is left open.</summary>
    public static Formula TowardsZero(IntegerPolynomial quotient, IntegerPolynomial value, IntegerPolynomial divisor)
    {
        var sign = Signs.Of(divisor);
        var isPositive = Formula.AtLeast(divisor, IntegerPolynomial.One);
        var isNegative = Formula.Less(value, IntegerPolynomial.Zero);
        var forPositive = Formula.Or(
            Formula.And(isNegative.Negated(), Floor(quotient, value, divisor)),
            Formula.And(isNegative, Floor(-quotient, -value, divisor)));
        return sign is 1 ? forPositive : Formula.Or(
            Formula.And(isPositive, forPositive),
            Formula.And(Formula.Less(divisor, IntegerPolynomial.Zero), new Formula.Unknown("a quotient by a negative number")));
    }
}
