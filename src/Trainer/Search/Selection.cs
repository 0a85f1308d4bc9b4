using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace HpcVerify.Trainer.Search;

/// <summary>What was selected of one stage.</summary>
/// <param name="Eligible">Kernels that the percentages are of: scored ones from which C could be taken.</param>
/// <param name="Successes">Those of them that are right.</param>
/// <param name="Omitted">Kernels that were left out: unscored, or without C.</param>
public sealed record StageSelection(int Stage, int Eligible, int Successes, int Omitted, ImmutableArray<Parent> Parents);

/// <summary>The parents of one iteration: lines 4 to 8 of SQD in §III-C of "Improving HPC Code Generation Capability of LLMs".</summary>
/// <param name="Seed">The seed kernel, which is always a parent.</param>
public sealed record Selection(Parent Seed, ImmutableArray<StageSelection> Stages)
{
    /// <summary>In the order in which they are expanded.</summary>
    public ImmutableArray<Parent> Parents => [Seed, .. Stages.SelectMany(stage => stage.Parents)];

    /// <summary>
    /// Selects from the kernels of the iteration before. Of each stage the fastest 40 % of the eligible kernels go one stage deeper, the next
    /// 30 % are improved, and up to 30 % are repaired, which are drawn from those that failed. Only right kernels are deepened or improved.
    /// More than a stage may have are thinned out: each purpose keeps its share, and within it each kernel is as likely to stay.
    /// </summary>
    public static Selection Of(IEnumerable<PoolMember> pool, long seedSample, SearchOptions options, Rng rng) => new(
        new(seedSample, options.FirstStage, Purpose.Begin),
        [.. pool.GroupBy(member => member.Stage).OrderBy(stage => stage.Key).Select(stage => OfStage(stage.Key, [.. stage], options, rng))]);

    /// <summary>One line for each stage and parent.</summary>
    public string Print()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"seed #{Seed.Sample} in stage {Seed.Stage}");
        foreach (var stage in Stages)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"stage {stage.Stage}: {stage.Eligible} eligible, {stage.Successes} right, {stage.Omitted} left out");
            foreach (var parent in stage.Parents)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {parent.Purpose.ToString().ToLowerInvariant()} #{parent.Sample} in stage {parent.Stage}");
            }
        }

        return text.ToString();
    }

    private static StageSelection OfStage(int stage, ImmutableArray<PoolMember> members, SearchOptions options, Rng rng)
    {
        ImmutableArray<PoolMember> eligible = [.. members.Where(member => member.IsEligible)];
        ImmutableArray<PoolMember> successes =
            [.. eligible.Where(member => member.IsSuccess).OrderByDescending(member => member.Performance).ThenBy(member => member.Sample)];
        ImmutableArray<PoolMember> failures =
            [.. eligible.Where(member => !member.IsSuccess).OrderByDescending(member => member.Level).ThenBy(member => member.Sample)];
        var (top, middle) = (Share(options.DeepenPercent, eligible.Length), Share(options.ImprovePercent, eligible.Length));
        ImmutableArray<ImmutableArray<Parent>> buckets =
        [
            As(Purpose.Deepen, Math.Min(stage + 1, options.LastStage), successes.Take(top)),
            As(Purpose.Improve, stage, successes.Skip(top).Take(middle)),
            As(Purpose.Repair, stage, Draw(failures, Share(options.RepairPercent, eligible.Length), rng)),
        ];
        var places = Apportion([.. buckets.Select(bucket => bucket.Length)], options.ParentsPerStage);
        return new(
            stage, eligible.Length, successes.Length, members.Length - eligible.Length,
            [.. buckets.Zip(places).SelectMany(pair => Draw(pair.First, pair.Second, rng))]);
    }

    /// <summary>A percentage of a number, rounded up.</summary>
    private static int Share(int percent, int count) => ((percent * count) + 99) / 100;

    private static ImmutableArray<Parent> As(Purpose purpose, int stage, IEnumerable<PoolMember> members) =>
        [.. members.Select(member => new Parent(member.Sample, stage, purpose))];

    /// <summary>Some of the items, each as likely, in their order; without a draw where all of them are wanted.</summary>
    private static IEnumerable<T> Draw<T>(ImmutableArray<T> items, int count, Rng rng)
    {
        if (count >= items.Length)
        {
            return items;
        }

        var order = Enumerable.Range(0, items.Length).ToArray();
        rng.Shuffle<int>(order);
        return order.Take(count).Order().Select(index => items[index]);
    }

    /// <summary>
    /// Places for buckets in proportion to their sizes, by largest remainder (Hamilton's method); of equal remainders the earlier bucket's counts
    /// as larger. No bucket gets more places than it has members.
    /// </summary>
    private static ImmutableArray<int> Apportion(ImmutableArray<int> sizes, int places)
    {
        var total = sizes.Sum();
        if (total <= places)
        {
            return sizes;
        }

        int[] given = [.. sizes.Select(size => size * places / total)];
        foreach (var index in Enumerable.Range(0, sizes.Length).OrderByDescending(index => sizes[index] * places % total).Take(places - given.Sum()))
        {
            given[index]++;
        }

        return [.. given];
    }
}
