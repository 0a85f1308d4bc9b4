namespace HpcVerify.Verifier.Reals;

/// <summary>Multiplies polynomials out.</summary>
internal sealed class PolynomialProduct(MonomialTable monomials, int maximalMonomials)
{
    private const int MaximalDegree = 1 << 14;
    private const int MaximalLengthInBits = 1 << 14;

    /// <summary>Of all terms that are multiplied out few may fall together, or the work is not worth it.</summary>
    private const long WorkPerMonomial = 64;

    private readonly PolynomialSum _sum = new();

    /// <summary>The exact product of two computed values: it has the roundings of both, and none of its own.</summary>
    public Expansion Of(Polynomial first, Polynomial second)
    {
        if ((first.Entries.Length == 0 && MayBeInfinite(second)) || (second.Entries.Length == 0 && MayBeInfinite(first)))
        {
            return new Expansion.Obstructed("a product of zero with a value that may not be finite");
        }

        if ((long)first.Entries.Length * second.Entries.Length > WorkPerMonomial * maximalMonomials)
        {
            return TooLarge;
        }

        return first.Entries.Length == 1 && second.Entries.Length == 1 && IsSmall(first.Entries[0], second.Entries[0])
            ? new Expansion.Expanded(new([Product(first.Entries[0], second.Entries[0])]))
            : MultipliedOut(first, second);
    }

    public static Expansion TooLarge { get; } = new Expansion.Obstructed("multiplied out the term is too large");

    public static bool IsTooLong(Weight weight) => weight.Magnitude.LengthInBits > MaximalLengthInBits;

    private Expansion MultipliedOut(Polynomial first, Polynomial second)
    {
        _sum.Clear();
        foreach (var a in first.Entries)
        {
            foreach (var b in second.Entries)
            {
                if (!IsSmall(a, b) || _sum.Count > maximalMonomials)
                {
                    return TooLarge;
                }

                var product = Product(a, b);
                _sum.Add(product.Monomial, new(product.Coefficient, product.Magnitude, product.Count));
            }
        }

        return new Expansion.Expanded(_sum.ToPolynomial());
    }

    private Entry Product(Entry a, Entry b) => new(
        monomials.Product(a.Monomial, b.Monomial),
        a.Coefficient * b.Coefficient,
        a.Magnitude * b.Magnitude,
        RoundingCount.Sum(a.Count, b.Count));

    private bool IsSmall(Entry a, Entry b) =>
        monomials.DegreeOf(a.Monomial) + monomials.DegreeOf(b.Monomial) <= MaximalDegree
        && a.Magnitude.LengthInBits + b.Magnitude.LengthInBits <= MaximalLengthInBits;

    private bool MayBeInfinite(Polynomial polynomial)
    {
        foreach (var entry in polynomial.Entries)
        {
            if ((monomials.TraitsOf(entry.Monomial) & AtomTraits.MayBeInfinite) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
