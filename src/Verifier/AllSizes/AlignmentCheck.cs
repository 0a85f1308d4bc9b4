using System.Numerics;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Parametric.Extracting;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>Every address against what its use demands: aligned loads and stores, promises of alignment, and the natural one.</summary>
internal sealed class AlignmentCheck : SizeCheck
{
    /// <summary>No type that is accessed as a whole needs more by itself.</summary>
    private const int MostNatural = 16;

    private const int FirstNumber = 3_000_000;

    public override SizeProperty Property => SizeProperty.Alignment;

    public override SizeClaim Decide(SizeProblem problem)
    {
        var demands = problem.Extraction.Alignments.Concat(problem.Extraction.Accesses.Select(Natural)).Where(demand => demand.Bytes > 1)
            .DistinctBy(demand => (demand.Object, demand.Offset, demand.Bytes, demand.Setting.Domain)).ToList();
        var unaligned = demands.FirstOrDefault(demand => problem.Facts.AlignmentOf(demand.Object) % demand.Bytes != 0);
        if (unaligned is not null)
        {
            return new(Property, new Verdict.Unknown(FormattableString.Invariant($"'{unaligned.Object}' is only known to be at a multiple of {problem.Facts.AlignmentOf(unaligned.Object)} bytes, and {unaligned.Bytes} are needed {problem.At(unaligned.Setting.Span)}")));
        }

        var obligations = demands.Where(demand => demand.Offset.Over(demand.Bytes) is null).Select((demand, index) => Multiple(demand, index, problem)).ToList();
        return ObligationVerdict.Of(problem, Property, obligations, Violation.Misaligned, Violation.Assertion, Violation.BrokenPromise);
    }

    private static AlignmentDemand Natural(Access access) =>
        new(access.Object, access.Offset, Math.Min(MostNatural, access.Width & -access.Width), access.Setting);

    /// <summary>
    /// What is left of the offset after the multiples that the contract and the text know of must leave no remainder:
    /// <c>r = rest - bytes*q</c> with <c>0 &lt;= r &lt; bytes</c> must not be positive.
    /// </summary>
    private static Obligation Multiple(AlignmentDemand demand, int index, SizeProblem problem)
    {
        var bytes = IntegerPolynomial.Of(demand.Bytes);
        var rest = Reduced(Substituted(demand.Offset, problem.Known), demand.Bytes);
        var quotient = new Dimension(FirstNumber + index, "quotient", DimensionKind.Defined, null, demand.Setting.Span);
        quotient.Definition = Quotients.Floor(IntegerPolynomial.Of(quotient), rest, bytes);
        return Obligation.At(
            demand.Setting, problem.Facts, $"address in '{demand.Object}' may be no multiple of {demand.Bytes}", mayBeExact: true, (bytes * IntegerPolynomial.Of(quotient)) - rest);
    }

    /// <summary>With <c>64*q</c> in place of a size that the contract makes one.</summary>
    private static IntegerPolynomial Substituted(IntegerPolynomial offset, Formula known)
    {
        foreach (var equality in known.Conjuncts.OfType<Formula.Comparison>().Where(part => part.Relation == Relation.Zero && part.Value.IsLinear))
        {
            if (equality.Value.Dimensions.FirstOrDefault(dimension => dimension.Kind == DimensionKind.Parameter && BigInteger.Abs(equality.Value.CoefficientOf(dimension)!.ConstantTerm).IsOne) is { } size && offset.Mentions(size))
            {
                var sign = equality.Value.CoefficientOf(size)!;
                offset = offset.With(size, IntegerPolynomial.Of(size) - (sign * equality.Value));
            }
        }

        return offset;
    }

    private static IntegerPolynomial Reduced(IntegerPolynomial offset, BigInteger bytes) => offset.Terms.Aggregate(
        IntegerPolynomial.Zero,
        (sum, term) => sum + term.Key.Factors.Aggregate(IntegerPolynomial.Of(term.Value % bytes), (product, factor) => product * IntegerPolynomial.Of(factor)));
}
