using System.Numerics;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>The number of bytes of every allocation, and of elements of every variable-length array, which must be positive.</summary>
internal sealed class AllocationCheck : SizeCheck
{
    public override SizeProperty Property => SizeProperty.Allocation;

    public override SizeClaim Decide(SizeProblem problem) => ObligationVerdict.Of(
        problem, Property, [.. problem.Extraction.Sizes.Select(demand => Allowed(demand, problem.Facts))], Violation.OutOfBounds);

    /// <summary>No object is larger than a difference of pointers can say (C17 6.5.6p9).</summary>
    private static Obligation Allowed(SizeDemand demand, ContractFacts facts) => Obligation.At(
        demand.Setting, facts, $"'{demand.Value}' may be no size of an object", mayBeExact: true, demand.Value - demand.Least, IntegerPolynomial.Of((BigInteger)long.MaxValue) - demand.Value);
}
