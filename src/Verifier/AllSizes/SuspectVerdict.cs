using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Parser.Contracts;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Polyhedral;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>Makes one claim of all places at which a property was not shown to hold.</summary>
internal static class SuspectVerdict
{
    private const int MostTried = 130;

    private static readonly ImmutableArray<int> Caps = [1, 2, 4, 8, 16, 32, 64, 128, 256, 1024];

    private static readonly ImmutableArray<int> Larger = [7, 24];

    /// <param name="shows">Whether a run that went wrong went wrong in this way.</param>
    /// <param name="assumed">What later claims take for granted where this one is open.</param>
    public static SizeClaim Of(SizeProblem problem, SizeProperty property, IReadOnlyList<Suspect> suspects, Func<Counterexample, bool> shows, string assumed)
    {
        if (suspects is not [var first, ..])
        {
            return new(property, ObligationVerdict.Proved(problem));
        }

        using var context = new IslContext(problem.Options.ConditionOperations);
        var violated = suspects.Select(suspect => suspect.Sizes.In(context)).Aggregate((all, set) => all.Union(set)).Coalesce();
        var condition = SizeConditions.Of(problem, context, violated, suspects.All(suspect => suspect.Sizes.IsExact));
        Refutation answer = new Refutation.Open("no sizes are found at which it happens");
        foreach (var sizes in Examples(context, violated, problem))
        {
            answer = problem.Refuter.At(sizes, shows);
            if (answer is Refutation.Confirmed(var witness))
            {
                return new(property, new Verdict.Refuted(witness)) { Condition = condition };
            }
        }

        return new(property, new Verdict.Unknown($"{first.What} {problem.At(first.Span)}: {((Refutation.Open)answer).Reason}"))
        {
            Condition = condition,
            IsAssumed = true,
            Assumptions = [assumed],
        };
    }

    /// <summary>Sizes in a set that the contract allows: the smallest ones, and then, as it need not be wrong there, larger ones.</summary>
    private static IEnumerable<Sizes> Examples(IslContext context, IslSet violated, SizeProblem problem)
    {
        var smallest = Caps.Select(cap => First(context, violated, problem, 1, cap, isSmall: true)).FirstOrDefault(sizes => sizes is not null)
            ?? First(context, violated, problem, long.MinValue, Caps[^1], isSmall: true);
        var larger = Larger.Select(cap => First(context, violated, problem, 1, cap, isSmall: false)).OfType<Sizes>()
            .Where(sizes => SizeCost.Of(problem.Request.Task, sizes) <= problem.Options.GuessCost);
        return larger.Prepend(smallest)
            .OfType<Sizes>().Where(problem.Request.Task.Allows).DistinctBy(problem.Request.Task.Describe);
    }

    private static Sizes? First(IslContext context, IslSet violated, SizeProblem problem, long least, int cap, bool isSmall)
    {
        var names = problem.Facts.SizeDimensions.Select(IslText.NameOf).ToList();
        var set = violated.Intersect(Where(string.Join(" and ", names.Select(name => FormattableString.Invariant($"{least} <= {name} <= {cap}")).DefaultIfEmpty("true"))));
        var numbers = new List<long>();
        foreach (var name in names)
        {
            if (set.Sample()?.Parameters.GetValueOrDefault(name) is not { } found)
            {
                return null;
            }

            var better = isSmall
                ? Enumerable.Range(0, (int)BigInteger.Max(BigInteger.Min(found, MostTried), 0))
                : Enumerable.Range(0, (int)BigInteger.Min(cap - found, MostTried)).Select(below => cap - below);
            var best = better.Select(number => (BigInteger)number).FirstOrDefault(number => set.Intersect(Is(name, number)).IsEmpty() == IslAnswer.No, found);
            set = set.Intersect(Is(name, best));
            numbers.Add((long)best);
        }

        return set.IsEmpty() == IslAnswer.No ? Sizes.Of(problem.Request.Task.SizeNames.Zip(numbers, KeyValuePair.Create)) : null;

        IslSet Is(string name, BigInteger number) => Where($"{name} = {number}");

        IslSet Where(string condition) => context.Set($"[{string.Join(", ", names)}] -> {{ : {condition} }}");
    }
}
