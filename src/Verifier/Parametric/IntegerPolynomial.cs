using System.Collections.Immutable;
using System.Numerics;
using System.Text;

namespace HpcVerify.Verifier.Parametric;

/// <summary>
/// A polynomial with integer coefficients over dimensions: an index, a bound or a size. Linear ones are what isl speaks of;
/// <c>i*N + j</c> is kept as it is, because taking it apart needs a proof (SOUNDNESS 13).
/// </summary>
public sealed class IntegerPolynomial : IEquatable<IntegerPolynomial>
{
    public static readonly IntegerPolynomial Zero = new([]);
    public static readonly IntegerPolynomial One = Of(BigInteger.One);

    /// <summary>In the order of products, of which no two are the same; no coefficient is zero.</summary>
    private readonly ImmutableArray<KeyValuePair<Product, BigInteger>> _terms;

    private int? _hash;

    private IntegerPolynomial(ImmutableArray<KeyValuePair<Product, BigInteger>> terms) => _terms = terms;

    private static IntegerPolynomial Sorted(IEnumerable<KeyValuePair<Product, BigInteger>> terms) =>
        new([.. terms.Where(term => !term.Value.IsZero).OrderBy(term => term.Key, Product.Order)]);

    public static IntegerPolynomial Of(BigInteger number) => number.IsZero ? Zero : new([new(Product.Empty, number)]);

    public static IntegerPolynomial Of(Dimension dimension) => new([new(new Product([dimension]), BigInteger.One)]);

    public ImmutableArray<KeyValuePair<Product, BigInteger>> Terms => _terms;

    /// <summary>Its value when it has no dimensions; null otherwise.</summary>
    public BigInteger? Constant => _terms.IsEmpty ? BigInteger.Zero
        : _terms is [{ Key.Factors.IsEmpty: true, Value: var number }] ? number
        : null;

    public BigInteger ConstantTerm => _terms is [{ Key.Factors.IsEmpty: true, Value: var number }, ..] ? number : BigInteger.Zero;

    /// <summary>The greatest factor that all coefficients but the constant have in common; it has dimensions.</summary>
    public BigInteger Content => _terms.Where(term => !term.Key.Factors.IsEmpty).Aggregate(BigInteger.Zero, (factor, term) => BigInteger.GreatestCommonDivisor(factor, term.Value));

    /// <summary>Whether no term multiplies dimensions.</summary>
    public bool IsLinear => _terms is [] or [.., { Key.Factors.Length: <= 1 }];

    public IEnumerable<Dimension> Dimensions => _terms.SelectMany(term => term.Key.Factors).Distinct();

    public bool Mentions(Dimension dimension) => _terms.Any(term => term.Key.Factors.Contains(dimension));

    /// <summary>What a dimension is multiplied by; null where it occurs squared.</summary>
    public IntegerPolynomial? CoefficientOf(Dimension dimension)
    {
        var with = _terms.Where(term => term.Key.Factors.Contains(dimension)).ToList();
        return with.Exists(term => term.Key.Factors.Count(dimension.Equals) > 1)
            ? null
            : Sorted(with.Select(term => KeyValuePair.Create(new Product(term.Key.Factors.Remove(dimension)), term.Value)));
    }

    /// <summary>A polynomial over a dimension: the terms with it, less one factor of it, and the others.</summary>
    public (IntegerPolynomial Quotient, IntegerPolynomial Remainder) DividedBy(Dimension divisor)
    {
        var parts = _terms.ToLookup(term => term.Key.Factors.Contains(divisor));
        return (Sorted(parts[true].Select(term => KeyValuePair.Create(new Product(term.Key.Factors.Remove(divisor)), term.Value))), new([.. parts[false]]));
    }

