using System.Globalization;
using HpcVerify.Parser.Contracts;

namespace HpcVerify.Verifier.Bounded;

/// <summary>
/// Runs with one pair of buffers laid over each other, for every pair that the contract lets overlap (SOUNDNESS 18). They have a
/// budget of their own, shared out between the arrangements, and for each between the cube and mined sizes.
/// </summary>
internal sealed class OverlappedRuns(VerificationRequest request, BoundedOptions options, Findings findings, SizeTrials trials)
{
    /// <summary>What is aligned to more elements overlaps at sizes that are too large to run at.</summary>
    private const int MostStep = 16;

    private readonly List<string> _run = [];
    private readonly List<string> _leftOut = [];

    /// <param name="note">Told of every size that was run.</param>
    public void Run(SizePlan plan, Action<Sizes> note)
    {
        var arrangements = Arrangement.Of(request.Task.Contract);
        foreach (var arrangement in arrangements)
        {
            var (cube, mined) = (plan.Sizes.Take(plan.CubeCount), plan.Sizes.Skip(plan.CubeCount));
            var outcomes = new[] { cube.Select(one => one.Sizes), [.. SizesFor(arrangement), .. mined.Select(one => one.Sizes)] }.SelectMany(part => OutcomesAt(part, arrangement, options.OverlapSteps / (2 * arrangements.Length), note)).ToList();
            Describe(arrangement, outcomes);
        }
    }

    /// <summary>What is taken for granted of buffers that may overlap.</summary>
    public IEnumerable<string> Assumptions()
    {
        if (!request.Task.Contract.OverlappingPairs.Any())
        {
            yield break;
        }

        yield return "buffers that the contract does not declare disjoint are different objects"
            + (_run.Count == 0 ? "" : $", or one pair of them overlaps: {string.Join(", ", _run)}");
        foreach (var words in _leftOut)
        {
            yield return words;
        }

        foreach (var pair in request.Task.Contract.OverlappingPairs)
        {
            if (Arrangement.WhyApart(request.Task.Contract, pair) is { } why)
            {
                yield return $"{pair.First.Pointer.Name} and {pair.Second.Pointer.Name} {why} and never overlap";
            }
        }
    }

    /// <summary>Where buffers that have to be aligned overlap only if they are larger than any of the cube: sizes that are large enough.</summary>
    private IEnumerable<Sizes> SizesFor(Arrangement arrangement) => arrangement.Step is 1 or > MostStep || !options.Given.IsEmpty
        ? []
        : new[] { 2 * arrangement.Step, (2 * arrangement.Step) + 1 }.Select(size => request.Task.AllSizes(size)).Where(request.Task.Allows);

    /// <summary>How the reference ended at each size where the two overlap, until the budget is spent.</summary>
    private IEnumerable<RunOutcome> OutcomesAt(IEnumerable<Sizes> planned, Arrangement arrangement, long steps, Action<Sizes> note)
    {
        var before = findings.Steps;
        foreach (var sizes in planned)
        {
            if (findings.IsRefuted || findings.IsExhausted || findings.Steps - before > steps)
            {
                yield break;
            }

            options.Cancellation.ThrowIfCancellationRequested();
            if (trials.RunAt(sizes, arrangement) is { } outcome)
            {
                note(sizes);
                yield return outcome;
            }
        }
    }

    private void Describe(Arrangement arrangement, List<RunOutcome> outcomes)
    {
        var finished = outcomes.Count(outcome => outcome is RunOutcome.Finished);
        if (finished > 0)
        {
            _run.Add(string.Create(CultureInfo.InvariantCulture, $"{arrangement.Describe()} at {finished} {(finished == 1 ? "size" : "sizes")}"));
        }

        if (outcomes.Find(outcome => outcome is not RunOutcome.Finished) is { } other)
        {
            _leftOut.Add($"no call with {arrangement.Describe()} where {Words(other)}");
        }
    }

    private static string Words(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Violated violated => $"the reference is undefined ({violated.What})",
        RunOutcome.Unsupported unsupported => $"the reference is not followed ({unsupported.Construct})",
        _ => "the reference does not run to its end",
    };
}
