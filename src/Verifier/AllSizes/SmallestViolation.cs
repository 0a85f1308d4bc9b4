using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Parser.Contracts;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Polyhedral;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>
/// Sizes that the contract allows and at which an obligation is surely broken, the smallest first: by isl where all is
/// linear, and otherwise by trying sizes, which leaves less to be multiplied.
/// </summary>
internal sealed class SmallestViolation(VerificationRequest request, ContractFacts facts, AllSizesOptions options)
{
    private static readonly ImmutableArray<int> Caps = [1, 2, 3, 4, 8, 16, 32, 64, 128, 256, 1024, 4096];

    public IEnumerable<Sizes> Of(Formula known, IReadOnlyCollection<Obligation> broken)
    {
        var linear = broken.Where(obligation => obligation.Linear is not null && obligation.Domain.IsLinear).ToList();
        return FromSets(known, linear).Concat(broken.Count > linear.Count ? Tried(broken) : []).Where(request.Task.Allows).DistinctBy(request.Task.Describe);
    }

    private IEnumerable<Sizes> FromSets(Formula known, List<Obligation> broken)
    {
        foreach (var least in broken.Count > 0 ? [1L, long.MinValue] : Array.Empty<long>())
        {
            foreach (var cap in Caps)
            {
                if (First(known, broken, least, cap) is { } sizes)
                {
                    yield return sizes;
                }
            }
        }
    }

    private Sizes? First(Formula known, List<Obligation> broken, long least, int cap)
    {
        var limits = Formula.And(facts.SizeDimensions.Select(size => Formula.And(
            Formula.AtLeast(IntegerPolynomial.Of(cap), IntegerPolynomial.Of(size)),
            least > 0 ? Formula.AtLeast(IntegerPolynomial.Of(size), IntegerPolynomial.Of(least)) : Formula.True)));
        using var context = new IslContext(options.ConditionOperations);
        return broken
            .Select(obligation => context.Set(IslText.SetOf(Formula.And(known.LinearPart, limits, obligation.Domain, obligation.Linear!.Certain), [], facts.SizeDimensions)!))
            .Aggregate(context.Set($"{{ [{string.Join(", ", facts.SizeDimensions.Select(IslText.NameOf))}] : false }}"), (all, set) => all.Union(set))
            .LexMin().Sample() is { } point ? SizesOf(point.Coordinates) : null;
    }

    private IEnumerable<Sizes> Tried(IReadOnlyCollection<Obligation> broken)
    {
        var plan = SizePlan.For(request.Task, request.Kernel.Module, SizePlanOptions.Default with { Edge = 4, MaximumCube = 130 }).Sizes.Select(planned => planned.Sizes);
        return plan.Take(Math.Max(1, options.MostPoints / broken.Count)).Where(sizes => broken.Any(obligation => IsBrokenAt(obligation, sizes)));
    }

    private bool IsBrokenAt(Obligation obligation, Sizes sizes)
    {
        var values = facts.SizeDimensions.Zip(request.Task.SizeNames, (dimension, name) => (dimension, Number: IntegerPolynomial.Of(sizes[name]!.Value))).ToList();
        var question = Formula.And(obligation.Domain, obligation.Violation);
        var there = values.Aggregate(question, (formula, value) => formula.With(value.dimension, value.Number));
        using var context = new IslContext(options.PolyhedralOperations);
        return !there.IsFalse && IslText.SetOf(there, [], []) is { } text && context.Set(text).IsEmpty() == IslAnswer.No;
    }

    private Sizes SizesOf(ImmutableArray<BigInteger> numbers) => Sizes.Of(request.Task.SizeNames.Zip(numbers, (name, number) => KeyValuePair.Create(name, (long)number)));
}
