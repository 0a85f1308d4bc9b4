using System.Collections.Immutable;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>Numbers that must not be negative whenever control is at a place.</summary>
/// <param name="What">What it means if one is, in words that follow "at sizes …".</param>
/// <param name="Domain">When control is there, with the definitions of all that the numbers speak of.</param>
/// <param name="IsExact">Whether every point of the domain really happens, so that a negative number there refutes.</param>
internal sealed record Obligation(string What, Formula Domain, ImmutableArray<IntegerPolynomial> NonNegative, bool IsExact, TextSpan Span)
{
    public Formula Violation => Formula.Or(NonNegative.Select(number => Formula.Less(number, IntegerPolynomial.Zero)));

    /// <summary>Whether nothing in it is multiplied, so that isl answers for all of it.</summary>
    public bool IsLinear => NonNegative.All(number => number.IsLinear) && Domain.Leaves.All(leaf => leaf is not Formula.Comparison { Value.IsLinear: false });

    /// <summary>Whether the numbers are those that memory held, or that are not understood.</summary>
    public bool IsAboutContents => NonNegative.Any(number => number.Dimensions.Any(dimension => dimension.Kind == DimensionKind.Free));

    /// <summary>The violation in linear terms, where it can be said so; null where it is not linear.</summary>
    public LinearViolation? Linear { get; init; }

    /// <summary>An obligation about a place in the kernel.</summary>
    public static Obligation At(Setting setting, ContractFacts facts, string what, bool mayBeExact, params ImmutableArray<IntegerPolynomial> nonNegative)
    {
        var plain = setting.Domain.WithDefinitions(nonNegative);
        var domain = Formula.And(plain, facts.Contents(plain.Dimensions.Concat(nonNegative.SelectMany(number => number.Dimensions)).Distinct()));
        var isExact = mayBeExact && domain.IsExact && domain.Dimensions.Concat(nonNegative.SelectMany(number => number.Dimensions)).All(dimension => dimension.Kind != DimensionKind.Free);
        var made = new Obligation(what, domain, nonNegative, isExact, setting.Span);
        return made with { Linear = nonNegative.All(number => number.IsLinear) ? new(made.Violation, made.Violation) : null };
    }
}

/// <summary>A violation in linear terms.</summary>
/// <param name="Possible">It holds wherever the property is violated, and perhaps elsewhere.</param>
/// <param name="Certain">Where it holds, the property is violated.</param>
internal sealed record LinearViolation(Formula Possible, Formula Certain);
