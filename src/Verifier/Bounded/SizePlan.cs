using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;

namespace HpcVerify.Verifier.Bounded;

/// <summary>
/// The sizes at which a kernel is run with symbolic data, in order: the cube of small sizes, then those around the
/// constants it is written with, the cheapest of either first.
/// </summary>
/// <param name="LeftOut">How many sizes there was no budget for.</param>
/// <param name="CubeCount">How many of <paramref name="Sizes"/>, the first ones, are of the cube.</param>
/// <param name="CubeName">What the cube spans.</param>
/// <param name="Constants">The constants that the others are around, in ascending order.</param>
/// <param name="TooLarge">The constants that may be sizes, but are too large to run at.</param>
/// <param name="OverBudget">How many of <paramref name="Sizes"/> are there only because a plan has a least number of them.</param>
public sealed record SizePlan(
    ImmutableArray<PlannedSizes> Sizes,
    int LeftOut,
    int CubeCount,
    string CubeName,
    ImmutableArray<long> Constants,
    ImmutableArray<long> TooLarge,
    int OverBudget)
{
    /// <summary>What is larger is taken for a modulus, a seed or a pattern of bits.</summary>
    private const int LargestExtent = 65536;

    public static SizePlan For(KernelTask task, Module kernel, SizePlanOptions options)
    {
        var cube = SizeCube.Of(task, options);
        var found = MinedConstants.Of(kernel, LargestExtent).ToLookup(constant => constant.Number <= options.LargestMined);
        var constants = found[true].ToImmutableArray();
        var mined = MinedSizes.Around(constants, task, options).DistinctBy(Key).ExceptBy(cube.Sizes.Select(Key), Key).ToList();
        var plan = new SizePlan([], 0, 0, cube.Name, Numbers(constants), Numbers(found[false]), 0);
        return plan.Take(cube.Sizes, options).WithCube().Take(InOrder(mined, task), options);

        string Key(PlannedSizes planned) => planned.Sizes.Describe(task.SizeNames);
    }

    /// <summary>Sizes that somebody asked for and no others.</summary>
    public static SizePlan Of(KernelTask task, ImmutableArray<Sizes> sizes) =>
        new([.. sizes.Select(given => new PlannedSizes(given, "asked for", SizeCost.Of(task, given)))], 0, sizes.Length, $"those asked for ({string.Join("; ", sizes.Select(task.Describe))})", [], [], 0);

    /// <summary>What all planned runs cost together.</summary>
    public long Cost => Sizes.Sum(planned => planned.Cost);

    /// <summary><c>729 sizes of the cube 0..8, 84 mined from 3 constants (8, 64, 128), 12 beyond the budget</c></summary>
    public string Describe()
    {
        var mined = Constants.IsEmpty
            ? "no constants to mine"
            : string.Create(CultureInfo.InvariantCulture, $"{Sizes.Length - CubeCount} mined from {List(Constants)}");
        var larger = TooLarge.IsEmpty ? "" : $", {List(TooLarge)} too large to mine";
        var forced = OverBudget == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {OverBudget} taken in spite of the budget");
        return string.Create(CultureInfo.InvariantCulture, $"{Count(CubeCount, "size")} of {CubeName}, {mined}{larger}, {LeftOut} beyond the budget{forced}");
    }

    /// <summary>The cheapest first, equally dear ones in the lexicographic order of their parameters.</summary>
    internal static ImmutableArray<PlannedSizes> InOrder(IEnumerable<PlannedSizes> sizes, KernelTask task) =>
        [.. task.SizeNames.Aggregate(sizes.OrderBy(planned => planned.Cost), (order, name) => order.ThenBy(planned => planned.Sizes[name]))];

    private SizePlan WithCube() => this with { CubeCount = Sizes.Length };

    private SizePlan Take(IReadOnlyCollection<PlannedSizes> offered, SizePlanOptions options)
    {
        var taken = Sizes.ToBuilder();
        var remaining = options.Budget - Cost;
        var overBudget = OverBudget;
        foreach (var planned in offered)
        {
            var isAffordable = planned.Cost <= remaining;
            if (isAffordable || (taken.Count < options.LeastSizes && planned.Cost <= options.Budget))
            {
                taken.Add(planned);
                remaining -= planned.Cost;
                overBudget += isAffordable ? 0 : 1;
            }
        }

        return this with
        {
            Sizes = taken.ToImmutable(),
            LeftOut = LeftOut + offered.Count - (taken.Count - Sizes.Length),
            OverBudget = overBudget,
        };
    }

    private static ImmutableArray<long> Numbers(IEnumerable<MinedConstant> constants) => [.. constants.Select(constant => constant.Number)];

    private static string List(ImmutableArray<long> constants) =>
        string.Create(CultureInfo.InvariantCulture, $"{Count(constants.Length, "constant")} ({string.Join(", ", constants)})");

    private static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}

/// <summary>Sizes to run a kernel at, why, and what that costs in about one unit for each operation and each element.</summary>
public sealed record PlannedSizes(Sizes Sizes, string Reason, long Cost);

/// <summary>How much is planned.</summary>
/// <param name="Edge">The largest value of a parameter in the cube.</param>
/// <param name="MaximumCube">How many sizes the cube may have; with many parameters its edge is shortened.</param>
/// <param name="LargestMined">The largest constant that is mined.</param>
/// <param name="LargestCombined">The largest constant that all parameters are set to at once.</param>
/// <param name="Budget">What all runs may cost together.</param>
/// <param name="LeastSizes">So many are planned in spite of the budget, if there are as many that do not exceed it alone.</param>
public sealed record SizePlanOptions(int Edge, int MaximumCube, int LargestMined, int LargestCombined, long Budget, int LeastSizes)
{
    public static readonly SizePlanOptions Default = new(
        Edge: 8, MaximumCube: 1000, LargestMined: 1024, LargestCombined: 64, Budget: 3_000_000, LeastSizes: 8);
}
