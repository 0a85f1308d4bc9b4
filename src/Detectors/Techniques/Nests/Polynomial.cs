using System.Collections.Immutable;

namespace HpcVerify.Detectors.Techniques.Nests;

/// <summary>
/// A sum of products of atoms with integer factors: <c>3*i*n + j + 1</c>. An atom is whatever arithmetic does not look
/// into, known by its number; a product is written as a string of those numbers in order, the empty one being 1.
/// </summary>
public sealed class Polynomial : IEquatable<Polynomial>
{
    private readonly ImmutableSortedDictionary<string, long> _terms;

    private Polynomial(ImmutableSortedDictionary<string, long> terms) => _terms = terms;

    public static Polynomial Zero { get; } = new(ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal));

    public static Polynomial Number(long number) => number == 0 ? Zero : new(Zero._terms.Add("", number));

    public static Polynomial Atom(int number) => new(Zero._terms.Add(((char)number).ToString(), 1));

    public bool IsZero => _terms.IsEmpty;

    /// <summary>Its value when no atom is in it.</summary>
    public long? Constant => _terms.Count switch
    {
        0 => 0,
        1 when _terms.TryGetValue("", out var number) => number,
        _ => null,
    };

    public IEnumerable<int> Atoms => _terms.Keys.SelectMany(product => product).Select(atom => (int)atom).Distinct();

    public bool Contains(int atom) => _terms.Keys.Any(product => product.Contains((char)atom));

    public static Polynomial operator +(Polynomial left, Polynomial right)
    {
        var terms = left._terms.ToBuilder();
        foreach (var (product, factor) in right._terms)
        {
            var sum = unchecked(terms.GetValueOrDefault(product) + factor);
            if (sum == 0)
            {
                terms.Remove(product);
            }
            else
            {
                terms[product] = sum;
            }
        }

        return new(terms.ToImmutable());
    }

    public static Polynomial operator -(Polynomial left, Polynomial right) => left + (right * Number(-1));

    public static Polynomial operator *(Polynomial left, Polynomial right)
    {
        var result = Zero;
        foreach (var (product, factor) in left._terms)
        {
            result += new Polynomial(right._terms.Select(term => KeyValuePair.Create(
                string.Concat((product + term.Key).Order()), unchecked(factor * term.Value))).ToImmutableSortedDictionary(StringComparer.Ordinal));
        }

        return result;
    }

    /// <summary>What an atom is multiplied with; null when it occurs squared.</summary>
    public Polynomial? FactorOf(int atom)
    {
        var terms = _terms.Where(term => term.Key.Contains((char)atom)).ToList();
        return terms.Any(term => term.Key.Count(other => other == atom) > 1)
            ? null
            : new(terms.Select(term => KeyValuePair.Create(term.Key.Remove(term.Key.IndexOf((char)atom), 1), term.Value))
                .ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    /// <summary>The number of times the divisor goes into this without a rest; null when it does not.</summary>
    public long? DividedBy(Polynomial divisor)
    {
        if (divisor.IsZero)
        {
            return null;
        }

        var (product, factor) = divisor._terms.First();
        var times = _terms.GetValueOrDefault(product) / factor;
        return (divisor * Number(times)).Equals(this) ? times : null;
    }

    public bool IsMultipleOf(long number) => _terms.Values.All(factor => factor % number == 0);

    /// <summary>How often a divisor of one product is in this, whatever the rest is.</summary>
    public long TimesOf(Polynomial divisor) =>
        divisor._terms.Count == 1 && divisor._terms.First() is var (product, factor) ? _terms.GetValueOrDefault(product) / factor : 0;

    public bool Equals(Polynomial? other) => other is not null && _terms.Count == other._terms.Count && _terms.SequenceEqual(other._terms);

    public override bool Equals(object? obj) => Equals(obj as Polynomial);

    public override int GetHashCode() => _terms.Aggregate(0, (hash, term) => HashCode.Combine(hash, string.GetHashCode(term.Key, StringComparison.Ordinal), term.Value));
}
