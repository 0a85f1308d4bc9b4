using System.Globalization;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Native;
using HpcVerify.Verifier.AllSizes;
using HpcVerify.Verifier.Bounded;

namespace HpcVerify.Alarms.CrossCheck;

/// <summary>
/// Compares what is claimed for all sizes about random affine kernels with what the bounded engine does at some sizes: the two
/// must never disagree.
/// </summary>
public sealed class CrossCheckAlarms(FrontEnd frontEnd)
{
    private const int SizesForEach = 8;

    private static readonly int[] Teams = [1, 2, 3, 5];

    private static readonly int[] OtherTeams = [4, 6, 7, 8, 9, 11, 13, 16, 17];

    /// <summary>Kernels until so many pairs of a kernel and a size were looked at.</summary>
    public Tally Run(int pairs, int seed)
    {
        var tally = new Tally();
        for (var kernel = 0; tally["pairs"] < pairs; kernel++)
        {
            var own = unchecked(seed + kernel);
            tally.Add(BigStack.Run(() => Judge(own, request => AllSizesVerification.Verify(request, AllSizesOptions.Usual, CancellationToken.None).Claims)));
        }

        return tally;
    }

    /// <summary>What the runs of one kernel say of claims about it.</summary>
    public Tally Judge(int seed, Func<VerificationRequest, IEnumerable<SizeClaim>> claimsOf)
    {
        var tally = new Tally();
        var kernel = AffineKernels.Write(seed);
        var request = CrossCheckTask.RequestOf(kernel, frontEnd);
        var claims = claimsOf(request).Select(claim => new ClaimJudgement(request, claim, frontEnd.Parse)).ToList();
        tally.Count("kernels");
        tally.Count(kernel.Faults > 0 ? "kernels: with something put wrong" : "kernels: right by intention");
        foreach (var claim in claims)
        {
            tally.Count($"claims: {Name(claim)} {claim.Word}");
            Note(tally, claim.AgainstWitness(), claim, kernel, seed);
        }

        foreach (var sizes in SizeDraw.Of(request.Task, SizesForEach, seed))
        {
            tally.Count("pairs");
            var runs = BoundedAnswer.At(request, sizes, Teams);
            foreach (var word in runs.Select(Word).Distinct())
            {
                tally.Count($"pairs: {word}");
            }

            foreach (var claim in claims)
            {
                if (claim.Holds(sizes) is { } holds)
                {
                    tally.Count($"conditions: {Name(claim)} {(holds ? "holds" : "does not hold")}, {(runs.Any(run => run.Breaks(claim.Property)) ? "broken" : "not broken")}");
                }

                var what = claim.AgainstRuns(sizes, runs, () => BoundedAnswer.At(request, sizes, OtherTeams));
                Note(tally, what is null ? null : $"at {request.Task.Describe(sizes)}: {what}", claim, kernel, seed);
            }
        }

        return tally;
    }

    /// <summary>One alarm for each claim is enough.</summary>
    private static void Note(Tally tally, string? what, ClaimJudgement claim, AffineKernel kernel, int seed)
    {
        if (what is not null && tally.Alarms.TrueForAll(alarm => alarm.Kind != Name(claim)))
        {
            tally.Alarms.Add(new(Name(claim), string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {what}"), $"{kernel.Specification}\n/* ---- kernel ---- */\n{kernel.Code}"));
        }
    }

    private static string Name(ClaimJudgement claim) => claim.Property.ToString().ToLowerInvariant();

    private static string Word(TeamRun run) => Enum.GetValues<SizeProperty>().Where(run.Breaks).Select(property => $"{property.ToString().ToLowerInvariant()} broken").FirstOrDefault()
        ?? (run.IsRight ? "nothing wrong" : run.Outcome is RunOutcome.Violated violated ? $"other: {violated.Kind}" : run.What);
}
