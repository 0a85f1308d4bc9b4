using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>Every read and write against the bytes of its object: those of the contract for the caller's buffers.</summary>
internal sealed class BoundsCheck : SizeCheck
{
    public override SizeProperty Property => SizeProperty.Bounds;

    public override SizeClaim Decide(SizeProblem problem)
    {
        var obligations = new List<Obligation>();
        foreach (var access in problem.Extraction.Accesses)
        {
            if (BytesFor(access, problem.Facts) is not { } bytes)
            {
                return new(Property, new Verdict.Unknown($"the size of '{access.Object}' is not known"));
            }

            obligations.Add(Inside(access, bytes, problem.Facts));
        }

        return ObligationVerdict.Of(problem, Property, obligations, Violation.OutOfBounds, Violation.WriteToConstant);
    }

    /// <summary>What may only be read has no bytes to write.</summary>
    private static IntegerPolynomial? BytesFor(Access access, ContractFacts facts) =>
        access.Kind == AccessKind.Write && facts.BufferOf(access.Object)?.Access == BufferAccess.Read ? IntegerPolynomial.Zero : facts.BytesOf(access.Object);

    private static Obligation Inside(Access access, IntegerPolynomial bytes, ContractFacts facts)
    {
        var word = access.Kind == AccessKind.Read ? "read of" : "write to";
        var obligation = Obligation.At(access.Setting, facts, $"{word} '{access.Object}' may be outside of it", access.IsExact, access.Offset, bytes - access.Offset - access.Length);
        // Nothing is touched by an access of no bytes, wherever that is.
        var isEmpty = access.Length.Constant is null;
        return obligation with
        {
            Domain = isEmpty ? Formula.And(obligation.Domain, Formula.AtLeast(access.Length, IntegerPolynomial.One)) : obligation.Domain,
            Linear = obligation.Linear ?? Delinearisation.Of(InElements(access.Offset), InElements(access.Length), InElements(bytes)),
        };

        IntegerPolynomial InElements(IntegerPolynomial value) => new[] { access.Offset, access.Length, bytes }.All(part => part.Over(access.Width) is not null) ? value.Over(access.Width)! : value;
    }
}
