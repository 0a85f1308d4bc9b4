using System.Collections.Immutable;
using HpcVerify.Parser.Native;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>Claims about a kernel for all sizes that its contract allows, or the condition on the sizes under which they hold.</summary>
public static class AllSizesVerification
{
    /// <summary>All checks, in the order in which each rests on those before it (SOUNDNESS 14).</summary>
    private static readonly ImmutableArray<SizeCheck> Checks =
    [
        new OverflowCheck(), new AllocationCheck(), new TerminationCheck(), new BoundsCheck(), new AlignmentCheck(),
        new InitialisationCheck(), new RacesCheck(), new CoverageCheck(),
    ];

    /// <summary>Kernels may nest deeply, and so does what reads them.</summary>
    public static AllSizesReport Verify(VerificationRequest request, AllSizesOptions options, CancellationToken cancellation) =>
        BigStack.Run(() => VerifyHere(request, options, cancellation));

    private static AllSizesReport VerifyHere(VerificationRequest request, AllSizesOptions options, CancellationToken cancellation)
    {
        var extraction = AccessExtraction.Of(request.Kernel.Module, request.Kernel.Library, request.Kernel.Entry.Name)!;
        var facts = new ContractFacts(request.Task.Contract, extraction);
        var problem = new SizeProblem(request, extraction, facts, facts.Known, [.. Assumptions, .. Teams(extraction)], new(options), new(request, facts, options, cancellation), options);
        if (WhyNot(problem) is { } verdict)
        {
            return new([.. Checks.Select(check => new SizeClaim(check.Property, verdict))]);
        }

        var claims = ImmutableArray.CreateBuilder<SizeClaim>();
        foreach (var check in Checks)
        {
            cancellation.ThrowIfCancellationRequested();
            if (options.Exclusions is { } book)
            {
                book.Subject = check.Property.ToString().ToLowerInvariant();
            }

            var open = claims.FirstOrDefault(claim => claim.Verdict is not Verdict.Proved && !claim.IsAssumed);
            var claim = open is null ? check.Decide(problem) : new(check.Property, new Verdict.Unknown($"it rests on '{open.Property.ToString().ToLowerInvariant()}'"));
            claim = claim.Sizes.Length > 0 ? claim : claim with { Sizes = problem.Sizes };
            claims.Add(claim);
            problem = problem.After(claim);
        }

        return new(claims.ToImmutable());
    }

    private static readonly ImmutableArray<string> Assumptions =
        ["allocations succeed", "objects are used while they live", "what the kernel promises the compiler is true"];

    private static IEnumerable<string> Teams(Extraction extraction) => extraction.Constructs.Any(reached => reached.Enclosure is Enclosure.Parallel)
        ? [FormattableString.Invariant($"teams of at most {ContractFacts.LargestTeam} threads")]
        : [];

    /// <summary>Why nothing can be claimed; null where something can.</summary>
    private static Verdict? WhyNot(SizeProblem problem) =>
        Promises.Refused(problem.Request.Kernel.Module) is var (construct, place) ? new Verdict.Unsupported(construct, place)
        : problem.Extraction.Gaps is [var gap, ..] ? new Verdict.Unsupported(gap.Reason, gap.Span)
        : problem.Extraction.Constructs.Select(reached => reached.Enclosure).FirstOrDefault(IsForRacesOnly) is { } other ? new Verdict.Unsupported("tasks, teams and target regions in claims for all sizes", other.Span)
        : problem.Prover.IsImpossible(problem.Known) ? new Verdict.Vacuous("no sizes satisfy the contract")
        : null;

    /// <summary>Whether the extraction knows something of a construct that claims do not: in which order what is inside runs, and on whose memory.</summary>
    private static bool IsForRacesOnly(Enclosure enclosure) => enclosure is Enclosure.League or Enclosure.Distribute or Enclosure.Target or Enclosure.Task or Enclosure.TaskGroup;
}
