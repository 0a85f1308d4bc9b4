namespace HpcVerify.Detectors.Techniques.Nests;

/// <summary>
/// A sum of products of atoms with integer factors: <c>3*i*n + j + 1</c>. An atom is whatever arithmetic does not look
/// into, known by its number; a product is written as a string of those numbers in order, the empty one being 1.
/// </summary>
public sealed class Polynomial : IEquatable<Polynomial>
{
    private static readonly Comparison<(string Product, long Factor)> ByProduct = (left, right) => string.CompareOrdinal(left.Product, right.Product);

    /// <summary>In the order of their products, without factors of zero.</summary>
    private readonly (string Product, long Factor)[] _terms;

    private Polynomial((string Product, long Factor)[] terms) => _terms = terms;

    public static Polynomial Zero { get; } = new([]);

    public static Polynomial Number(long number) => number == 0 ? Zero : new([("", number)]);

    public static Polynomial Atom(int number) => new([(((char)number).ToString(), 1)]);

    /// <summary>The number of products in the sum.</summary>
    public int Count => _terms.Length;

    public bool IsZero => _terms.Length == 0;

    /// <summary>Its value when no atom is in it.</summary>
    public long? Constant => _terms switch
    {
        [] => 0,
        [("", var number)] => number,
        _ => null,
    };

    /// <summary>The number that is added to the products.</summary>
    public long ConstantTerm => FactorAt("");

    /// <summary>The products without their constant, each with the atoms in it and its factor.</summary>
    public IEnumerable<(IReadOnlyList<int> Atoms, long Factor)> Products =>
        _terms.Where(term => term.Product.Length > 0).Select(term => ((IReadOnlyList<int>)[.. term.Product.Select(atom => (int)atom)], term.Factor));

    public IEnumerable<int> Atoms => _terms.SelectMany(term => term.Product).Select(atom => (int)atom).Distinct();

    public bool Contains(int atom) => Array.Exists(_terms, term => term.Product.Contains((char)atom));

    public static Polynomial operator +(Polynomial left, Polynomial right) =>
        left.IsZero ? right : right.IsZero ? left : Collected([.. left._terms, .. right._terms]);

    public static Polynomial operator -(Polynomial left, Polynomial right) => left + (right * Number(-1));

    public static Polynomial operator *(Polynomial left, Polynomial right) => Collected(
    [
        .. from one in left._terms
           from other in right._terms
           select (Product(one.Product, other.Product), unchecked(one.Factor * other.Factor)),
    ]);

    /// <summary>What an atom is multiplied with; null when it occurs squared.</summary>
    public Polynomial? FactorOf(int atom)
    {
        var terms = Array.FindAll(_terms, term => term.Product.Contains((char)atom));
        return Array.Exists(terms, term => term.Product.Count(other => other == atom) > 1)
            ? null
            : Collected([.. terms.Select(term => (term.Product.Remove(term.Product.IndexOf((char)atom), 1), term.Factor))]);
    }

    /// <summary>This with a value in place of an atom; null when the atom occurs squared.</summary>
    public Polynomial? With(int atom, Polynomial value) =>
        FactorOf(atom) is { } factor ? this - (factor * Atom(atom)) + (factor * value) : null;

    /// <summary>The number of times the divisor goes into this without a rest; null when it does not.</summary>
    public long? DividedBy(Polynomial divisor)
    {
        if (divisor.IsZero)
        {
            return null;
        }

        var (product, factor) = divisor._terms[0];
        var times = FactorAt(product) / factor;
        return (divisor * Number(times)).Equals(this) ? times : null;
    }

    public bool IsMultipleOf(long number) => Array.TrueForAll(_terms, term => term.Factor % number == 0);

    /// <summary>How often a divisor of one product is in this, whatever the rest is.</summary>
    public long TimesOf(Polynomial divisor) => divisor._terms is [var (product, factor)] ? FactorAt(product) / factor : 0;

    public bool Equals(Polynomial? other) => other is not null && _terms.AsSpan().SequenceEqual(other._terms);

    public override bool Equals(object? obj) => Equals(obj as Polynomial);

    public override int GetHashCode() =>
        _terms.Aggregate(0, (hash, term) => HashCode.Combine(hash, string.GetHashCode(term.Product, StringComparison.Ordinal), term.Factor));

    private long FactorAt(string product) => Array.Find(_terms, term => term.Product == product).Factor;

    private static string Product(string left, string right) =>
        left.Length == 0 ? right : right.Length == 0 ? left : string.Concat((left + right).Order());

    private static Polynomial Collected((string Product, long Factor)[] terms)
    {
        Array.Sort(terms, ByProduct);
        var count = 0;
        foreach (var term in terms)
        {
            if (count > 0 && terms[count - 1].Product == term.Product)
            {
                terms[count - 1].Factor = unchecked(terms[count - 1].Factor + term.Factor);
            }
            else if (count > 0 && terms[count - 1].Factor == 0)
            {
                terms[count - 1] = term;
            }
            else
            {
                terms[count++] = term;
            }
        }

        count -= count > 0 && terms[count - 1].Factor == 0 ? 1 : 0;
        return count == 0 ? Zero : new(terms[..count]);
    }
}
