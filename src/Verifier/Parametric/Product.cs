using System.Collections.Immutable;

namespace HpcVerify.Verifier.Parametric;

/// <summary>Dimensions multiplied with each other, in order; none is the number one.</summary>
public readonly record struct Product(ImmutableArray<Dimension> Factors)
{
    public static readonly Product Empty = new([]);

    /// <summary>Products of fewer factors come first, then those of later dimensions, so that <c>i*N + j</c> reads as written.</summary>
    public static readonly IComparer<Product> Order = Comparer<Product>.Create(Compare);

    private static int Compare(Product left, Product right)
    {
        if (left.Factors.Length != right.Factors.Length)
        {
            return left.Factors.Length.CompareTo(right.Factors.Length);
        }

        for (var index = 0; index < left.Factors.Length; index++)
        {
            if (left.Factors[index] != right.Factors[index])
            {
                return right.Factors[index].Number.CompareTo(left.Factors[index].Number);
            }
        }

        return 0;
    }

    public bool Equals(Product other) => Factors.SequenceEqual(other.Factors);

    public override int GetHashCode() => Factors.Aggregate(0, HashCode.Combine);

    public override string ToString() => string.Join('*', Factors.Reverse().Select(dimension => dimension.Name));
}
