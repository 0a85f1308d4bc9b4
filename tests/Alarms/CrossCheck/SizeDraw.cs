using HpcVerify.Parser.Contracts;

namespace HpcVerify.Alarms.CrossCheck;

/// <summary>Small sizes that a contract allows, the odd and the smallest ones more often.</summary>
internal static class SizeDraw
{
    private const int TriesForEach = 60;

    private static readonly int[] Numbers = [0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 8, 9, 10, 11, 12, 13, 16, 17];

    public static IReadOnlyList<Sizes> Of(KernelTask task, int count, int seed)
    {
        var random = new Random(seed);
        var drawn = new Dictionary<string, Sizes>(StringComparer.Ordinal);
        for (var left = count * TriesForEach; left > 0 && drawn.Count < count; left--)
        {
            var sizes = Sizes.Of(task.SizeNames.Select(name => KeyValuePair.Create(name, (long)Numbers[random.Next(Numbers.Length)])));
            if (task.Allows(sizes))
            {
                drawn.TryAdd(task.Describe(sizes), sizes);
            }
        }

        return [.. drawn.Values];
    }
}
