using System.Collections.Immutable;

namespace HpcVerify.Verifier.Reals;

/// <summary>
/// What real arithmetic says about two floating terms. A bound in units is a multiple of the unit roundoff u of the
/// reference's sort: <c>|actual - expected| &lt;= bound * u * S</c>, where S is the expected computation with every
/// constant and operand replaced by its absolute value and every difference by a sum. It counts the roundings of both
/// sides, and holds however product-sums outside of opaque terms are fused. Its scope is finite values without overflow or
/// underflow (SOUNDNESS 8).
/// </summary>
public abstract record RealComparison
{
    private RealComparison() { }

    /// <summary>The same polynomial, and the bound is within the tolerance.</summary>
    /// <param name="WorstCount">The most roundings on a path through either side, in units.</param>
    public sealed record Equal(double BoundInUnits, double WorstCount) : RealComparison;

    /// <summary>The bound is within the tolerance, subject to <paramref name="Qualifications"/>, of which there is one at least.</summary>
    public sealed record QualifiedEqual(double BoundInUnits, double WorstCount, Qualifications Qualifications) : RealComparison;

    /// <summary>The same polynomial, but the bound exceeds the tolerance: neither proved nor refuted.</summary>
    public sealed record TooInaccurate(double BoundInUnits, double Tolerance) : RealComparison;

    /// <summary>
    /// Other polynomials, and a point where both the exact and the computed values are further apart than the tolerance.
    /// The point gives every input a small integer by its name: a number's value, or a bit-vector's low bits.
    /// </summary>
    public sealed record Different(
        string Monomial, Rational Expected, Rational Actual, ImmutableSortedDictionary<string, int> Witness) : RealComparison;

    /// <summary>Nothing is known.</summary>
    public sealed record Unknown(string Reason) : RealComparison;
}

/// <summary>What else must be so, or is not quite so, where two terms are called equal.</summary>
[Flags]
public enum Qualifications
{
    None = 0,

    /// <summary>
    /// A term both sides share without looking into it (a condition, a divisor, the operand of a root) has a product-sum in
    /// it. The bound holds if the compiler fuses those of both sides alike, as it does without contraction (SOUNDNESS 6).
    /// </summary>
    OpaqueTermsFusedAlike = 1,

    /// <summary>Coefficients differ, as for <c>x / 3</c> and <c>x * (1.0 / 3)</c>; the bound includes the difference.</summary>
    CoefficientsDiffer = 2,
}
