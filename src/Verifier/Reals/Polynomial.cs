using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Reals;

/// <summary>
/// One monomial of a computation. The computed value is a sum over paths p of <c>c_p * m * (1 + d1)^±1 ... (1 + dk)^±1</c>:
/// the coefficient is the sum of c_p, the magnitude that of |c_p|, which stays where terms cancel, and the count the
/// greatest sum of the unit roundoffs of the factors of a path, in units of 2^-53.
/// </summary>
internal readonly record struct Entry(int Monomial, Rational Coefficient, Rational Magnitude, long Count);

/// <summary>A computation in normal form over the reals, its entries ordered by monomial. Without entries it is exactly zero.</summary>
internal sealed record Polynomial(Entry[] Entries);

/// <summary>What multiplying out a term gives.</summary>
internal abstract record Expansion
{
    private Expansion() { }

    public sealed record Expanded(Polynomial Polynomial) : Expansion;

    /// <summary>A choice is met whose <paramref name="Condition"/> is not assumed to be true or false.</summary>
    public sealed record Undecided(Term Condition) : Expansion;

    /// <summary>No polynomial, or too large a one.</summary>
    public sealed record Obstructed(string Reason) : Expansion;
}
