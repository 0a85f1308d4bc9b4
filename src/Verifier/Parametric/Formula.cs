using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;

namespace HpcVerify.Verifier.Parametric;

/// <summary>How a polynomial compares with zero.</summary>
public enum Relation
{
    NonNegative,
    Zero,
    NonZero,
}

/// <summary>
/// A condition on dimensions. <see cref="Unknown"/> stands for a part that is not understood and counts as true, which makes
/// the whole an over-approximation, because negation never leaves the comparisons.
/// </summary>
public abstract record Formula
{
    private Formula() { }

    public static readonly Formula True = new All([]);
    public static readonly Formula False = new Any([]);

    public sealed record Comparison(IntegerPolynomial Value, Relation Relation) : Formula;

    public sealed record All(ImmutableArray<Formula> Parts) : Formula
    {
        public bool Equals(All? other) => other is not null && Parts.SequenceEqual(other.Parts);

        public override int GetHashCode() => Parts.Aggregate(1, HashCode.Combine);
    }

    public sealed record Any(ImmutableArray<Formula> Parts) : Formula
    {
        public bool Equals(Any? other) => other is not null && Parts.SequenceEqual(other.Parts);

        public override int GetHashCode() => Parts.Aggregate(2, HashCode.Combine);
    }

    /// <summary>A condition that is not understood.</summary>
    public sealed record Unknown(string Reason) : Formula;

    public bool IsTrue => this is All { Parts: [] };

    public bool IsFalse => this is Any { Parts: [] };

    /// <summary>Whether it says no more and no less than what is meant.</summary>
    public bool IsExact => Leaves.All(leaf => leaf is not Unknown);

    /// <summary>The comparisons and unknown parts in it.</summary>
    public IEnumerable<Formula> Leaves => this switch
    {
        All all => all.Parts.SelectMany(part => part.Leaves),
        Any any => any.Parts.SelectMany(part => part.Leaves),
        _ => [this],
    };

    /// <summary>The parts all of which must hold.</summary>
    public ImmutableArray<Formula> Conjuncts => this is All all ? all.Parts : [this];

    /// <summary>Whether nothing in it is multiplied.</summary>
    public bool IsLinear => Leaves.All(leaf => leaf is not Comparison { Value.IsLinear: false });

    /// <summary>What holds wherever this does, and multiplies nothing: parts that do count as true.</summary>
    public Formula LinearPart => this switch
    {
        Comparison { Value.IsLinear: false } => True,
        All all when !IsLinear => And(all.Parts.Select(part => part.LinearPart)),
        Any any when !IsLinear => Or(any.Parts.Select(part => part.LinearPart)),
        _ => this,
    };

    public IEnumerable<Dimension> Dimensions => Leaves.OfType<Comparison>().SelectMany(leaf => leaf.Value.Dimensions).Distinct();

    public static Formula AtLeast(IntegerPolynomial left, IntegerPolynomial right) => Of(left - right, Relation.NonNegative);

    public static Formula Less(IntegerPolynomial left, IntegerPolynomial right) => Of(right - left - 1, Relation.NonNegative);

    public static Formula Equal(IntegerPolynomial left, IntegerPolynomial right) => Of(left - right, Relation.Zero);

    /// <summary>The comparison in its simplest form: without a factor that all its dimensions have in common.</summary>
    public static Formula Of(IntegerPolynomial value, Relation relation)
    {
        if (value.Constant is { } number)
        {
            return Holds(number, relation) ? True : False;
        }

        var factor = value.Content;
        var rest = value.ConstantTerm - (FloorDivision.Of(value.ConstantTerm, factor) * factor);
        return rest.IsZero || relation == Relation.NonNegative ? new Comparison((value - IntegerPolynomial.Of(rest)).Over(factor)!, relation)
            : relation == Relation.Zero ? False
            : True;
    }

    public static Formula And(params IEnumerable<Formula> parts)
    {
        var flat = parts.SelectMany(part => part.Conjuncts).Distinct().ToImmutableArray();
        return flat.Any(part => part.IsFalse) || HasOpposites(flat) ? False : flat is [var only] ? only : new All(flat);
    }

    public static Formula Or(params IEnumerable<Formula> parts)
    {
        var flat = parts.SelectMany(part => part is Any any ? [.. any.Parts] : ImmutableArray.Create(part)).Distinct().ToImmutableArray();
        return flat.Any(part => part.IsTrue) || HasOpposites(flat) ? True : flat is [var only] ? only : new Any(flat);
    }

    private static bool HasOpposites(ImmutableArray<Formula> parts)
    {
        var comparisons = parts.Where(part => part is Comparison).ToHashSet();
        return comparisons.Any(part => comparisons.Contains(part.Negated()));
    }

    public Formula Negated() => this switch
    {
        Comparison { Relation: Relation.NonNegative } comparison => Of(-comparison.Value - 1, Relation.NonNegative),
        Comparison { Relation: Relation.Zero } comparison => comparison with { Relation = Relation.NonZero },
        Comparison comparison => comparison with { Relation = Relation.Zero },
        All all => Or(all.Parts.Select(part => part.Negated())),
        Any any => And(any.Parts.Select(part => part.Negated())),
        _ => this,
    };

    public Formula With(Dimension dimension, IntegerPolynomial value) => this switch
    {
        Comparison comparison => Of(comparison.Value.With(dimension, value), comparison.Relation),
        All all => And(all.Parts.Select(part => part.With(dimension, value))),
        Any any => Or(any.Parts.Select(part => part.With(dimension, value))),
        _ => this,
    };

    /// <summary>The same about other dimensions.</summary>
    public Formula Renamed(Func<Dimension, Dimension> name) => this switch
    {
        Comparison comparison => new Comparison(comparison.Value.Renamed(name), comparison.Relation),
        All all => new All([.. all.Parts.Select(part => part.Renamed(name))]),
        Any any => new Any([.. any.Parts.Select(part => part.Renamed(name))]),
        _ => this,
    };

    /// <summary>Whether a point satisfies it, unknown parts counting as satisfied.</summary>
    public bool At(Func<Dimension, BigInteger> point) => this switch
    {
        Comparison comparison => Holds(comparison.Value.At(point), comparison.Relation),
        All all => all.Parts.All(part => part.At(point)),
        Any any => any.Parts.Any(part => part.At(point)),
        Unknown => true,
        _ => throw new UnreachableException(),
    };

    /// <summary>Together with the definitions of all dimensions that it, or <paramref name="values"/>, speak of.</summary>
    public Formula WithDefinitions(params IEnumerable<IntegerPolynomial> values)
    {
        var seen = new HashSet<Dimension>();
        var pending = new Stack<Dimension>(Dimensions.Concat(values.SelectMany(value => value.Dimensions)));
        while (pending.TryPop(out var dimension))
        {
            if (seen.Add(dimension))
            {
                foreach (var other in dimension.Definition.Dimensions)
                {
                    pending.Push(other);
                }
            }
        }

        return And([this, .. seen.OrderBy(dimension => dimension.Number).Select(dimension => dimension.Definition)]);
    }

    public sealed override string ToString() => FormulaText.Of(this);

    private static bool Holds(BigInteger value, Relation relation) => relation switch
    {
        Relation.NonNegative => value.Sign >= 0,
        Relation.Zero => value.IsZero,
        _ => !value.IsZero,
    };
}