    public static IntegerPolynomial operator +(IntegerPolynomial left, IntegerPolynomial right)
    {
        var (first, second) = (left._terms, right._terms);
        var terms = ImmutableArray.CreateBuilder<KeyValuePair<Product, BigInteger>>(first.Length + second.Length);
        var (next, other) = (0, 0);
        while (next < first.Length && other < second.Length)
        {
            var order = Product.Order.Compare(first[next].Key, second[other].Key);
            if (order != 0)
            {
                terms.Add(order < 0 ? first[next++] : second[other++]);
                continue;
            }

            var sum = first[next++].Value + second[other].Value;
            if (!sum.IsZero)
            {
                terms.Add(new(second[other].Key, sum));
            }

            other++;
        }

        terms.AddRange(first.AsSpan()[next..]);
        terms.AddRange(second.AsSpan()[other..]);
        return new(terms.DrainToImmutable());
    }

    public static IntegerPolynomial operator -(IntegerPolynomial value) =>
        new([.. value._terms.Select(term => KeyValuePair.Create(term.Key, -term.Value))]);

    public static IntegerPolynomial operator -(IntegerPolynomial left, IntegerPolynomial right) => left + -right;

    public static IntegerPolynomial operator *(IntegerPolynomial left, IntegerPolynomial right)
    {
        var terms = new Dictionary<Product, BigInteger>();
        foreach (var (first, a) in left._terms)
        {
            foreach (var (second, b) in right._terms)
            {
                var product = new Product([.. first.Factors.AddRange(second.Factors).OrderBy(dimension => dimension.Number)]);
                terms[product] = terms.GetValueOrDefault(product) + (a * b);
            }
        }

        return Sorted(terms);
    }

    public static IntegerPolynomial operator +(IntegerPolynomial left, long right) => left + Of(right);

    public static IntegerPolynomial operator -(IntegerPolynomial left, long right) => left - Of(right);

    public static IntegerPolynomial operator *(IntegerPolynomial left, long right) => left * Of(right);

    /// <summary>The polynomial over a number that divides every coefficient; null where one leaves a remainder.</summary>
    public IntegerPolynomial? Over(BigInteger divisor) => divisor.IsOne ? this
        : _terms.All(term => (term.Value % divisor).IsZero) ? new([.. _terms.Select(term => KeyValuePair.Create(term.Key, term.Value / divisor))])
        : null;

    public IntegerPolynomial With(Dimension dimension, IntegerPolynomial value)
    {
        if (!Mentions(dimension))
        {
            return this;
        }

        var sum = Zero;
        foreach (var (product, coefficient) in _terms)
        {
            var term = Of(coefficient);
            foreach (var factor in product.Factors)
            {
                term *= factor == dimension ? value : Of(factor);
            }

            sum += term;
        }

        return sum;
    }

    /// <summary>The same about other dimensions.</summary>
    public IntegerPolynomial Renamed(Func<Dimension, Dimension> name) => _terms.Aggregate(
        Zero,
        (sum, term) => sum + term.Key.Factors.Aggregate(Of(term.Value), (product, factor) => product * Of(name(factor))));

    public BigInteger At(Func<Dimension, BigInteger> point) => _terms.Aggregate(
        BigInteger.Zero,
        (sum, term) => sum + term.Key.Factors.Aggregate(term.Value, (product, dimension) => product * point(dimension)));

    public bool Equals(IntegerPolynomial? other) => other is not null && (ReferenceEquals(this, other) || (GetHashCode() == other.GetHashCode() && _terms.Length == other._terms.Length && _terms.Zip(other._terms).All(pair => pair.First.Value == pair.Second.Value && pair.First.Key.Equals(pair.Second.Key))));

    public override bool Equals(object? obj) => Equals(obj as IntegerPolynomial);

    public override int GetHashCode() => _hash ??= _terms.Aggregate(0, (hash, term) => HashCode.Combine(hash, term.Key, term.Value));

    /// <summary>The polynomial as C spells it, terms with dimensions first.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (product, coefficient) in _terms.Reverse())
        {
            text.Append(text.Length > 0 ? coefficient.Sign < 0 ? " - " : " + " : coefficient.Sign < 0 ? "-" : "");
            var size = BigInteger.Abs(coefficient);
            text.Append(product.Factors.IsEmpty ? size.ToString() : size.IsOne ? product.ToString() : $"{size}*{product}");
        }

        return text.Length > 0 ? text.ToString() : "0";
    }
}
