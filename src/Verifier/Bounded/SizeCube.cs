using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Parser.Contracts;

namespace HpcVerify.Verifier.Bounded;

/// <summary>All small sizes that a contract allows, the cheapest first.</summary>
internal sealed record SizeCube(string Name, ImmutableArray<PlannedSizes> Sizes)
{
    /// <summary>With fewer sizes than this, powers of two are added to the values of every parameter.</summary>
    private const int Few = 8;

    private const int MostCombinations = 100_000;

    /// <summary>What is added at first, and what is added if that does not help: multiples of 32 and 64 are common demands.</summary>
    private static readonly ImmutableArray<ImmutableArray<long>> Additions = [[16, 32, 64], [96, 128, 192, 256]];

    public static SizeCube Of(KernelTask task, SizePlanOptions options)
    {
        var edge = options.Edge;
        var cube = Within(task, edge);
        while (edge > 0 && (cube.Length > options.MaximumCube || CombinationCount(task, edge + 1) > MostCombinations))
        {
            cube = Within(task, --edge);
        }

        return cube.Length < Math.Min(Few, CombinationCount(task, edge + 1))
            ? Widened(task, edge, options)
            : new(NameOf(edge, options), cube);
    }

    /// <summary>Every choice of one value for each name, the last name's values changing fastest.</summary>
    public static IEnumerable<Sizes> Combinations(IEnumerable<string> names, IReadOnlyCollection<long> values) =>
        names.Aggregate<string, IEnumerable<ImmutableSortedDictionary<string, long>>>(
                [ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal)],
                (chosen, name) => chosen.SelectMany(choice => values.Select(value => choice.SetItem(name, value))))
            .Select(choice => new Sizes(choice));

    /// <summary>The largest edge of a cube of which all sizes that are allowed were looked at; null where there is none.</summary>
    public static long? Edge(KernelTask task, Func<Sizes, bool> wasLookedAt)
    {
        long? edge = null;
        while ((edge ?? -1) < SizePlanOptions.Default.Edge && CombinationCount(task, (int)(edge ?? -1) + 2) <= MostCombinations
            && Combinations(task.SizeNames, Range((int)(edge ?? -1) + 1)).Where(task.Allows).All(wasLookedAt))
        {
            edge = (edge ?? -1) + 1;
        }

        return edge;
    }

    private static SizeCube Widened(KernelTask task, int edge, SizePlanOptions options)
    {
        var values = Range(edge);
        var added = ImmutableArray<long>.Empty;
        var cube = ImmutableArray<PlannedSizes>.Empty;
        foreach (var addition in Additions.Select(addition => addition.Where(value => value > edge).ToImmutableArray()))
        {
            if (cube.Length < Few && CombinationCount(task, values.Length + added.Length + addition.Length) <= MostCombinations)
            {
                added = [.. added, .. addition];
                cube = Allowed(task, [.. values, .. added], "widened cube");
            }
        }

        return new($"{NameOf(edge, options)} widened by {string.Join(", ", added)}", [.. cube.Take(options.MaximumCube)]);
    }

    private static string NameOf(int edge, SizePlanOptions options) => edge == options.Edge
        ? string.Create(CultureInfo.InvariantCulture, $"the cube 0..{edge}")
        : string.Create(CultureInfo.InvariantCulture, $"the cube 0..{edge} (0..{options.Edge} is more than {options.MaximumCube})");

    private static ImmutableArray<PlannedSizes> Within(KernelTask task, int edge) =>
        CombinationCount(task, edge + 1) > MostCombinations
            ? []
            : Allowed(task, Range(edge), string.Create(CultureInfo.InvariantCulture, $"cube 0..{edge}"));

    private static ImmutableArray<PlannedSizes> Allowed(KernelTask task, ImmutableArray<long> values, string reason) =>
        SizePlan.InOrder(
            Combinations(task.SizeNames, values).Where(task.Allows).Select(sizes => new PlannedSizes(sizes, reason, SizeCost.Of(task, sizes))),
            task);

    private static ImmutableArray<long> Range(int edge) => [.. Enumerable.Range(0, edge + 1).Select(value => (long)value)];

    private static double CombinationCount(KernelTask task, int values) => Math.Pow(values, task.SizeNames.Count());
}
