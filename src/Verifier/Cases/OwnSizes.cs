using System.Collections.Immutable;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
using HpcVerify.Verifier.Bounded;

namespace HpcVerify.Verifier.Cases;

/// <summary>
/// Sizes around the numbers that a kernel is written with, to run it at: a kernel that does something else from some size on has to name that
/// size, wherever it lies.
/// </summary>
public static class OwnSizes
{
    /// <summary>What is larger is taken for a modulus, a seed or a pattern of bits.</summary>
    private const int LargestConstant = 1 << 22;

    /// <summary>At most so many sizes, none of them dearer than a share of the scored ones, just above each number first, and above the largest: small ones are tested anyway.</summary>
    public static ImmutableArray<Sizes> Of(KernelTask task, Module kernel, int most)
    {
        const int Share = 2;
        var dearest = SizeCost.Of(task, task.ScoredSizes) / Share;
        var listed = task.TestSizes.Append(task.ScoredSizes).Select(sizes => sizes.Describe(task.SizeNames)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. MinedConstants.Of(kernel, LargestConstant).Reverse().SelectMany(constant => Around(task, constant.Number)).OrderBy(around => around.Rank).Select(around => around.Sizes)
                .Where(sizes => SizeCost.Of(task, sizes) <= dearest && listed.Add(sizes.Describe(task.SizeNames)))
                .Take(most),
        ];
    }

    /// <summary>
    /// Just above the number, above its double and at that, for one parameter at a time. The others are as in tests of middling cost, twice the number, as in
    /// the smallest test that has something to do, and as scored.
    /// </summary>
    private static IEnumerable<(int Rank, Sizes Sizes)> Around(KernelTask task, long number)
    {
        var tests = task.TestSizes.OrderBy(sizes => SizeCost.Of(task, sizes)).ToList();
        var small = tests.Find(sizes => task.SizeNames.All(name => sizes[name] > 2)) ?? task.ScoredSizes;
        Sizes[] all = [tests.ElementAtOrDefault(tests.Count / 2) ?? task.ScoredSizes, task.AllSizes((2 * number) + 1), small, task.ScoredSizes];
        long[] values = [number + 1, (2 * number) + 1, 2 * number];
        return from value in values.Index()
               from others in all.Index()
               from name in task.SizeNames
               let sizes = new Sizes(others.Item.Values.SetItem(name, value.Item))
               where task.Allows(sizes)
               select ((value.Index * all.Length) + others.Index, sizes);
    }
}
