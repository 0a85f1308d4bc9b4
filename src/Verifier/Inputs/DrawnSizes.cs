using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Parser.Contracts;

namespace HpcVerify.Verifier.Inputs;

/// <summary>
/// Sizes that nobody wrote down: drawn by a seed within a task's bounds, so that a kernel cannot be right for the listed
/// sizes only. A multiple that all listed sizes keep to is kept to; what the contract forbids is drawn again.
/// </summary>
public static class DrawnSizes
{
    private const int TriesPerSize = 100;

    /// <summary>What a call above the scored sizes may cost, in scored ones.</summary>
    private const int MostTimesScored = 6;

    /// <summary>At most <paramref name="count"/> sizes, fewer where the contract allows hardly any; none is a listed one.</summary>
    public static ImmutableArray<Sizes> Draw(KernelTask task, ulong seed, int count)
    {
        var generator = new DataGenerator(seed);
        var known = task.TestSizes.Add(task.ScoredSizes);
        var names = task.SizeNames.ToList();
        var found = new List<Sizes>();
        for (var attempt = 0; attempt < count * TriesPerSize && found.Count < count; attempt++)
        {
            var drawn = Sizes.Of(names.Select(name => KeyValuePair.Create(name, Value(task, known, name, generator))));
            if (task.Allows(drawn) && IsAffordable(task, drawn) && !known.Concat(found).Any(other => names.All(name => other[name] == drawn[name])))
            {
                found.Add(drawn);
            }
        }

        return [.. found];
    }

    /// <summary>
    /// A size somewhat above the scored one in every parameter, bounds or no bounds: what a kernel leaves out only of large calls is
    /// left out there, too, and no multiple of its blocks is as likely as the scored size's own. Null where the contract allows none nearby.
    /// </summary>
    public static Sizes? Above(KernelTask task, ulong seed)
    {
        var generator = new DataGenerator(seed);
        var names = task.SizeNames.ToList();
        for (var attempt = 0; attempt < TriesPerSize; attempt++)
        {
            var drawn = Sizes.Of(names.Select(name => KeyValuePair.Create(name, JustAbove(task.ScoredSizes[name] ?? 0, generator))));
            if (task.Allows(drawn))
            {
                return drawn;
            }
        }

        // Multiples of what all listed sizes are multiples of, then powers of two.
        var known = task.TestSizes.Add(task.ScoredSizes);
        Func<long, string, long>[] larger = [(value, name) => value + Step([.. known.Select(sizes => sizes[name] ?? 0)]), (value, _) => 4 * value, (value, _) => 2 * value];
        return larger.Select(make => Sizes.Of(names.Select(name => KeyValuePair.Create(name, make(task.ScoredSizes[name] ?? 0, name)))))
            .FirstOrDefault(sizes => task.Allows(sizes) && !(Cost(task, sizes) > MostTimesScored * Cost(task, task.ScoredSizes)));
    }

    /// <summary>At most an eighth more, and odd as often as even.</summary>
    private static long JustAbove(long value, DataGenerator generator)
    {
        const int Share = 8;
        return value + 1 + generator.Below((int)Math.Clamp(value / Share, 1, int.MaxValue));
    }

    /// <summary>A value another size has, so that shapes mix, a power of two, or any multiple within the bounds: each as often.</summary>
    private static long Value(KernelTask task, ImmutableArray<Sizes> known, string name, DataGenerator generator)
    {
        var values = known.Select(sizes => sizes[name] ?? 0).ToList();
        var bounds = task.Bounds.GetValueOrDefault(name, new(values.Min(), values.Max()));
        return generator.Below(3) switch
        {
            0 => values[generator.Below(values.Count)],
            1 => PowerOfTwo(bounds.High, generator),
            _ => Multiple(bounds, values, generator),
        };
    }

    private static long PowerOfTwo(long most, DataGenerator generator) => 1L << generator.Below(BitOperations.Log2((ulong)Math.Max(1, most)) + 1);

    private static long Multiple(SizeBounds bounds, List<long> values, DataGenerator generator)
    {
        var step = Step(values);
        var low = (bounds.Low + step - 1) / step * step;
        var choices = Math.Clamp(((bounds.High - low) / step) + 1, 1, int.MaxValue);
        return low + (generator.Below((int)choices) * step);
    }

    private static long Step(List<long> values) => Math.Max(1, (long)values.Aggregate(BigInteger.Zero, (divisor, value) => BigInteger.GreatestCommonDivisor(divisor, value)));

    /// <summary>Whether a call costs no more than the scored one.</summary>
    private static bool IsAffordable(KernelTask task, Sizes sizes)
    {
        var cost = Cost(task, sizes);
        return double.IsNaN(cost) || cost <= Cost(task, task.ScoredSizes);
    }

    private static double Cost(KernelTask task, Sizes sizes) => double.IsNaN(task.WorkAt(sizes)) ? task.TrafficAt(sizes) : task.WorkAt(sizes);
}
