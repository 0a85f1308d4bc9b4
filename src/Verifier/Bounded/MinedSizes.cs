using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using HpcVerify.Parser.Contracts;

namespace HpcVerify.Verifier.Bounded;

/// <summary>Sizes just below, at and above the numbers a kernel is written with, where its blocks and tails begin and end.</summary>
internal static class MinedSizes
{
    /// <summary>What the other parameters are set to: the first that the contract allows, of little cost and no special form.</summary>
    private static readonly ImmutableArray<long> Small = [3, 4, 5, 2, 6, 7, 1, 8, 16, 32, 64, 0];

    /// <summary>How many choices of the others are tried for one value.</summary>
    private const int MostTries = 2000;

    /// <summary>With repetitions: the first reason for a size is the plainest.</summary>
    public static IEnumerable<PlannedSizes> Around(ImmutableArray<MinedConstant> constants, KernelTask task, SizePlanOptions options)
    {
        var combined = constants.Where(constant => constant.Number <= options.LargestCombined);
        return OneByOne(constants, task)
            .Concat(combined.SelectMany(constant => Together(constant, task)))
            .Concat(OneByOne(Derived(constants, options.LargestMined), task));
    }

    private static IEnumerable<PlannedSizes> OneByOne(ImmutableArray<MinedConstant> constants, KernelTask task) =>
        from candidate in constants.SelectMany(constant => Neighbours(constant).Index()).OrderBy(neighbour => neighbour.Index).Select(neighbour => neighbour.Item)
        from name in task.SizeNames
        from sizes in WithOthersSmall(task, name, candidate.Number)
        select new PlannedSizes(sizes, $"{name} = {candidate.Text}", SizeCost.Of(task, sizes));

    /// <summary>All parameters at once, for code that runs only where several of them are large enough.</summary>
    private static IEnumerable<PlannedSizes> Together(MinedConstant constant, KernelTask task) =>
        from candidate in Neighbours(constant).Take(2)
        let sizes = task.AllSizes(candidate.Number)
        where task.Allows(sizes)
        select new PlannedSizes(sizes, $"all = {candidate.Text}", SizeCost.Of(task, sizes));

    /// <summary>The number itself and the one above come first.</summary>
    private static ImmutableArray<MinedConstant> Neighbours(MinedConstant constant) =>
    [
        constant,
        new(constant.Number + 1, $"{constant.Text} + 1"),
        new(constant.Number - 1, $"{constant.Text} - 1"),
        new(2 * constant.Number, $"2 * {constant.Text}"),
        new((2 * constant.Number) + 1, $"2 * {constant.Text} + 1"),
        new(PrimeAbove(constant.Number), $"prime above {constant.Text}"),
    ];

    /// <summary>Products and least common multiples of two constants: the extents of nested blocks, and where two steps meet.</summary>
    private static ImmutableArray<MinedConstant> Derived(ImmutableArray<MinedConstant> constants, int largest) =>
    [
        .. from left in constants
           from right in constants
           where left.Number <= right.Number
           from derived in new[] { Product(left.Number, right.Number), Multiple(left.Number, right.Number) }
           where derived.Number <= largest
           orderby derived.Number
           select derived,
    ];

    private static MinedConstant Product(long left, long right) =>
        new(left * right, string.Create(CultureInfo.InvariantCulture, $"{left} * {right}"));

    private static MinedConstant Multiple(long left, long right) => new(
        left / (long)BigInteger.GreatestCommonDivisor(left, right) * right,
        string.Create(CultureInfo.InvariantCulture, $"lcm({left}, {right})"));

    /// <summary>One parameter at a value and the others small; none where the contract does not allow it.</summary>
    private static IEnumerable<Sizes> WithOthersSmall(KernelTask task, string name, long value)
    {
        var others = task.SizeNames.Where(other => other != name).ToList();
        var alike = Small.Select(small => Sizes.Of(others.Select(other => KeyValuePair.Create(other, small))));
        return alike.Concat(SizeCube.Combinations(others, Small).Take(MostTries))
            .Select(sizes => new Sizes(sizes.Values.SetItem(name, value)))
            .Where(task.Allows)
            .Take(1);
    }

    private static long PrimeAbove(long number)
    {
        var prime = number + 1;
        while (!IsPrime(prime))
        {
            prime++;
        }

        return prime;
    }

    private static bool IsPrime(long number)
    {
        for (var divisor = 2L; divisor * divisor <= number; divisor++)
        {
            if (number % divisor == 0)
            {
                return false;
            }
        }

        return true;
    }
}
