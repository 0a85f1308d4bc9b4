namespace HpcVerify.Verifier.Reals;

/// <summary>How a term enters the sum that is being expanded, as an <see cref="Entry"/> has it.</summary>
internal readonly record struct Weight(Rational Coefficient, Rational Magnitude, long Count)
{
    public static readonly Weight One = new(Rational.One, Rational.One, 0);

    /// <summary>Under one more operation, with the sum of its roundings.</summary>
    public Weight Rounded(long count) => this with { Count = RoundingCount.Sum(Count, count) };

    public Weight Negated() => this with { Coefficient = -Coefficient };

    public Weight Times(Rational factor) =>
        this with { Coefficient = Coefficient * factor, Magnitude = Magnitude * Rational.Abs(factor) };

    /// <summary>Of a term that occurs twice.</summary>
    public Weight And(Weight other) =>
        new(Coefficient + other.Coefficient, Magnitude + other.Magnitude, Math.Max(Count, other.Count));
}

/// <summary>A polynomial in the making.</summary>
internal sealed class PolynomialSum
{
    private readonly Dictionary<int, int> _places = [];
    private Entry[] _entries = new Entry[16];

    public int Count { get; private set; }

    public void Clear()
    {
        _places.Clear();
        Count = 0;
    }

    public void Add(int monomial, Weight weight)
    {
        if (_places.TryGetValue(monomial, out var place))
        {
            var old = _entries[place];
            _entries[place] = new(
                monomial, old.Coefficient + weight.Coefficient, old.Magnitude + weight.Magnitude, Math.Max(old.Count, weight.Count));
            return;
        }

        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, 2 * Count);
        }

        _places.Add(monomial, Count);
        _entries[Count++] = new(monomial, weight.Coefficient, weight.Magnitude, weight.Count);
    }

    public void Add(Polynomial polynomial, Weight weight)
    {
        foreach (var entry in polynomial.Entries)
        {
            Add(entry.Monomial, new(
                entry.Coefficient * weight.Coefficient,
                entry.Magnitude * weight.Magnitude,
                RoundingCount.Sum(entry.Count, weight.Count)));
        }
    }

    public Polynomial ToPolynomial()
    {
        var entries = _entries[..Count];
        Array.Sort(entries, (a, b) => a.Monomial.CompareTo(b.Monomial));
        return new(entries);
    }
}
