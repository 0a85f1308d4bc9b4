using System.Globalization;
using System.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Reals;

/// <summary>One atom of a monomial and how often it occurs. Atoms are numbered by <see cref="MonomialTable.AtomOf"/>.</summary>
internal readonly record struct Factor(int Atom, int Power);

/// <summary>What is to be known of the atoms in a monomial.</summary>
[Flags]
internal enum AtomTraits : byte
{
    None = 0,

    /// <summary>The value depends on whether product-sums are fused.</summary>
    Fusible = 1,

    /// <summary>The value may be infinite or no number although all inputs are finite.</summary>
    MayBeInfinite = 2,
}

/// <summary>Products of powers of atoms, each kept once; the number 0 is the empty product.</summary>
internal sealed class MonomialTable
{
    public const int One = 0;

    private readonly List<Factor[]> _factors = [[]];
    private readonly List<AtomTraits> _traits = [AtomTraits.None];
    private readonly List<int> _degrees = [0];
    private readonly Dictionary<Factor[], int> _numbers = new(new SameFactors()) { [[]] = One };
    private readonly Dictionary<int, int> _atoms = [];
    private readonly Dictionary<long, int> _products = [];

    /// <summary>The value of a term, or one divided by it, as an atom.</summary>
    public static int AtomOf(Term term, bool isReciprocal) => (2 * term.Id) + (isReciprocal ? 1 : 0);

    public static Term TermOf(int atom) => new(atom / 2);

    public static bool IsReciprocal(int atom) => atom % 2 != 0;

    public ReadOnlySpan<Factor> FactorsOf(int monomial) => _factors[monomial];

    public AtomTraits TraitsOf(int monomial) => _traits[monomial];

    public int DegreeOf(int monomial) => _degrees[monomial];

    public int Atom(int atom, AtomTraits traits)
    {
        if (!_atoms.TryGetValue(atom, out var monomial))
        {
            monomial = Intern([new(atom, 1)], traits);
            _atoms.Add(atom, monomial);
        }

        return monomial;
    }

    public int Product(int first, int second)
    {
        if (first == One || second == One)
        {
            return first == One ? second : first;
        }

        var key = ((long)Math.Min(first, second) << 32) | (uint)Math.Max(first, second);
        if (!_products.TryGetValue(key, out var product))
        {
            product = Intern(Merged(_factors[first], _factors[second]), _traits[first] | _traits[second]);
            _products.Add(key, product);
        }

        return product;
    }

    /// <summary>The same product without one of its atoms.</summary>
    public int Without(int monomial, int atom) => Intern(Array.FindAll(_factors[monomial], factor => factor.Atom != atom), _traits[monomial]);

    public string Print(TermStore store, int monomial)
    {
        var text = new StringBuilder();
        foreach (var factor in _factors[monomial])
        {
            text.Append(text.Length == 0 ? "" : " * ").Append(Name(store, factor.Atom));
            text.Append(CultureInfo.InvariantCulture, $"{(factor.Power == 1 ? "" : $"^{factor.Power}")}");
        }

        return text.Length == 0 ? "1" : text.ToString();
    }

    private static string Name(TermStore store, int atom)
    {
        var term = TermOf(atom);
        var name = store.OperatorOf(term) switch
        {
            Operator.Input => store.NameOf(term),
            Operator.LibraryCall => string.Create(CultureInfo.InvariantCulture, $"{store.FunctionOf(term)}#{term.Id}"),
            var operation => string.Create(CultureInfo.InvariantCulture, $"{operation}#{term.Id}"),
        };
        return IsReciprocal(atom) ? $"(1 / {name})" : name;
    }

    private static Factor[] Merged(Factor[] first, Factor[] second)
    {
        var merged = new Factor[first.Length + second.Length];
        var (i, j, count) = (0, 0, 0);
        while (i < first.Length || j < second.Length)
        {
            merged[count++] = j == second.Length || (i < first.Length && first[i].Atom < second[j].Atom) ? first[i++]
                : i == first.Length || second[j].Atom < first[i].Atom ? second[j++]
                : new(first[i].Atom, first[i++].Power + second[j++].Power);
        }

        return count == merged.Length ? merged : merged[..count];
    }

    private int Intern(Factor[] factors, AtomTraits traits)
    {
        if (!_numbers.TryGetValue(factors, out var number))
        {
            number = _factors.Count;
            _numbers.Add(factors, number);
            _factors.Add(factors);
            _traits.Add(traits);
            _degrees.Add(DegreeOf(factors));
        }

        return number;
    }

    private static int DegreeOf(Factor[] factors)
    {
        var degree = 0;
        foreach (var factor in factors)
        {
            degree += factor.Power;
        }

        return degree;
    }

    private sealed class SameFactors : IEqualityComparer<Factor[]>
    {
        public bool Equals(Factor[]? x, Factor[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(Factor[] factors)
        {
            var hash = new HashCode();
            foreach (var factor in factors)
            {
                hash.Add(factor.Atom);
                hash.Add(factor.Power);
            }

            return hash.ToHashCode();
        }
    }
}
