using System.Collections.Immutable;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Inequalities;

/// <summary>A number that is not negative, or is zero, because facts are multiplied in it.</summary>
internal abstract record Consequence
{
    private Consequence() { }

    /// <summary>A product of numbers that are not negative.</summary>
    public sealed record Product(ImmutableArray<IntegerPolynomial> Factors) : Consequence;

    /// <summary>Any multiple of what is zero.</summary>
    public sealed record Multiple(IntegerPolynomial Zero, IntegerPolynomial By) : Consequence;

    public IntegerPolynomial Value => this switch
    {
        Product product => product.Factors.Aggregate(IntegerPolynomial.One, (all, factor) => all * factor),
        Multiple multiple => multiple.Zero * multiple.By,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
