using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Parser.Contracts;
using HpcVerify.Verifier.Bounded;

namespace HpcVerify.Verifier.Cases;

/// <summary>Sizes where something may begin or end, and why each is one.</summary>
internal static class BoundaryCases
{
    private const int Middle = 3;

    private const int SmallestSizes = 8;

    /// <summary>Sizes the contract allows: nothing and one, then around the kernel's constants, then around the scored sizes.</summary>
    public static IEnumerable<(Sizes Sizes, string Why)> Of(VerificationRequest request, int mostMined)
    {
        var task = request.Task;
        var all = Small(task).Concat(Smallest(request)).Concat(Mined(request).Take(mostMined)).Concat(Scored(task));
        return all.Where(boundary => task.Allows(boundary.Sizes)).DistinctBy(boundary => boundary.Sizes.Describe(task.SizeNames));
    }

    private static IEnumerable<(Sizes Sizes, string Why)> Small(KernelTask task)
    {
        foreach (var number in new[] { 0L, 1 })
        {
            yield return (task.AllSizes(number), string.Create(CultureInfo.InvariantCulture, $"all sizes {number}"));
            foreach (var name in task.SizeNames)
            {
                yield return (With(task.AllSizes(Middle), name, number), string.Create(CultureInfo.InvariantCulture, $"{name} is {number}"));
            }
        }
    }

    /// <summary>Where the contract asks for multiples or powers, nothing is as small as 0 or 1.</summary>
    private static IEnumerable<(Sizes Sizes, string Why)> Smallest(VerificationRequest request) =>
        SizeCube.Of(request.Task, SizePlanOptions.Default).Sizes.Take(SmallestSizes).Select(planned => (planned.Sizes, "among the smallest sizes"));

    /// <summary>All parameters at once come first: they are few, and tell of code that runs for large sizes only.</summary>
    private static IEnumerable<(Sizes Sizes, string Why)> Mined(VerificationRequest request)
    {
        var options = SizePlanOptions.Default with { LargestCombined = SizePlanOptions.Default.LargestMined };
        var constants = MinedConstants.Of(request.Kernel.Module, options.LargestMined);
        var planned = MinedSizes.Around(constants, request.Task, options).ToList();
        return planned.OrderBy(one => one.Reason.StartsWith("all", StringComparison.Ordinal) ? 0 : 1).Select(one => (one.Sizes, one.Reason));
    }

    private static IEnumerable<(Sizes Sizes, string Why)> Scored(KernelTask task)
    {
        yield return (task.ScoredSizes, "the scored sizes");
        foreach (var step in new[] { -1, 1 })
        {
            var word = step < 0 ? "below" : "above";
            yield return (task.SizeNames.Aggregate(task.ScoredSizes, (sizes, name) => Beside(sizes, name, step)), $"all one {word} the scored sizes");
            foreach (var name in task.SizeNames)
            {
                yield return (Beside(task.ScoredSizes, name, step), $"{name} one {word} its scored size");
            }
        }
    }

    private static Sizes Beside(Sizes sizes, string name, int step) => With(sizes, name, (sizes[name] ?? 0) + step);

    private static Sizes With(Sizes sizes, string name, long number) => new(sizes.Values.SetItem(name, number));
}
