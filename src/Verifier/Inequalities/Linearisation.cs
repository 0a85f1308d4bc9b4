using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Reals;

namespace HpcVerify.Verifier.Inequalities;

/// <summary>
/// Consequences as linear constraints, in which each product of dimensions is an unknown of its own. A constraint whose
/// unknown nothing else holds back excludes nothing, and is left out at once.
/// </summary>
internal sealed class Linearisation
{
    private readonly Func<Product, BigInteger?> _given;
    private readonly Dictionary<Product, int> _unknowns = [];
    private ImmutableArray<(Consequence Consequence, LinearConstraint Constraint)> _kept;

    /// <param name="consequences">Those that hold.</param>
    /// <param name="given">The values of products that have one.</param>
    public Linearisation(ImmutableArray<Consequence> consequences, Func<Product, BigInteger?> given)
    {
        _given = given;
        _kept = [.. consequences.Select(consequence => (consequence, ConstraintOf(consequence.Value, consequence is Consequence.Multiple)))];
    }

    /// <summary>Leaves out what excludes nothing; whether a number that is a fact is still there.</summary>
    public bool Keeps(IntegerPolynomial fact)
    {
        Reduce(null);
        return _kept.Any(item => item.Consequence is Consequence.Product product && product.Factors.Contains(fact));
    }

    /// <summary>What adds up to a negative number.</summary>
    public Certificate? Refutation()
    {
        Reduce(null);
        return new LinearSystem([.. _kept.Select(item => item.Constraint)], _unknowns.Count).Refutation() is { } multipliers ? CertificateOf(multipliers) : null;
    }

    /// <summary>What a number exceeds by the least value that it has.</summary>
    public Certificate? Minimum(IntegerPolynomial number)
    {
        var objective = ConstraintOf(number, isZero: false);
        Reduce(objective);
        return new LinearSystem([.. _kept.Select(item => item.Constraint)], _unknowns.Count).Minimum(objective) is { } multipliers ? CertificateOf(multipliers) : null;
    }

    private Certificate CertificateOf(ImmutableArray<KeyValuePair<int, Rational>> multipliers) =>
        new([.. multipliers.Select(item => (_kept[item.Key].Consequence, item.Value))]);

    private LinearConstraint ConstraintOf(IntegerPolynomial value, bool isZero)
    {
        var constant = BigInteger.Zero;
        var coefficients = ImmutableArray.CreateBuilder<KeyValuePair<int, Rational>>(value.Terms.Length);
        foreach (var (product, coefficient) in value.Terms)
        {
            if ((product.Factors.IsEmpty ? BigInteger.One : _given(product)) is { } number)
            {
                constant += coefficient * number;
                continue;
            }

            if (!_unknowns.TryGetValue(product, out var unknown))
            {
                _unknowns.Add(product, unknown = _unknowns.Count);
            }

            coefficients.Add(new(unknown, Rational.Of(coefficient)));
        }

        return new(Rational.Of(constant), coefficients.DrainToImmutable(), isZero);
    }

    /// <summary>
    /// An unknown that all constraints want great, or all small, satisfies all of them, and one that only one constraint speaks of
    /// satisfies that; so none of these excludes anything.
    /// </summary>
    private void Reduce(LinearConstraint? objective)
    {
        for (var before = -1; before != _kept.Length;)
        {
            before = _kept.Length;
            var (upwards, downwards, uses) = (new bool[_unknowns.Count], new bool[_unknowns.Count], new int[_unknowns.Count]);
            foreach (var (_, constraint) in _kept)
            {
                Note(constraint, constraint.IsZero, 1);
            }

            if (objective is not null)
            {
                // It is made small.
                Note(objective, isBoth: false, -1);
            }

            _kept = _kept.RemoveAll(item => item.Constraint.Coefficients.Any(coefficient => !upwards[coefficient.Key] || !downwards[coefficient.Key] || uses[coefficient.Key] < 2));

            void Note(LinearConstraint constraint, bool isBoth, int sign)
            {
                foreach (var (unknown, coefficient) in constraint.Coefficients)
                {
                    upwards[unknown] |= isBoth || coefficient.Numerator.Sign * sign > 0;
                    downwards[unknown] |= isBoth || coefficient.Numerator.Sign * sign < 0;
                    uses[unknown]++;
                }
            }
        }
    }
}
