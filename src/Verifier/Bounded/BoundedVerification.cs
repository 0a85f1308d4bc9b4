using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Native;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.Bounded;

/// <summary>
/// Runs a kernel beside its reference at every planned size over symbolic contents, and says what that shows: memory safety
/// and equality within the bound, or a counterexample, the smallest first.
/// </summary>
public static class BoundedVerification
{
    private static readonly ImmutableArray<Property> Serial =
        [Property.Termination, Property.Memory, Property.Arithmetic, Property.Promises, Property.Equivalence];

    private static readonly ImmutableArray<Property> Parallel =
        [Property.Termination, Property.Memory, Property.Arithmetic, Property.Promises, Property.Races, Property.Equivalence];

    /// <summary>Kernels may call themselves deeply, and so does what runs them.</summary>
    public static BoundedReport Verify(VerificationRequest request, BoundedOptions options, CancellationToken cancellation) =>
        BigStack.Run(() => VerifyHere(request, options with { Cancellation = cancellation }));

    private static BoundedReport VerifyHere(VerificationRequest request, BoundedOptions options)
    {
        var plan = options.Given.IsEmpty ? SizePlan.For(request.Task, request.Kernel.Module, options.Sizes) : SizePlan.Of(request.Task, options.Given);
        var findings = new Findings();
        var trials = new SizeTrials(request, options, findings);
        var overlapped = new OverlappedRuns(request, options, findings, trials);
        var cover = new BranchCover(request.Kernel.Run);
        var (looked, begun) = (0, 0);
        foreach (var planned in plan.Sizes)
        {
            if (begun >= plan.CubeCount && findings.Steps > options.TotalSteps)
            {
                break;
            }

            begun++;
            if (!GoesOnAfter(planned.Sizes))
            {
                break;
            }
        }

        overlapped.Run(plan, cover.Note);
        var late = plan.Sizes.Length - begun;
        var sizes = late > 0 && !findings.IsRefuted ? string.Create(CultureInfo.InvariantCulture, $"{plan.Describe()}, {late} of these not begun within {options.TotalSteps} loop turns") : plan.Describe();
        if (options.Given.IsEmpty && looked > 0 && !findings.IsRefuted && request.Kernel.Run.SidesNotTaken.Any())
        {
            var search = new SideSearch(request, [.. plan.Sizes.Take(begun).Select(planned => planned.Sizes)], options.SideBudget, GoesOnAfter);
            sizes += Sides(request, search, findings);
        }

        var properties = request.Kernel.HasTeams ? Parallel : Serial;
        var claims = looked == 0 && !findings.IsRefuted
            ? [.. properties.Select(property => new Claim(property, new Verdict.Vacuous("no planned size has inputs that the contract allows")))]
            : findings.Claims(property => ScopeOf(request, options, sizes, findings, overlapped, property), properties);
        return new(claims, sizes, findings.Runs, findings.Steps)
        {
            Sides = cover.Sides,
            IsBitwise = findings is { IsBitwise: true, HasOpenOrder: false } && claims.All(claim => claim.Verdict is Verdict.Proved),
        };

        bool GoesOnAfter(Sizes at)
        {
            options.Cancellation.ThrowIfCancellationRequested();
            looked += trials.RunAt(at) ? 1 : 0;
            cover.Note(at);
            return !findings.IsRefuted && !findings.IsExhausted;
        }
    }

    /// <summary>Looks for sizes that take the sides not taken so far; what is to be said of those still not taken (SOUNDNESS 17).</summary>
    private static string Sides(VerificationRequest request, SideSearch search, Findings findings)
    {
        if (!findings.IsExhausted && !findings.IsUnsupported)
        {
            search.Run();
        }

        var report = new SideReport(request, search);
        if (report.Open is { } reason && !findings.IsRefuted)
        {
            findings.LeaveOpen(Property.Equivalence, reason);
        }

        findings.Provers.UnionWith(report.Provers);
        return report.Scope;
    }

    private static ProofScope ScopeOf(VerificationRequest request, BoundedOptions options, string sizes, Findings findings, OverlappedRuns overlapped, Property property)
    {
        var theory = property != Property.Equivalence ? ""
            : findings.IsBitwise && !findings.HasOpenOrder ? "bitwise, without contraction, NaNs identified"
            : string.Create(CultureInfo.InvariantCulture, $"real arithmetic, error at most {findings.WorstBound:G3} units of the reference on absolute values, fused or not; finite values, no overflow or underflow");
        return new(sizes, theory, [.. Assumptions(request, options, findings), .. overlapped.Assumptions()]);
    }

    private static IEnumerable<string> Assumptions(VerificationRequest request, BoundedOptions options, Findings findings)
    {
        yield return "allocations succeed";
        if (request.Task.Contract.Buffers.Any(buffer => SymbolicCall.IsDrawn(request.Task.Contract, buffer)))
        {
            yield return OpenIndices.Describe(request.Task.Contract, findings.Indices, options.Drawings);
        }

        if (request.Kernel.HasTeams)
        {
            yield return request.Task.Contract.Team is not null
                ? "a team as large as the contract promises"
                : $"teams of {string.Join(", ", options.Teams)} threads{(request.Kernel.HasOwnTeamSize ? string.Create(CultureInfo.InvariantCulture, $" and of the kernel's own size up to {options.LargestTeam}") : "")}";
            yield return "iterations dealt out as by gcc's static schedule, or round robin for dynamic ones";
        }

        if (request.Reference.HasTeams)
        {
            yield return "the reference run by one thread, and without races";
        }

        if (request.Kernel.Run.HasState)
        {
            yield return request.Reference.Run.HasState
                ? "the first and second call of a process, the second after one with the same or other contents and the same sizes"
                : "any call of a process after others at the same sizes, whatever their contents; with overlapping buffers, the first and second";
        }

        if (findings.HasOpenSharing)
        {
            yield return "work that any thread may do, done by two choices of threads: dealt around from the first, and from the last";
        }

        if (findings.HasOpenOrder)
        {
            yield return "partial results combined in two of the orders OpenMP allows, first to last and last to first";
        }

        if (findings.HasOpenPlacement)
        {
            yield return "pointers to different buffers compare like addresses, with the buffers in two orders";
        }

        if (findings.LibraryFunctions.Count > 0)
        {
            yield return $"library functions ({string.Join(", ", findings.LibraryFunctions)}) give the same result for the same arguments wherever they are called; nothing else is known of them";
        }

        if (findings.HasSensitiveBits && !(findings.IsBitwise && !findings.HasOpenOrder))
        {
            yield return "equal conditions, divisors, roots and arguments of library functions are contracted alike on both sides";
        }

        foreach (var qualification in findings.Qualifications.Concat(findings.Provers))
        {
            yield return qualification;
        }
    }
}
